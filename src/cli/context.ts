import type { Vault } from '../core/vault/vault.ts'
import type { Config } from '../core/model/config.ts'
import type { ResolvedLink } from '../core/model/resolution.ts'
import { rootIfAny } from '../commands/arguments/root-if-any.ts'
import type { Context, GlobalOptions } from '../commands/command.ts'
import type { KeptFolder } from '../io/cache/kept-folder.ts'
import type { KeptPages } from '../io/cache/kept-pages.ts'
import { readCachedConfig } from '../io/config/cached-config.ts'
import { userFiles } from './vault/caches.ts'
import { userConfigFile, vaultConfigFile } from './config-files.ts'
import { once } from './once.ts'
import { findVault, type VaultChoice } from '../io/vault/find-vault.ts'
import type { TerminalFacts } from '../io/terminal/terminal.ts'
import { neutralise } from '../view/neutralise.ts'
import { plainStyle, type Style } from '../view/style.ts'
import { pictureSource } from './terminal/picture-source.ts'
import type { Process } from './process.ts'
import { readerIfThere } from './read-if-there.ts'
import { standpointOf } from './vault/standpoint.ts'
import { vaultAccess } from './vault/vault-access.ts'
import { makeUserState, stateFolders } from '../io/changes/user-state.ts'

/** Builds what commands may use of the outside. Everything is read on first use, so that a command pays only for what it needs. */
export function makeContext(process: Process, options: GlobalOptions, terminal: TerminalFacts): Context {
  const { choose, chosen, vaultUsed } = choosing(process, options)
  const freshConfig = configReader(process, options, chosen)
  const config = once(freshConfig)
  const notices: string[] = []
  let style: Promise<Style> | undefined
  const access = vaultAccess({ process, options, config, notices, chosen, terminal })
  const reader = once(async () => {
    const { readNoteText } = await import('../io/files/read-text.ts')
    return readerIfThere((path) => readNoteText(chosen().root, path, options), notices)
  })
  const finder = once(async () => (await import('../io/files/find-pattern.ts')).patternFinder())
  return {
    terminal,
    env: process.env,
    options,
    get cwd() {
      return process.cwd()
    },
    notices,
    now: () => currentDate(process.env),
    random: Math.random,
    vaultChoice: chosen,
    inFolder: (folder) => makeContext(Object.create(process, { cwd: { value: () => folder } }), options, terminal),
    vaultUsed,
    pathHere: (path) => standpointOf({ cwd: process.cwd(), vaultUsed })?.pathFrom?.(path) ?? path,
    config,
    freshConfig,
    userConfig: userConfigFile(process.env),
    ...access,
    vaultPlace: once(async () => {
      const { foreignState, vaultPlace } = await import('../io/changes/vault-place.ts')
      const { messages, ...place } = vaultPlace(chosen().root, process.env)
      notices.push(...foreignState(place.root, process.env), ...messages)
      return { ...place, keep: (await config()).history }
    }),
    findPattern: async (pattern, texts) => (await finder())(pattern, texts),
    readText: async (path) => (await import('../io/files/read-text.ts')).readNoteText(chosen().root, path, options),
    readIfThere: async (path) => (await reader())(path),
    contexts: async (links, of) => contextsOf(links, await reader(), of === undefined ? access.vault : async () => of),
    readPage: async (path) => (await import('../io/files/read-page.ts')).readPage(path),
    changedFiles: async () => (await import('../io/programs/changed-files.ts')).changedFiles(chosen().root),
    stagedFiles: async () => (await import('../io/programs/changed-files.ts')).stagedFiles(chosen().root),
    findFile: async (path) =>
      (await import('../io/vault/find-file.ts')).findFile(process.cwd(), path, () =>
        rootIfAny({ vaultChoice: choose }),
      ),
    pictures: pictureSource(process, terminal, { root: () => chosen().root, config }),
    style: async (ask) => (style ??= styleOf(process, terminal, { config, ask })),
    checkUrls: async (urls, asked) =>
      (await import('./terminal/ask-with-progress.ts')).askWithProgress(process, urls, asked, options.cache),
    keptPages: async () => pagesOf(userFiles(chosen().root, { options, env: process.env }), await config()),
    readInput: async () => (await import('../io/files/read-stdin.ts')).readStdin(process.stdin),
    get ask() {
      return terminal.stdoutIsTerminal && terminal.stdinIsTerminal ? asker(process) : undefined
    },
    ...rememberedState(process.env, () => chosen().root),
    runProgram: async (start, input) => (await import('../io/programs/start-program.ts')).runProgram(start, input),
  }
}

