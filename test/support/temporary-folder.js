import { accessSync, constants, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const memory = '/dev/shm'
const own = /^wend-tests-(\d+)$/

/**
 * Gives the run a temporary folder of its own, in memory where there is room: tests make thousands of small files, and
 * would wait for the disk. It is removed when the run ends; one that was killed leaves its own to the next.
 */
export default function setTemporaryFolder() {
  if (!isUsable()) return
  for (const name of readdirSync(memory)) if (isLeft(name)) remove(name)
  const { bavail, bsize } = statfsSync(memory)
  if (bavail * bsize < 2 ** 31) return
  const name = `wend-tests-${process.pid}`
  // A test that runs wend as another user gets through to what it gives that user.
  mkdirSync(join(memory, name), { recursive: true, mode: 0o711 })
  process.env.TMPDIR = join(memory, name)
  process.once('exit', () => remove(name))
}

/** Whether there is such a folder, files can be made in it, and run: containers often forbid that. */
function isUsable() {
  try {
    accessSync(memory, constants.W_OK | constants.X_OK)
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .findLast((line) => line.split(' ')[1] === memory)
    return mount !== undefined && !mount.split(' ')[3].split(',').includes('noexec')
  } catch {
    return false
  }
}

/** Whether a folder is that of a run which has ended; a run on another machine that shares the memory changes its own all the time. */
function isLeft(name) {
  const pid = own.exec(name)?.[1]
  // Another run that begins now may remove it first.
  const changed = pid && statSync(join(memory, name), { throwIfNoEntry: false })?.mtimeMs
  if (changed === undefined || changed > Date.now() - 3_600_000) return false
  try {
    return !process.kill(Number(pid), 0)
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function remove(name) {
  try {
    rmSync(join(memory, name), { recursive: true, force: true })
  } catch {
    // What a test made unreadable stays.
  }
}
