import type { Context, Script } from 'node:vm'

/**
 * Runs a script in a context until it has taken so many milliseconds of processor time: on a busy machine the clock on the
 * wall runs ahead, and the script is begun again (after `begin`) with more of it, up to 16 times as much.
 * Gives the milliseconds that were taken, Infinity when the time was up; throws what the script throws.
 */
export function runWithin(script: Script, context: Context, milliseconds: number, begin: () => void): number {
  const start = process.cpuUsage()
  const taken = (): number => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  for (let patience = Math.max(1, Math.round(milliseconds)); ; patience *= 2) {
    begin()
    try {
      script.runInContext(context, { timeout: patience })
      return taken()
    } catch (error) {
      if (!isTimeout(error)) throw error
      if (taken() >= milliseconds * 0.9 || patience > milliseconds * 8) return Infinity
    }
  }
}

/** The error may come from the script's own realm, where it is an instance of another Error. */
function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
