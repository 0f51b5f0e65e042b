import type { Touched } from '../core/model/change.ts'
import type { Config } from '../core/model/config.ts'
import type { Pixels, Undrawn } from '../core/model/pixels.ts'
import type { Report } from '../core/model/report.ts'
import type { ResolvedLink } from '../core/model/resolution.ts'
import type { PatternFinder } from '../core/search/ranking/conditions.ts'
import type { SearchIndex } from '../core/search/index/search-index.ts'
import type { UrlVerdict } from '../core/model/url-verdict.ts'
import type { Vault } from '../core/vault/vault.ts'
import type { VaultChoice, VaultNaming } from '../io/vault/find-vault.ts'
import type { VaultFolders } from '../io/changes/apply-changes.ts'
import type { Question } from '../io/cache/notes/kept-answer.ts'
import type { KeptPages } from '../io/cache/kept-pages.ts'
import type { VaultWatch } from '../io/live/live-vault.ts'
import type { ProgramResult, ProgramStart } from '../io/programs/start-program.ts'
import type { TerminalFacts } from '../io/terminal/terminal.ts'
import type { Style } from '../view/style.ts'
import type { Options } from './arguments/options.ts'

/** Options that every command takes, before or after its name. */
export interface GlobalOptions {
  readonly vault?: string
  /** The name of that folder in the user's configuration, and the place where it is set, as FILE:LINE. */
  readonly vaultNamed?: VaultNaming
  readonly follow: boolean
  readonly quiet: boolean
  /** Whether long output may go to a pager, or the command line of the pager. */
  readonly pager: boolean | string
  readonly cache: boolean
  /** Whether messages say which vault was read. */
  readonly verbose: boolean
}

/** How web addresses are asked; absent options have their defaults. */
export interface UrlOptions {
  readonly accepts: (status: number) => boolean
  /** Whether addresses of this machine and its network are asked, too. */
  readonly privately: boolean
  readonly timeoutMs?: number
  readonly maxAgeMs: number
}

/**
 * How a terminal shows pictures: by its own protocol, as sixel graphics with the pixels of a character cell, or as half blocks in colours.
 */
export type PictureWay =
  | { readonly protocol: 'kitty' | 'iterm2'; readonly tmux?: boolean }
  | { readonly protocol: 'sixel'; readonly cell: { readonly width: number; readonly height: number } }
  | { readonly protocol: 'blocks'; readonly colors: 'all' | '256' }

/** Pictures of the vault, by path, for a terminal that shows them; or why one is not shown. */
export interface PictureSource {
  /** How the terminal shows pictures; undefined when it can't, or when pictures are switched off. */
  readonly way: () => Promise<PictureWay | undefined>
  /** How it shows them as characters, for full-screen programs that scroll. */
  readonly blocks: () => Promise<PictureWay | undefined>
  /** A PNG file as base64. */
  readonly png: (path: string) => Promise<string | Undrawn>
  readonly pixels: (path: string) => Promise<Pixels | Undrawn>
}

