import { distance } from 'fastest-levenshtein'
import { foldName } from '../../vault/fold.ts'

/** The longest part of a name that is compared, in characters. */
const longest = 100

/** The share of characters by which two names may differ and still be taken for a typo. */
export const farthest = 0.4

/** A name as it is compared for likeness: folded, and with `-`, `_`, `/` and `.` as spaces. */
export function likenessKey(name: string): string {
  const folded = foldName(name)
  const spaced = mayNeedSpaces.test(folded) ? folded.replace(/[-_/\\.\s]+/g, ' ').trim() : folded
  return spaced.slice(0, longest)
}

/** Whether blanks or separators must be replaced; most titles and headings need nothing. */
const mayNeedSpaces = /[-_/\\.]|[^\S ]|^ | {2}| $/

/** The distance of two likeness keys: 0 equal, 1 nothing in common; small when one contains the other. */
export function nearness(wanted: string, key: string): number {
  const longer = Math.max(wanted.length, key.length)
  if (longer === 0) return 1
  const contained = wanted.length > 3 && key.length > 3 && (key.includes(wanted) || wanted.includes(key))
  const edits = distance(wanted, key)
  return Math.min((edits === 2 && isSwapped(wanted, key) ? 1 : edits) / longer, contained ? 0.3 : 1)
}

/** Whether two names differ only in two swapped letters, which counts like one wrong letter. */
function isSwapped(a: string, b: string): boolean {
  const at = sharedStart(a, b)
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** The names of which the wanted one may be a typo, best first, at most three. */
export function nearestNames(wanted: string, names: readonly string[]): readonly string[] {
  const key = likenessKey(wanted)
  return [...new Set(names)]
    .map((name) => ({ name, share: nearness(key, likenessKey(name)) }))
    .filter(({ share }) => share <= farthest)
    .sort(
      (a, b) =>
        a.share - b.share || sharedStart(wanted, b.name) - sharedStart(wanted, a.name) || (a.name < b.name ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ name }) => name)
}

/** How many characters two names have in common at the beginning: people mistype the end of a word. */
export function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
