import { stem as porter } from 'porter2'

const known = new Map<string, string>()

/**
 * The stem of a folded word (Porter2): `distributions` and `distribution` have one, so have British and American
 * spellings. Words with digits or outside the Latin script are their own stem.
 */
export function stemOf(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const found = /^[a-z]{3,40}$/.test(word) ? porter(american(word)) : word
  // `ios` is no plural, and a stem of two letters would stand for anything.
  const stem = found.length < 3 ? word : found
  if (known.size > 200_000) known.clear()
  known.set(ownCopy(word), stem)
  return stem
}

/** A copy of a word that does not keep the text in memory that it was cut from: V8 makes long slices by pointing into the text. */
export function ownCopy(word: string): string {
  return word.length < 13 ? word : word.split('').join('')
}

/** `normalise`, `behaviour`, `modelling`, `centre` as an American writes them. */
function american(word: string): string {
  if (word.length < 5 || !/is|ys|our|ll|cent/.test(word)) return word
  return word
    .replace(/isation(s?)$/, 'ization$1')
    .replace(/(?<=[a-z]{2}(?:al|an|ar|as|at|en|er|et|gn|ic|il|im|nt|ol|on|or|ul))is(e|ed|es|er|ers|ing)$/, 'iz$1')
    .replace(/(?<=al)ys(e|ed|er|ing)$/, 'yz$1')
    .replace(/(?<=vi)our(s|al)?$/, 'or$1')
    .replace(/(?<=[a-z]{3})ll(ing|ed|er|ers)$/, 'l$1')
    .replace(/^cent(?:re|red|res)$/, 'center')
}
