import { foldName } from '../../vault/fold.ts'
import { sharedStart } from './nearest-names.ts'

/** No typo is seen in shorter words: too many of them are one letter away from another word. */
const shortestWord = 5

/**
 * The word in which a name is a typo of another: all other words are equal, and in this one a letter in the middle is missing, doubled,
 * wrong or swapped with the next. Not the first letter (`symmetric`, `asymmetric`), the last (`statistic`, `statistics`), a digit, or a
 * character of a script that is no alphabet. Undefined when it is none.
 */
export function typoOf(written: string, name: string): string | undefined {
  const [from, to] = [wordsOf(written), wordsOf(name)]
  if (from.length !== to.length) return undefined
  const different = from.flatMap((word, at) => (word === to[at] ? [] : [[word, to[at] ?? ''] as const]))
  const [only, other] = different
  if (only === undefined || other !== undefined) return undefined
  return isTypo(...only) ? only[0] : undefined
}

/** The words of a name in the form in which they are compared. */
export function wordsOf(name: string): readonly string[] {
  return foldName(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

const alphabetic = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+$/u

function isTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortestWord || !alphabetic.test(a) || !alphabetic.test(b)) return false
  const start = sharedStart(a, b)
  const end = Math.min(sharedStart(reversed(a), reversed(b)), Math.min(a.length, b.length) - start)
  return start > 0 && end > 0 && isOneLetter(a.slice(start, a.length - end), b.slice(start, b.length - end))
}

/** Whether two words differ by one inserted, deleted or replaced letter, or by two swapped ones. */
function isOneLetter(a: string, b: string): boolean {
  const swapped = a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]
  return swapped || (a.length <= 1 && b.length <= 1)
}

function reversed(word: string): string {
  return [...word].reverse().join('')
}
