import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { existsSync } from '../files/file-system.ts'
import { foreignRepository, repositoryVariables } from './own-repository.ts'
import { type ProgramSort, programRules } from './program-rules.ts'

/** The outcome of a program run in the foreground. */
export interface ProgramResult {
  readonly exitCode: number
  /** Why it could not be started. */
  readonly problem?: string
}

/** A program to start: its kind, its command line as the user gave it, and further arguments, which may be names from a vault. */
export interface ProgramStart {
  readonly sort: ProgramSort
  readonly command: string
  readonly args: readonly string[]
  readonly given: readonly string[]
}

/** Runs a program in the foreground with the terminal; arguments are passed directly, never through a shell. */
export function runProgram({ sort, command, args, given }: ProgramStart, input?: string): ProgramResult {
  const { flags, takes } = programRules[sort]
  const odd = given.find((argument) => !takes(argument))
  if (odd !== undefined) return { exitCode: 127, problem: `it is not given ${odd}` }
  const result = spawnSync(command, [...flags, ...args, ...given], {
    env: environmentFor(sort),
    stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
    ...(input === undefined ? {} : { input }),
  })
  // Quitting a pager before it has read everything is no failure.
  if (result.error && !('code' in result.error && result.error.code === 'EPIPE'))
    return {
      exitCode: 127,
      problem: 'code' in result.error && result.error.code === 'ENOENT' ? 'not found' : result.error.message,
    }
  return { exitCode: result.status ?? 128 }
}

/**
 * Lets a person choose among lines with a program that draws on the terminal itself; resolves to its output, undefined when nothing was
 * chosen.
 */
export function askPicker(
  command: string,
  args: readonly string[],
  input: string,
): { readonly chosen: string | undefined; readonly problem?: string } {
  const { flags } = programRules.picker
  const result = spawnSync(command, [...flags, ...args], {
    env: environmentFor('picker'),
    stdio: ['pipe', 'pipe', 'inherit'],
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  // The picker was quit before it had read everything.
  const left = result.error !== undefined && 'code' in result.error && result.error.code === 'EPIPE'
  if (result.error && !left) return { chosen: undefined, problem: result.error.message }
  // For fzf, 1 means "no match", 130 "quit" and 2 an error.
  if (result.status !== 0 && result.status !== 1 && result.status !== 130)
    return { chosen: undefined, problem: `it ended with ${result.status ?? 'a signal'}` }
  return { chosen: result.status === 0 ? result.stdout : undefined }
}

/** Time limit for git in seconds: an included settings file, or `.gitignore` in some folder, may be a pipe. */
const patience = 20

/**
 * The output of a git command about a folder, as text of at most 64 MB; undefined when git is not installed or fails, or would use a
 * repository that is not the folder's own. Fails after twenty seconds.
 */
export function askGit(folder: string, question: readonly string[]): string | undefined {
  if (foreignRepository(folder) !== undefined) return undefined
  const result = spawnSync('git', [...programRules.git.flags, ...question], {
    cwd: folder,
    env: { ...environmentFor('git'), ...repositoryVariables(folder, process.env) },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
    timeout: patience * 1000,
    killSignal: 'SIGKILL',
  })
  if (result.error !== undefined && 'code' in result.error && result.error.code === 'ETIMEDOUT')
    fail({ kind: 'refused', message: `git was asked about ${folder} and did not answer within ${patience} s` })
  return result.error === undefined && result.status === 0 ? result.stdout : undefined
}

/** What tmux gives for a format; undefined without tmux, or when it takes longer than a second. */
export function askTmux(format: string): string | undefined {
  const result = spawnSync('tmux', [...programRules.tmux.flags, format], {
    env: environmentFor('tmux'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 1000,
  })
  return result.error === undefined && result.status === 0 ? result.stdout : undefined
}

/** A process that acts when this one ends. */
export interface Watchdog {
  /** Closes its input, as the end of this process would; when there is nothing left to do, it just ends. */
  readonly end: () => void
}

/**
 * Starts a script that is shipped with the program in a process of its own, which survives when this one is killed: its input then ends.
 * Undefined when there is no such script, as in a single-file program.
 */
export function startWatchdog(script: string, args: readonly string[]): Watchdog | undefined {
  const file = join(import.meta.dirname, script)
  if (!existsSync(file)) return undefined
  const child = spawn(process.execPath, [file, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  })
  // If it can't be started, the next publication does its work.
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.unref()
  return { end: () => child.stdin.end() }
}

function environmentFor(sort: ProgramSort): NodeJS.ProcessEnv {
  const { defaults, sets, unsets } = programRules[sort]
  const kept = Object.entries(process.env).filter(([name]) => !unsets.includes(name))
  return { ...defaults, ...Object.fromEntries(kept), ...sets }
}
