import type { SearchIndex, VaultWord } from '../index/search-index.ts'

/** Letters that spellings of one word have in common at the beginning. */
const sameBeginning = 2

/** The words of the vault that are spellings of a word: they differ by doubled or silent letters alone. */
export function spellingsOf(index: SearchIndex, word: string): readonly VaultWord[] {
  const bare = bareSpelling(word)
  return index
    .beginning(word.slice(0, sameBeginning), Infinity)
    .filter(({ text }) => text !== word && Math.abs(text.length - word.length) < 4 && bareSpelling(text) === bare)
}

/** A word without what spellings differ by: doubled letters, a silent h or ending, `our` and `or`, `ph` and `f`, `y` and `i`. */
function bareSpelling(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/(?<=[a-z])h(?=[a-z])/g, '')
    .replace(/te$/, 't')
    .replace(/(.)\1/g, '$1')
    .replace(/ou(?=r)/g, 'o')
    .replace(/y/g, 'i')
}

/** Words of two spellings that differ by more than `bareSpelling` takes away, most of them British and American. */
const pairs = (
  'aeroplane airplane, amoeba ameba, diarrhoea diarrhea, doughnut donut, foetus fetus, gaol jail, jewellery jewelry, kerb curb, ' +
  'leukaemia leukemia, manoeuvre maneuver, mould mold, moult molt, oesophagus esophagus, oestrogen estrogen, plough plow, ' +
  'pyjama pajama, smoulder smolder, sulphate sulfate, sulphur sulfur, aluminium aluminum'
)
  .split(', ')
  .map((pair) => pair.split(' '))

/** A word as it is spelled elsewhere, its ending kept (`donuts`, `ploughing`); undefined where it has one spelling. */
export function otherSpelling(word: string): string | undefined {
  for (const [one = '', other = ''] of pairs)
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      if (word.startsWith(from) && ending.test(word.slice(from.length))) return to + word.slice(from.length)
  return undefined
}

const ending = /^(?:s|es|d|ed|ing|rs?|ers?|y)?$/
