import { createContext, Script } from 'node:vm'

/** Milliseconds that one run of patterns may take in all. */
const deadline = 700

/**
 * Finds a regular expression in texts, each line by line (flag m), at most 20 ranges a text. A pattern that backtracks
 * without end can't be stopped from JavaScript, but Node stops a script: undefined when the time is up, or when the pattern is too large.
 */
export function patternFinder(): (
  pattern: { readonly source: string; readonly flags: string },
  texts: readonly string[],
) => readonly (readonly (readonly [number, number])[])[] | undefined {
  let left = deadline
  return ({ source, flags }, texts) => {
    const found: [number, number][][] = []
    const context = createContext({ source, flags: `${flags.replace(/[gm]/g, '')}gm`, texts, found })
    const start = performance.now()
    try {
      script.runInContext(context, { timeout: Math.max(1, Math.round(left)) })
    } catch (error) {
      if (isTimeout(error) || isTooLarge(error)) return undefined
      throw error
    } finally {
      left -= performance.now() - start
    }
    return found
  }
}

const script = new Script(`
  const pattern = new RegExp(source, flags)
  for (const text of texts) {
    const ranges = []
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null && ranges.length < 20; match = pattern.exec(text)) {
      ranges.push([match.index, match.index + match[0].length])
      if (match[0] === '') pattern.lastIndex++
    }
    found.push(ranges)
  }
`)

/** A pattern that can be read may still be too large to be run. */
function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'SyntaxError'
}

/** The error may come from the script's own realm, where it is an instance of another Error. */
function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
