import { spawnSync } from 'node:child_process'

/** The outcome of a program run in the foreground. */
export interface ProgramResult {
  readonly exitCode: number
  /** Why it could not be started. */
  readonly problem?: string
}

/**
 * Runs a program with the terminal handed over; arguments go as they are, never through a shell. One that gets input is
 * a pager: less and lv show colours where their user has set nothing else, as git has it.
 */
export function runProgram(command: string, args: readonly string[], input?: string): ProgramResult {
  const result = spawnSync(command, args, {
    stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
    ...(input === undefined ? {} : { input, env: { LESS: 'FRX', LV: '-c', ...process.env } }),
  })
  // A pager that is left before it has read all is no failure.
  if (result.error && !('code' in result.error && result.error.code === 'EPIPE'))
    return {
      exitCode: 127,
      problem: 'code' in result.error && result.error.code === 'ENOENT' ? 'not found' : result.error.message,
    }
  return { exitCode: result.status ?? 128 }
}

/** Splits a command line such as `code --wait "a b"` into words: quotes group, a backslash takes the next character as it is (POSIX shell, without expansions). */
export function splitCommand(line: string): readonly string[] {
  const words: string[] = []
  const pattern = /\s*((?:[^\s"'\\]+|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+)/gsy
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) words.push(unquote(match[1] ?? ''))
  return words
}

function unquote(word: string): string {
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
    (_all, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
  )
}