/** Chooses the vault once, on first use: `chosen` gives it, `vaultUsed` says whether it was needed. */
function choosing(
  process: Process,
  options: GlobalOptions,
): Pick<Context, 'vaultUsed'> & { readonly choose: () => VaultChoice; readonly chosen: () => VaultChoice } {
  let choice: VaultChoice | undefined
  let used = false
  const choose = (): VaultChoice => (choice ??= findVault(process, options.vault, options.vaultNamed))
  const chosen = (): VaultChoice => {
    used ||= choose() !== undefined
    return choose()
  }
  return { choose, chosen, vaultUsed: () => (used ? choice : undefined) }
}

/** Reads the configuration of the vault as its files are now. */
function configReader(process: Process, options: GlobalOptions, chosen: () => VaultChoice): () => Promise<Config> {
  return async () => {
    const { root } = chosen()
    const files = { root, vault: vaultConfigFile(root), user: userConfigFile(process.env) }
    return inTimeZone(process.env, await readCachedConfig(files, userFiles(root, { options, env: process.env })))
  }
}

/** Sets the time zone; Node notices, so that from here on all local times are in the configured zone. */
function inTimeZone(env: NodeJS.ProcessEnv, config: Config): Config {
  if (config.timeZone !== undefined) env['TZ'] = config.timeZone
  return config
}

/** Asks a person a question, in which names from the vault are made safe to print. */
function asker(process: Process): (question: string) => Promise<string> {
  return async (question) => (await import('../io/terminal/ask-person.ts')).askPerson(neutralise(question), process)
}

/** Rendered pages contain terminal escapes, so they are never kept in the vault, which may come from a stranger. */
async function pagesOf(files: KeptFolder | undefined, { cache }: Config): Promise<KeptPages | undefined> {
  if (files === undefined || cache !== 'user') return undefined
  return (await import('../io/cache/kept-pages.ts')).keptPages(files)
}

async function styleOf(
  process: Process,
  terminal: TerminalFacts,
  choice: { readonly config: () => Promise<Config>; readonly ask: 'ask' | undefined },
): Promise<Style> {
  if (terminal.colorLevel === 0) return plainStyle
  return (await import('./terminal/terminal-style.ts')).terminalStyle(process, terminal, choice)
}

/** The sentence around each link (links in canvases have none); each note is read only once. */
async function contextsOf(
  links: readonly ResolvedLink[],
  read: (path: string) => string,
  vault: () => Promise<Vault>,
): Promise<readonly string[]> {
  const { Sentences } = await import('../core/parse/sentences.ts')
  const named = links.some(({ link }) => link.tool === 'block')
    ? await import('../core/query/note/block-words.ts')
    : undefined
  const shown = named?.blocksInSentences(named.blockWords(await vault(), read))
  const notes = new Map<string, InstanceType<typeof Sentences>>()
  return links.map(({ from, link }) => {
    if (link.canvas !== undefined) return ''
    const sentences = notes.get(from.path) ?? new Sentences(read(from.path), from.dialects, shown)
    notes.set(from.path, sentences)
    return sentences.around(link.span)
  })
}

/** The current time, or SOURCE_DATE_EPOCH (seconds since 1970), which builds and tests set for reproducible output. */
function currentDate(env: NodeJS.ProcessEnv): Date {
  const epoch = Number(env['SOURCE_DATE_EPOCH'] || Number.NaN)
  return Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date()
}

/** Access to the stored state of a vault, which is outside it. */
function rememberedState(env: NodeJS.ProcessEnv, root: () => string): Pick<Context, 'readState' | 'writeState'> {
  return {
    readState: async (name) => (await import('../io/cache/vault-state.ts')).readState(stateFolders(root(), env), name),
    writeState: async (name, data) =>
      (await import('../io/cache/vault-state.ts')).writeState(makeUserState(root(), env).folder, name, data),
  }
}
