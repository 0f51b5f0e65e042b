import type { SettingValue } from '../../io/config/setting-values.ts'
import type { Context } from '../command.ts'

/** A program that wend may start: its name, who chose it, its path. Arguments are left out, since they may be private. */
export interface ProgramFacts {
  readonly name?: string
  readonly from?: string
  readonly file?: string
  readonly version?: string
}

/** The programs that wend would start here, by the settings and the environment. Only git is run, for its version. */
export async function programsOf(
  context: Context,
  settings: readonly SettingValue[],
): Promise<Readonly<Record<'editor' | 'pager' | 'git' | 'fzf', ProgramFacts>>> {
  const [{ findProgram }, { gitVersion }, { splitCommand }] = await Promise.all([
    import('../../io/programs/find-program.ts'),
    import('../../io/programs/git-version.ts'),
    import('../../io/programs/split-command.ts'),
  ])
  const found = (name: string, from?: string): ProgramFacts => {
    const path = findProgram(name, context.env)
    return { name, ...(from && { from }), ...(path && { file: path }) }
  }
  const set = (key: 'editor' | 'pager', usual?: string): ProgramFacts => {
    const { value, from } = settings.find((one) => one.key === key) ?? {}
    const [name] = typeof value === 'string' ? splitCommand(value) : []
    return name === undefined ? (usual === undefined ? {} : found(usual)) : found(name, from)
  }
  const version = gitVersion()
  const git = { ...found('git'), ...(version && { version }) }
  return { editor: set('editor'), pager: set('pager', 'less'), git, fzf: found('fzf') }
}
