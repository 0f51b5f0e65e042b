import { createContext, Script } from 'node:vm'
import { runWithin } from './run-within.ts'

/** Milliseconds of processor time for all patterns of one run. */
const deadline = 700

/**
 * Finds a regular expression in texts, each line by line (flag m), at most 20 ranges a text. JavaScript can't stop a pattern that
 * backtracks for ever, but Node can stop a script: undefined when the time is up, or when the pattern is too large.
 */
export function patternFinder(): (
  pattern: { readonly source: string; readonly flags: string },
  texts: readonly string[],
) => readonly (readonly (readonly [number, number])[])[] | undefined {
  let left = deadline
  return ({ source, flags }, texts) => {
    const found: [number, number][][] = []
    const context = createContext({ source, flags: `${flags.replace(/[gm]/g, '')}gm`, texts, found })
    try {
      left -= runWithin(script, context, left, () => (found.length = 0))
    } catch (error) {
      if (isTooLarge(error)) return undefined
      throw error
    }
    return left === -Infinity ? undefined : found
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

/** A valid pattern may still be too large for the engine. */
function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'SyntaxError'
}
