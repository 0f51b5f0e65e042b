import { fail } from '../../core/model/failure.ts'
import { fileExists } from '../../io/files/file-exists.ts'
import { splitCommand } from '../../io/programs/split-command.ts'
import { userConfigFile } from '../config-files.ts'
import type { Process } from '../process.ts'

/** The shell command of an alias, with the arguments typed after its name. */
export interface ShellLine {
  readonly name: string
  readonly shell: string
  readonly args: readonly string[]
}

/** The aliases of the user's configuration, never those of a vault; nothing is loaded when there is no such file. */
export async function userAliases({ env }: Pick<Process, 'env'>): Promise<ReadonlyMap<string, string>> {
  const file = userConfigFile(env)
  if (!fileExists('', file)) return new Map()
  return (await import('../../io/config/user-names.ts')).readAliases(file)
}

/**
 * A command line with the alias at an index expanded, repeatedly if it names another; a shell command; or undefined when there is no alias.
 * Fails on an alias that refers to itself. Callers look for commands first, so that no alias hides one.
 */
export function expandAlias(
  argv: readonly string[],
  at: number,
  {
    aliases,
    isCommand,
  }: { readonly aliases: ReadonlyMap<string, string>; readonly isCommand: (name: string) => boolean },
): readonly string[] | ShellLine | undefined {
  let words = argv.slice(at)
  const seen: string[] = []
  for (;;) {
    const [name = '', ...rest] = words
    const line = isCommand(name) ? undefined : aliases.get(name)
    if (line === undefined) return seen.length === 0 ? undefined : [...argv.slice(0, at), ...words]
    seen.push(name)
    if (seen.indexOf(name) < seen.length - 1)
      return fail({
        kind: 'usage',
        message: `the alias "${seen.join('" leads to "')}"`,
        hint: 'change it with: wend config edit',
      })
    if (line.trimStart().startsWith('!')) return shellLine(argv.slice(0, at), { name, line, rest })
    words = [...splitCommand(line), ...rest]
  }
}

function shellLine(
  before: readonly string[],
  { name, line, rest }: { readonly name: string; readonly line: string; readonly rest: readonly string[] },
): ShellLine {
  if (before.length > 0)
    fail({
      kind: 'usage',
      message: `"${name}" is a line for the shell, which takes no options of wend before its name`,
      hint: `it is: ${line}`,
    })
  return { name, shell: line.trimStart().slice(1), args: rest }
}

/** Runs a shell command with the typed arguments, at its end or where it refers to them; resolves to its exit code. */
export async function runShellLine({ name, shell, args }: ShellLine): Promise<number> {
  const { runProgram } = await import('../../io/programs/start-program.ts')
  const { exitCode, problem } = runProgram({
    sort: 'shell',
    command: 'sh',
    args: ['-c', placesArguments(shell) ? shell : `${shell} "$@"`, name],
    given: args,
  })
  if (problem !== undefined) fail({ kind: 'io', action: 'start', path: 'sh', reason: problem })
  return exitCode
}

/**
 * Whether a shell command refers to its arguments, as in `grep "$1" notes.txt`. In a function, `f() { … }; f`, they are those of the call.
 */
function placesArguments(shell: string): boolean {
  if (/\w\s*\(\)/.test(shell)) return false
  const expanded = shell.replace(/("(?:\\[^]|[^"\\])*")|\\[^]|'[^']*'/g, (_piece, quoted: string | undefined) =>
    quoted === undefined ? '' : quoted.replace(/\\[^]/g, ''),
  )
  return /\$\{?[@*1-9]/.test(expanded)
}
