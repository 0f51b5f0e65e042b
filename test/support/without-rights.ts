import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Run, testEnvironment } from './run-wend.ts'

/** A user that owns nothing. */
const nobody = 65534

/**
 * Runs the built program as a user who is not root, for whom permissions count: the vault is given to that user where this
 * process is root. Undefined where such a user can't run it.
 */
export function spawnWithoutRights(args: readonly string[], cwd: string): Run | undefined {
  const isRoot = process.getuid?.() === 0
  const home = join(cwd, '..', 'home')
  mkdirSync(home, { recursive: true })
  const env = testEnvironment({
    HOME: home,
    XDG_CONFIG_HOME: '',
    XDG_CACHE_HOME: '',
    XDG_STATE_HOME: '',
  })
  const user = isRoot ? { uid: nobody, gid: nobody } : {}
  const run = (line: readonly string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [resolve('bin/wend.js'), ...line], { cwd, env, encoding: 'utf8', ...user })
  if (run(['--version']).status !== 0) return undefined
  const { status, stdout, stderr } = run(args)
  return { exit: status ?? -1, stdout: String(stdout), stderr: String(stderr) }
}

/** Gives a folder and all below it to the user that `spawnWithoutRights` runs as. */
export function giveAway(folder: string): void {
  if (process.getuid?.() !== 0) return
  chownSync(folder, nobody, nobody)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (lstatSync(path).isDirectory()) giveAway(path)
    else if (!lstatSync(path).isSymbolicLink()) chownSync(path, nobody, nobody)
  }
}
