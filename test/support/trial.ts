import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from './make-vault.ts'
import { type Run, runWend } from './run-wend.ts'

/** A vault of its own on which command lines are run one after the other. */
export interface Trial {
  readonly root: string
  readonly run: (...args: readonly string[]) => Promise<Run>
  /** What a command says as JSON. */
  readonly json: <T>(...args: readonly string[]) => Promise<T>
  readonly read: (path: string) => string
  readonly has: (path: string) => boolean
  /** The codes of what `check` finds with such options. */
  readonly codes: (...args: readonly string[]) => Promise<readonly string[]>
}

/** Makes a vault of these files. */
export function trial(files: Readonly<Record<string, string | Buffer>>, folder = '.'): Trial {
  const root = makeVault(files)
  const run = (...args: readonly string[]): Promise<Run> => runWend(args, { cwd: join(root, folder) })
  const json = async <T>(...args: readonly string[]): Promise<T> =>
    JSON.parse((await run(...args, '--json')).stdout) as T
  return {
    root,
    run,
    json,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
    codes: async (...args) =>
      (await json<{ problems: { code: string }[] }>('check', ...args)).problems.map(({ code }) => code),
  }
}
