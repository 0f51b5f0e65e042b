import { randomBytes } from 'node:crypto'
import * as nodeFiles from '../files/file-system.ts'
import { hostname, uptime } from 'node:os'
import { dirname, join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { type ChangeFiles, ifPresent } from '../files/change-files.ts'
import { errorCode, errorReason } from '../files/error-code.ts'
import { holdInterrupts } from '../files/hold-interrupts.ts'
import { stateFolder } from '../cache/state-folder.ts'

/** How long to wait for another process, in milliseconds, and how. */
export interface LockPatience {
  readonly waitMs: number
  readonly now: () => number
  readonly sleep: (milliseconds: number) => void
}

/** The age from which a lock is ignored, in milliseconds. */
const longestHold = 3_600_000

/** Waits at most five seconds. */
export const defaultPatience: LockPatience = {
  waitMs: 5000,
  now: Date.now,
  sleep: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
}

/** Who holds the lock of a vault. */
interface LockHolder {
  readonly pid: number
  readonly host: string
  readonly started: number
  readonly nonce: string
}

/** The locks that this process holds, by file: how many times, and the token that marks them as its own. */
const held = new Map<string, Held>()

interface Held {
  count: number
  readonly nonce: string
  /** The folder of the lock, if it was made for it: it is removed with the lock unless it holds something else by then. */
  readonly madeFolder?: string
  /** Lets Ctrl-C end the process at once again; while it changes files, that would leave a roll-back to the next process. */
  readonly resume: () => void
}

/**
 * Changes a vault while no other process does. Fails with the holder of the lock when waiting does not help; the lock of a dead process is
 * taken over.
 */
export function withVaultLock<T>(fs: ChangeFiles, root: string, patience: LockPatience, work: () => T): T {
  const release = lockVault(root, fs, patience)
  try {
    return work()
  } finally {
    release()
  }
}

/** Takes the lock of a vault, or takes it once more; returns the function that releases it. */
export function lockVault(
  root: string,
  fs: ChangeFiles = nodeFiles,
  patience: LockPatience = defaultPatience,
): () => void {
  const file = lockFile(root)
  const mine = held.get(file)
  if (mine === undefined) held.set(file, { ...acquire(fs, root, patience), resume: holdInterrupts() })
  else mine.count++
  let released = false
  return () => {
    if (!released) giveBack(fs, file)
    released = true
  }
}

/** The file that says which process is changing a vault. */
export function lockFile(root: string): string {
  return join(root, '.wend', 'lock')
}

/** The process that holds the lock of a vault, if it is alive as far as this one can tell; undefined when there is none. */
export function liveHolder(fs: ChangeFiles, root: string, now: number): string | undefined {
  const state = readHolder(fs, lockFile(root), now)
  return state === 'none' || state === 'dead' ? undefined : state.who
}

function acquire(fs: ChangeFiles, root: string, patience: LockPatience): Omit<Held, 'resume'> {
  const isNew = ifPresent(() => fs.lstatSync(dirname(lockFile(root)))) === undefined
  const folder = stateFolder(fs, root)
  const file = lockFile(root)
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    started: Date.now(),
    nonce: randomBytes(8).toString('hex'),
  }
  const deadline = patience.now() + patience.waitMs
  for (let pause = 5; ; pause = Math.min(100, pause * 2)) {
    if (tryCreate(fs, file, JSON.stringify(holder))) {
      // A finished takeover has removed its lock; a takeover file without one is a leftover.
      clearAway(fs, `${file}.takeover`)
      return { count: 1, nonce: holder.nonce, ...(isNew ? { madeFolder: folder } : {}) }
    }
    const state = readHolder(fs, file, patience.now())
    if (state === 'none') stateFolder(fs, root)
    if (state === 'none' || (state === 'dead' && removeDead(fs, file, patience))) continue
    if (patience.now() >= deadline) refuse(root, state)
    patience.sleep(pause)
  }
}

function refuse(root: string, state: 'dead' | { readonly who: string }): never {
  const who = state === 'dead' ? 'a process that ended' : state.who
  fail({
    kind: 'refused',
    message: `the vault is being changed by ${who}`,
    hint: `try again when it is done; if it is not running, delete ${lockFile(root)}`,
  })
}

