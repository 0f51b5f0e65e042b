import { arch, platform, release } from 'node:os'
import { version } from 'node:process'
import { type Failure, FailureError } from '../../core/model/failure.ts'
import { failureMessage } from '../../view/failure-message.ts'
import { allSettings } from '../config/all-settings.ts'
import { configFile, type ConfigOwner, configTextOf, problemOf } from '../config/config-owner.ts'
import type { Context } from '../command.ts'
import { type ProgramFacts, programsOf } from './programs-of.ts'

interface FolderFacts {
  readonly folder: string
  readonly exists: boolean
}

/** What wend finds in its environment; absent fields do not exist there. */
export interface Facts {
  readonly wend: { readonly version: string; readonly build?: string }
  readonly system: Readonly<Record<'node' | 'platform' | 'release' | 'arch', string>>
  readonly vault?: {
    readonly root: string
    readonly found: string
    readonly notes?: number
    readonly dialects?: readonly string[]
  }
  readonly config: readonly { readonly file: string; readonly exists: boolean; readonly keys: number }[]
  readonly cache?: FolderFacts & { readonly where: string }
  readonly state?: FolderFacts
  readonly terminal: {
    readonly stdin: boolean
    readonly stdout: boolean
    readonly stderr: boolean
    readonly width: number
    readonly height: number
    readonly colors: 0 | 1 | 2 | 3
    readonly hyperlinks: boolean
    readonly pictures?: string
  }
  readonly programs: Readonly<Record<'editor' | 'pager' | 'git' | 'fzf', ProgramFacts>>
  /** Environment variables that change what wend does, and whose values are not personal. */
  readonly environment: Readonly<Record<string, string>>
  /** What is wrong, as sentences. */
  readonly problems: readonly string[]
}

/** Collects the facts. Nothing of the vault is run, and nothing is created; failures are listed as problems. */
export async function factsOf(context: Context): Promise<Facts> {
  const problems: string[] = []
  const attempt = async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      const said = wordsOf(error.failure)
      if (!problems.includes(said)) problems.push(said)
      return undefined
    }
  }
  const vault = await attempt(() => context.vaultChoice())
  const notes = vault && (await attempt(async () => (await context.vault()).size))
  const settings = vault && (await attempt(() => allSettings(context)))
  const config = await attempt(() => configFacts(context, vault !== undefined, problems))
  const valueOf = (key: string): unknown => settings?.find((one) => one.key === key)?.value
  const dialects = valueOf('links.dialect')
  return {
    wend: { version: WEND_VERSION, ...(typeof WEND_BUILD === 'string' ? { build: WEND_BUILD.slice(0, 12) } : {}) },
    system: { node: version, platform: platform(), release: release(), arch: arch() },
    ...(vault && {
      vault: {
        root: vault.root,
        found: { ...foundBy, marker: `marked by ${vault.marker ?? ''}` }[vault.by],
        ...(notes === undefined ? {} : { notes }),
        ...(Array.isArray(dialects) || typeof dialects === 'string' ? { dialects: [dialects].flat().map(String) } : {}),
      },
    }),
    config: config ?? [],
    ...(await foldersOf(context, vault?.root, valueOf('cache'))),
    // The picture protocol depends on a setting too; unreadable settings are already reported.
    terminal: terminalOf(context, settings && (await attempt(() => context.pictures.way()))),
    programs: await programsOf(context, settings ?? []),
    environment: Object.fromEntries(
      variables.flatMap((name) => (context.env[name] === undefined ? [] : [[name, context.env[name] ?? '']])),
    ),
    problems,
  }
}

function terminalOf(context: Context, way: Awaited<ReturnType<Context['pictures']['way']>>): Facts['terminal'] {
  const { stdinIsTerminal, stdoutIsTerminal, stderrIsTerminal, colorLevel, width, height, hyperlinks } =
    context.terminal
  return {
    stdin: stdinIsTerminal,
    stdout: stdoutIsTerminal,
    stderr: stderrIsTerminal,
    width,
    height,
    colors: colorLevel,
    hyperlinks,
    ...(way === undefined ? {} : { pictures: way.protocol }),
  }
}

function wordsOf(failure: Failure): string {
  return failureMessage(failure).lines.join('; ')
}

async function configFacts(context: Context, hasVault: boolean, problems: string[]): Promise<Facts['config']> {
  const { readSettings } = await import('../../io/config/config-file.ts')
  const facts: Facts['config'][number][] = []
  for (const owner of hasVault ? (['user', 'vault'] as const) : (['user'] as const)) {
    const [path, text] = [configFile(context, owner), await configTextOf(context, owner)]
    const problem = text === undefined ? undefined : await problemOf(text, path, owner)
    if (problem !== undefined && !problems.includes(problem)) problems.push(problem)
    const keys = text === undefined || problem !== undefined ? 0 : readSettings(text, path, owner).length
    facts.push({ file: path, exists: text !== undefined, keys })
    if (problem === undefined && text !== undefined) problems.push(...(await hiddenAliases(text, path, owner)))
  }
  return facts
}

async function hiddenAliases(text: string, path: string, owner: ConfigOwner): Promise<readonly string[]> {
  const [{ parseConfig }, { findCommand }] = await Promise.all([
    import('../../io/config/config-file.ts'),
    import('../registry.ts'),
  ])
  return Object.keys(parseConfig(text, path, owner).aliases ?? {})
    .filter((name) => findCommand(name) !== undefined)
    .map((name) => `${path}: the alias "${name}" is never used, since a command has that name`)
}

async function foldersOf(
  context: Context,
  root: string | undefined,
  where: unknown,
): Promise<Pick<Facts, 'cache' | 'state'>> {
  const [{ cacheFolder }, { stateFolders }, { fileFacts }] = await Promise.all([
    import('../../io/cache/cache-folder.ts'),
    import('../../io/changes/user-state.ts'),
    import('../../io/files/file-facts.ts'),
  ])
  const exists = (folder: string): boolean => fileFacts(folder)?.isDirectory() === true
  const cache = cacheFolder(context.env, platform())
  const state = root === undefined ? undefined : stateFolders(root, context.env)[0]
  const said = { vault: "kept in the vault's .wend/cache", off: 'switched off by the configuration' }[String(where)]
  return {
    ...(cache && { cache: { folder: cache, exists: exists(cache), where: said ?? 'kept here' } }),
    ...(state && { state: { folder: state, exists: exists(state) } }),
  }
}

const foundBy = {
  flag: 'named by --vault',
  environment: 'named by $WEND_VAULT',
  git: 'the git repository',
  guess: 'a guess: nothing marks a vault here',
}

const variables = [
  ...['TERM', 'TERM_PROGRAM', 'TERM_PROGRAM_VERSION', 'COLORTERM', 'COLORFGBG', 'NO_COLOR', 'FORCE_COLOR', 'CLICOLOR'],
  ...['CLICOLOR_FORCE', 'FORCE_HYPERLINK', 'COLUMNS', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'SOURCE_DATE_EPOCH', 'CI'],
]
