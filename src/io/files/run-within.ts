import type { Context, Script } from 'node:vm'

/**
 * Runs a script in a context for at most so many milliseconds of processor time. Node's time limit is wall-clock time, which runs faster on
 * a busy machine; so the script is restarted (after `begin`) with a larger limit, up to 16 times. Gives the milliseconds taken, Infinity
 * when the time was up; throws what the script throws.
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

/** The error may come from the script's realm, so `instanceof` does not work. */
function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
