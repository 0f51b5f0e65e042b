import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const memory = '/dev/shm'
const own = /^wend-tests-(\d+)$/

/**
 * Gives the run a temporary folder of its own, in memory where there is room: tests make thousands of small files, and
 * would wait for the disk. It is removed when the run ends; one that was killed leaves its own to the next.
 */
export default function setTemporaryFolder() {
  if (!existsSync(memory)) return
  for (const name of readdirSync(memory)) if (isLeft(name)) remove(name)
  const { bavail, bsize } = statfsSync(memory)
  if (bavail * bsize < 2 ** 31) return
  const name = `wend-tests-${process.pid}`
  // A test that runs wend as another user gets through to what it gives that user.
  mkdirSync(join(memory, name), { recursive: true, mode: 0o711 })
  process.env.TMPDIR = join(memory, name)
  process.once('exit', () => remove(name))
}

/** Whether a folder is that of a run which has ended; a run on another machine that shares the memory changes its own all the time. */
function isLeft(name) {
  const pid = own.exec(name)?.[1]
  if (pid === undefined || statSync(join(memory, name)).mtimeMs > Date.now() - 3_600_000) return false
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
