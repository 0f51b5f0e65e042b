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
  /** Where the user's configuration names that folder, as FILE:LINE, and by which name. */
  readonly vaultNamed?: VaultNaming
  readonly follow: boolean
  readonly quiet: boolean
  /** Whether long output may go to a pager, or the command line of the pager. */
  readonly pager: boolean | string
  readonly cache: boolean
  /** Whether messages say what was read. */
  readonly verbose: boolean
}

/** How web addresses are asked; what is absent is as usual. */
export interface UrlOptions {
  readonly accepts: (status: number) => boolean
  /** Whether addresses of this machine and its network are asked, too. */
  readonly privately: boolean
  readonly timeoutMs?: number
  readonly maxAgeMs: number
}

/** How the terminal takes pictures: by a protocol of its own, as sixel graphics with the pixels of a character cell, or as half blocks in colours. */
export type PictureWay =
  | { readonly protocol: 'kitty' | 'iterm2'; readonly tmux?: boolean }
  | { readonly protocol: 'sixel'; readonly cell: { readonly width: number; readonly height: number } }
  | { readonly protocol: 'blocks'; readonly colors: 'all' | '256' }

/** Pictures of the vault, by path, for a terminal that shows them; or why one is not shown. */
export interface PictureSource {
  /** How the terminal takes them; undefined where it does not, or where they are switched off. */
  readonly way: () => Promise<PictureWay | undefined>
  /** How it takes them as characters, for screens that scroll by themselves. */
  readonly blocks: () => Promise<PictureWay | undefined>
  /** A PNG file as base64. */
  readonly png: (path: string) => Promise<string | Undrawn>
  readonly pixels: (path: string) => Promise<Pixels | Undrawn>
}

/** What a command may use of the outside. Reading happens on first use. */
export interface Context {
  readonly terminal: TerminalFacts
  readonly env: Readonly<Record<string, string | undefined>>
  readonly options: GlobalOptions
  readonly cwd: string
  /** What is said on stderr beside the messages of the outcome; commands may add to it. */
  readonly notices: string[]
  readonly now: () => Date
  readonly random: () => number
  /** The vault's folder, chosen on first use; fails when none is named and what could be guessed is no folder of notes. */
  readonly vaultChoice: () => VaultChoice
  /** The context that the same command would have in another folder; for servers that look after several. */
  readonly inFolder: (folder: string) => Context
  /** Where the vault and this user's state of it lie, and how many changes the history keeps; the state folder is made. */
  readonly vaultPlace: () => Promise<VaultFolders & { readonly keep: number }>
  /** The vault's folder if anything of it was asked so far. */
  readonly vaultUsed: () => VaultChoice | undefined
  /** What a path of the vault is called from the current folder: how text shows it. */
  readonly pathHere: (path: string) => string
  readonly config: () => Promise<Config>
  /** The configuration as its files are now, for what runs long enough to see them change. */
  readonly freshConfig: () => Promise<Config>
  /** Where the user's own configuration is, whether there is one or not. */
  readonly userConfig: string
  /** The vault; fails with a hint when no folder was named and none has notes. */
  readonly vault: () => Promise<Vault>
  /** The vault as it was first read; undefined where nobody asked for it so far. */
  readonly vaultIfRead: () => Vault | undefined
  /** The vault as it is now, for what runs long enough to see it change. */
  readonly freshVault: () => Promise<Vault>
  /** Tells of each new state of the vault, beginning with what changed since `vault` was read; and that other files may have changed: settings, attachments. */
  readonly watchVault: (vault: Vault, tell: (vault: Vault) => void, tellOfOthers?: () => void) => Promise<VaultWatch>
  /** Looks at what a planned change touches before it is made, shown or talked of, and fails where it must not be. */
  readonly mayChange?: (touched: readonly Touched[]) => void
  /** Whether whoever asks may learn that there is a note at a path; absent where that is so of all. */
  readonly mayName?: (path: string) => boolean
  /** The index that `search`, `list --match` and `related` ask, of the vault or of a later state of it; reads every note unless a cache knows their words, or that turned out to be damaged (`anew`). */
  readonly searchIndex: (of?: Vault, anew?: boolean) => Promise<SearchIndex>
  /** Finds a regular expression in texts; undefined when it takes too long. */
  readonly findPattern: PatternFinder
  /** An answer that follows from the vault and the question alone; it is made only if the cache does not know it. */
  readonly answer: <T>(question: Question<T>) => Promise<T>
  /** The text of a note, by path relative to the root. */
  readonly readText: (path: string) => Promise<string>
  /** The same, but empty, with a notice, for a note that can't be read any more: one of many never ends a command. */
  readonly readIfThere: (path: string) => Promise<string>
  /** The sentence around each of some links; what blocks say that it names, as far as they are in `vault`. */
  readonly contexts: (links: readonly ResolvedLink[], vault?: Vault) => Promise<readonly string[]>
  /** The text of a page that ships with the program, by path relative to the package. */
  readonly readPage: (path: string) => Promise<string>
  /** Paths, relative to the vault's root, of files that differ from the last git commit; fails outside a repository. */
  readonly changedFiles: () => Promise<readonly string[]>
  /** Those that are staged for the next commit. */
  readonly stagedFiles: () => Promise<readonly string[]>
  /** The text of a markdown file by the path the user typed, with its path in the vault where it lies there; undefined when there is no such file. */
  readonly findFile: (path: string) => Promise<{ readonly text: string; readonly inVault?: string } | undefined>
  readonly pictures: PictureSource
  /** The style of the terminal: the theme of the configuration, or the one that fits the background, for which the terminal is asked when it may be; the same at every call. */
  readonly style: (ask?: 'ask') => Promise<Style>
  /** Asks web addresses whether they answer, showing progress on a terminal; each answer is believed for a while. */
  readonly checkUrls: (urls: Iterable<string>, options: UrlOptions) => Promise<ReadonlyMap<string, UrlVerdict>>
  /** Pages as they were rendered before; undefined where nothing is kept. */
  readonly keptPages: () => Promise<KeptPages | undefined>
  readonly readInput: () => Promise<string>
  /** Asks the person a question on the terminal and gives the line typed; undefined unless stdin and stdout are terminals. */
  readonly ask: ((question: string) => Promise<string>) | undefined
  /** What wend remembers of this vault under a name, kept outside the vault; undefined when there is nothing or it can't be read. */
  readonly readState: (name: string) => Promise<unknown>
  /** Remembers something of this vault; resolves to why it could not. */
  readonly writeState: (name: string, data: unknown) => Promise<string | undefined>
  readonly runProgram: (start: ProgramStart, input?: string) => Promise<ProgramResult>
}