/** The access that a command has to the outside. Everything is read on first use. */
export interface Context {
  readonly terminal: TerminalFacts
  readonly env: Readonly<Record<string, string | undefined>>
  readonly options: GlobalOptions
  readonly cwd: string
  /** Messages for stderr besides those of the outcome; commands may add to it. */
  readonly notices: string[]
  readonly now: () => Date
  readonly random: () => number
  /** The vault's folder, chosen on first use; fails when none is named and the guessed folder is no folder of notes. */
  readonly vaultChoice: () => VaultChoice
  /** The context of the same command in another folder; for servers with several folders. */
  readonly inFolder: (folder: string) => Context
  /** Where the vault and this user's state of it are, and how many changes the history keeps; creates the state folder. */
  readonly vaultPlace: () => Promise<VaultFolders & { readonly keep: number }>
  /** The vault's folder, if it has been used so far. */
  readonly vaultUsed: () => VaultChoice | undefined
  /** A path of the vault relative to the current folder, as text output shows it. */
  readonly pathHere: (path: string) => string
  readonly config: () => Promise<Config>
  /** The configuration as its files are now, for programs that run long. */
  readonly freshConfig: () => Promise<Config>
  /** The path of the user's configuration file, which need not exist. */
  readonly userConfig: string
  /** The vault; fails with a hint when no folder was named and none has notes. */
  readonly vault: () => Promise<Vault>
  /** The vault as first read; undefined when nothing has asked for it. */
  readonly vaultIfRead: () => Vault | undefined
  /** The vault as it is now, for programs that run long. */
  readonly freshVault: () => Promise<Vault>
  /**
   * Reports each new state of the vault, including changes since `vault` was read, and that other files (settings, attachments) may have
   * changed.
   */
  readonly watchVault: (vault: Vault, tell: (vault: Vault) => void, tellOfOthers?: () => void) => Promise<VaultWatch>
  /** Checks what a planned change touches before it is applied, shown or mentioned; fails when it is not allowed. */
  readonly mayChange?: (touched: readonly Touched[]) => void
  /** Whether the existence of a note at a path may be revealed; absent when all may. */
  readonly mayName?: (path: string) => boolean
  /**
   * The search index of the vault, or of a later state of it. Reads every note unless a cache has the index; `anew` ignores a damaged
   * cache.
   */
  readonly searchIndex: (of?: Vault, anew?: boolean) => Promise<SearchIndex>
  /** Finds a regular expression in texts; undefined when it takes too long. */
  readonly findPattern: PatternFinder
  /** A cached answer that depends only on the vault and the question; computed if the cache does not have it. */
  readonly answer: <T>(question: Question<T>) => Promise<T>
  /** The text of a note, by path relative to the root. */
  readonly readText: (path: string) => Promise<string>
  /** The same, but for a note that can't be read any more it gives an empty text and a notice, so that one note never ends a command. */
  readonly readIfThere: (path: string) => Promise<string>
  /** The sentence around each of some links, with the text of blocks that it refers to, as far as they are in `vault`. */
  readonly contexts: (links: readonly ResolvedLink[], vault?: Vault) => Promise<readonly string[]>
  /** The text of a page that ships with the program, by path relative to the package. */
  readonly readPage: (path: string) => Promise<string>
  /** Paths, relative to the vault's root, of files that differ from the last git commit; fails outside a repository. */
  readonly changedFiles: () => Promise<readonly string[]>
  /** Those staged for the next commit. */
  readonly stagedFiles: () => Promise<readonly string[]>
  /** The text of a markdown file at a typed path, with its path in the vault if it is inside; undefined when there is no such file. */
  readonly findFile: (path: string) => Promise<{ readonly text: string; readonly inVault?: string } | undefined>
  readonly pictures: PictureSource
  /**
   * The style of the terminal: the configured theme, or the one for its background, about which it is asked when that is allowed; the same
   * at every call.
   */
  readonly style: (ask?: 'ask') => Promise<Style>
  /** Asks web addresses, showing progress on a terminal; answers are cached for some time. */
  readonly checkUrls: (urls: Iterable<string>, options: UrlOptions) => Promise<ReadonlyMap<string, UrlVerdict>>
  /** Pages rendered earlier; undefined when nothing is cached. */
  readonly keptPages: () => Promise<KeptPages | undefined>
  readonly readInput: () => Promise<string>
  /** Asks the person a question on the terminal and gives the line typed; undefined unless stdin and stdout are terminals. */
  readonly ask: ((question: string) => Promise<string>) | undefined
  /** The state stored under a name for this vault, outside the vault; undefined when there is none or it can't be read. */
  readonly readState: (name: string) => Promise<unknown>
  /** Stores state for this vault; resolves to the reason when it failed. */
  readonly writeState: (name: string, data: unknown) => Promise<string | undefined>
  readonly runProgram: (start: ProgramStart, input?: string) => Promise<ProgramResult>
}

/** The terminal, for commands that talk with a person or a program; the cli passes it on. */
export interface LiveTerminal {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  /** Prints a message to stderr at once, unless --quiet. */
  readonly say: (message: string) => Promise<void>
}

/**
 * The result of a command: a report (for stdout), messages (for stderr) and the exit code; the default is 0, and 130 means that a person
 * interrupted it.
 */
export interface Outcome {
  readonly report?: Report
  readonly messages?: readonly string[]
  readonly exit?: 0 | 1 | 2 | 130
  /** Set when the command did not use a vault, so that a guessed vault is not mentioned. */
  readonly apart?: true
  /** Whether to run the command and print its report again whenever notes change, until it is interrupted. */
  readonly watch?: boolean
  /** Talks with a person or a program; the outcome at its end is printed. */
  readonly serve?: (terminal: LiveTerminal) => Promise<Outcome>
}

/** An option of a command, in commander's syntax; `many` may be given several times. */
export interface OptionSpec {
  readonly flags: string
  readonly description: string
  readonly choices?: readonly string[]
  readonly many?: boolean
  /** The default value. */
  readonly initial?: string
  /** What its value is completed from. */
  readonly completes?: Completes
}

/** What a word of the command line names; completion offers all of them. */
export type Completes =
  | 'note'
  | 'task'
  | 'topic'
  | 'tag'
  | 'folder'
  | 'directory'
  | 'file'
  | 'template'
  | 'group'
  | 'heading'
  | 'setting'
  | 'setting-value'
  | 'shell'
  | 'command'
  | 'subcommand'
  | 'code'
  | 'vault'
  | 'key'
  | 'property'
  | 'assignment'
  | 'condition'
  | 'sort'
  | 'view'
  | 'base'

/** A command line, and what it does. */
type Example = readonly [line: string, does: string]

/** A subcommand as data: the program, its help, docs and completions are made from it. */
export interface Command {
  /** Arguments in commander's syntax: `<note>`, `[words...]`. */
  readonly arguments: readonly {
    readonly name: string
    readonly description: string
    readonly completes?: Completes
    /** The possible words, for completion. */
    readonly choices?: readonly string[]
    /** `own` when the command reads standard input for `-` itself; otherwise `-` stands for names of notes, one a line. */
    readonly dash?: 'own'
    /** What `--pick` chooses for it when the argument before is one of some words; by default a note. */
    readonly picked?: { readonly of: 'note' | 'task'; readonly after: readonly string[] }
  }[]
  readonly options: readonly OptionSpec[]
  /** At least three real command lines, each with what it does. */
  readonly examples: readonly [Example, Example, Example, ...Example[]]
  /** Whether it always says which vault it read; other commands do so only when the vault was guessed. */
  readonly saysVault?: boolean
  /** The kinds of report it gives; each has its formats. Absent for commands without a report. */
  readonly reports?: readonly Report['kind'][]
  readonly run: (context: Context, args: readonly string[], options: Options) => Promise<Outcome>
}
