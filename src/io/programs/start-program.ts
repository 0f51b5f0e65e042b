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

/** A program to start: its sort, its words as the user gave them, and those that come after them, which may hold names of a vault. */
export interface ProgramStart {
  readonly sort: ProgramSort
  readonly command: string
  readonly args: readonly string[]
  readonly given: readonly string[]
}

/** Runs a program with the terminal handed over; arguments go as they are, never through a shell. */
export function runProgram({ sort, command, args, given }: ProgramStart, input?: string): ProgramResult {
  const { flags, takes } = programRules[sort]
  const odd = given.find((argument) => !takes(argument))
  if (odd !== undefined) return { exitCode: 127, problem: `it is not given ${odd}` }
  const result = spawnSync(command, [...flags, ...args, ...given], {
    env: environmentFor(sort),
    stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
    ...(input === undefined ? {} : { input }),
  })
  // A pager that is left before it has read all is no failure.
  if (result.error && !('code' in result.error && result.error.code === 'EPIPE'))
    return {
      exitCode: 127,
      problem: 'code' in result.error && result.error.code === 'ENOENT' ? 'not found' : result.error.message,
    }
  return { exitCode: result.status ?? 128 }
}

/** Has a person choose among lines with a program that draws on the terminal itself; resolves to what it prints, undefined when nothing was chosen. */
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
  // It is left before it has read all.
  const left = result.error !== undefined && 'code' in result.error && result.error.code === 'EPIPE'
  if (result.error && !left) return { chosen: undefined, problem: result.error.message }
  // Of fzf, 1 is "nothing fits" and 130 "left"; 2 is what it could not do.
  if (result.status !== 0 && result.status !== 1 && result.status !== 130)
    return { chosen: undefined, problem: `it ended with ${result.status ?? 'a signal'}` }
  return { chosen: result.status === 0 ? result.stdout : undefined }
}

/** Seconds that git may take: what its settings include, or `.gitignore` in some folder, may be a pipe. */
const patience = 20

/**
 * What git answers to a question about a folder, as text of at most 64 MB; undefined when it is not installed or fails, and where it
 * would answer from a repository that is not the folder's own. Fails when it takes longer than twenty seconds.
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

/** What tmux answers to a format; undefined when there is none, or it takes longer than a second. */
export function askTmux(format: string): string | undefined {
  const result = spawnSync('tmux', [...programRules.tmux.flags, format], {
    env: environmentFor('tmux'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 1000,
  })
  return result.error === undefined && result.status === 0 ? result.stdout : undefined
}

/** A process that waits for the end of this one. */
export interface Watchdog {
  /** Lets it see that this one has ended, or needs it no more. */
  readonly end: () => void
}

/**
 * Starts a script that lies beside the program in a process of its own, which goes on when this one is killed: its input ends then. Undefined
 * where there is no such script, as in a program that is one file.
 */
export function startWatchdog(script: string, args: readonly string[]): Watchdog | undefined {
  const file = join(import.meta.dirname, script)
  if (!existsSync(file)) return undefined
  const child = spawn(process.execPath, [file, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  })
  // One that could not be started is not needed: the next publication does what it would have done.
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