/** The terminal itself, for commands that talk with a person or a program until that ends; handed over by the cli. */
export interface LiveTerminal {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  /** Says something on stderr at once, as messages are said; nothing with --quiet. */
  readonly say: (message: string) => Promise<void>
}

/** What a command comes to: a report (printed to stdout), messages (to stderr) and the exit code; 0 unless said, 130 when a person interrupted it. */
export interface Outcome {
  readonly report?: Report
  readonly messages?: readonly string[]
  readonly exit?: 0 | 1 | 2 | 130
  /** What it did has to do with no vault, so that nothing is said of one that was guessed. */
  readonly apart?: true
  /** Whether the command is run and printed again whenever notes change, until it is interrupted. */
  readonly watch?: boolean
  /** Talks with a person or a program; what that comes to is printed at the end. */
  readonly serve?: (terminal: LiveTerminal) => Promise<Outcome>
}

/** An option of a command, in commander's syntax; `many` may be given several times. */
export interface OptionSpec {
  readonly flags: string
  readonly description: string
  readonly choices?: readonly string[]
  readonly many?: boolean
  /** The value where none is given. */
  readonly initial?: string
  /** What completes its value. */
  readonly completes?: Completes
}

/** What a word of the command line may name; completion offers all that there are. */
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
    /** The words that it may be, for completion. */
    readonly choices?: readonly string[]
    /** What `-` stands for: names of notes from standard input, a line each, unless the command reads it itself. */
    readonly dash?: 'own'
    /** What `--pick` chooses for it, where the argument before is one of some words; else a note where it is one. */
    readonly picked?: { readonly of: 'note' | 'task'; readonly after: readonly string[] }
  }[]
  readonly options: readonly OptionSpec[]
  /** Three real command lines or more, each with what it does. */
  readonly examples: readonly [Example, Example, Example, ...Example[]]
  /** Whether it always says which vault it read; other commands say so where that was a guess. */
  readonly saysVault?: boolean
  /** The kinds of report it gives; each brings its formats. Absent for commands without a report. */
  readonly reports?: readonly Report['kind'][]
  readonly run: (context: Context, args: readonly string[], options: Options) => Promise<Outcome>
}