function tryCreate(fs: ChangeFiles, file: string, content: string): boolean {
  let descriptor: number
  try {
    descriptor = fs.openSync(file, 'wx')
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || errorCode(error) === 'ENOENT') return false
    return fail({ kind: 'io', action: 'make the lock of the vault,', path: file, reason: errorReason(error) })
  }
  try {
    fs.writeSync(descriptor, content)
  } catch (error) {
    fs.unlinkSync(file)
    return fail({ kind: 'io', action: 'make the lock of the vault,', path: file, reason: errorReason(error) })
  } finally {
    fs.closeSync(descriptor)
  }
  return true
}

function readHolder(fs: ChangeFiles, file: string, now: number): 'none' | 'dead' | { readonly who: string } {
  const facts = ifPresent(() => fs.lstatSync(file))
  if (facts === undefined) return 'none'
  // Wend never makes a pipe or link there; reading one might block.
  if (!facts.isFile()) return 'dead'
  const text = ifPresent(() => fs.readFileSync(file, 'utf8'))
  if (text === undefined) return 'none'
  const holder = parseHolder(text)
  if (holder === undefined) {
    // A process writes its name right after it creates the file: one that has not within a second never will.
    const changed = ifPresent(() => fs.lstatSync(file).mtimeMs)
    return changed !== undefined && isOlder(changed, now, 1000) ? 'dead' : { who: 'another process' }
  }
  // No change takes an hour: such a lock came with the vault, or its holder was on another machine.
  if (isOlder(facts.mtimeMs, now, longestHold)) return 'dead'
  if (holder.host !== hostname()) return { who: `process ${holder.pid} on ${holder.host}` }
  const beforeBoot = holder.started < Date.now() - uptime() * 1000 - 60_000
  const alive = !beforeBoot && holder.pid !== process.pid && isRunning(holder.pid)
  return alive ? { who: `process ${holder.pid}` } : 'dead'
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return isHolder(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isHolder(data: unknown): data is LockHolder {
  return (
    typeof data === 'object' &&
    data !== null &&
    'pid' in data &&
    typeof data.pid === 'number' &&
    'host' in data &&
    typeof data.host === 'string' &&
    'started' in data &&
    typeof data.started === 'number' &&
    'nonce' in data
  )
}

/** A signal of 0 asks without sending; a process of another user answers EPERM. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Removes the lock of a dead process; only one process at a time may, or a second could remove the new lock of the first. */
function removeDead(fs: ChangeFiles, file: string, patience: LockPatience): boolean {
  const guard = `${file}.takeover`
  const left = ifPresent(() => fs.lstatSync(guard).mtimeMs)
  if (left !== undefined && isOlder(left, patience.now(), 2000)) clearAway(fs, guard)
  let descriptor: number
  try {
    descriptor = fs.openSync(guard, 'wx')
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
  try {
    if (readHolder(fs, file, patience.now()) === 'dead') clearAway(fs, file)
  } finally {
    fs.closeSync(descriptor)
    ifPresent(() => fs.unlinkSync(guard))
  }
  return true
}

/** Whether a time is more than that long ago, or that far ahead: an unpacked file may have any time, and would otherwise count for ever. */
function isOlder(changed: number, now: number, milliseconds: number): boolean {
  return Math.abs(now - changed) > milliseconds
}

/** Removes what is in place of a lock; a folder, which wend never makes, is renamed and keeps its content. */
function clearAway(fs: ChangeFiles, file: string): void {
  ifPresent(() => {
    if (fs.lstatSync(file).isDirectory()) fs.renameSync(file, `${file}.${randomBytes(4).toString('hex')}`)
    else fs.unlinkSync(file)
  })
}

function giveBack(fs: ChangeFiles, file: string): void {
  const mine = held.get(file)
  if (mine === undefined || --mine.count > 0) return
  held.delete(file)
  mine.resume()
  const text = ifPresent(() => fs.readFileSync(file, 'utf8'))
  if (text !== undefined && text.includes(mine.nonce)) ifPresent(() => fs.unlinkSync(file))
  if (mine.madeFolder !== undefined) removeIfEmpty(fs, mine.madeFolder)
}

function removeIfEmpty(fs: ChangeFiles, folder: string): void {
  try {
    fs.rmdirSync(folder)
  } catch {
    // The folder is not empty: it holds the history of a change by now.
  }
}
