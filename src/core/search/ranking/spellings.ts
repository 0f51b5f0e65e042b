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

/** Words of two spellings that no rule of `ways` leads from one to the other, most of them British and American. */
const pairs = (
  'adaptor adapter, aeon eon, aeroplane airplane, ageing aging, aluminium aluminum, amoeba ameba, artefact artifact, axe ax, barbecue barbeque, ' +
  'burnt burned, catsup ketchup, cheque check, cosy cozy, diarrhoea diarrhea, disc disk, doughnut donut, draught draft, ' +
  'dreamt dreamed, enquir inquir, faeces feces, fillet filet, foetus fetus, gaol jail, gauge gage, grey gray, greyscale grayscale, ' +
  'hummus houmous, jewellery jewelry, kebab kabob, kerb curb, knelt kneeled, leant leaned, leapt leaped, learnt learned, ' +
  'leukaemia leukemia, manoeuvre maneuver, mollusc mollusk, mould mold, moult molt, moustache mustache, mum mom, ' +
  'oesophagus esophagus, oestrogen estrogen, okay ok, plough plow, practise practice, programme program, pyjama pajama, racket racquet, sceptic skeptic, ' +
  'smelt smelled, smoulder smolder, snowplough snowplow, speciality specialty, spelt spelled, spilt spilled, spoilt spoiled, ' +
  'storey story, storeys stories, sulphate sulfate, sulphur sulfur, syrup sirup, tsar czar, tyre tire, whisky whiskey, whiskies whiskeys'
)
  .split(', ')
  .map((pair) => pair.split(' '))

/** What a word of a pair may end with, beside what stands in the pair. */
const ending = /^(?:s|es|d|ed|ing|rs?|ers?|y|al|ism|ies)?$/

/** Stems of the words that end with `re` in British English and with `er` in American. */
const reStems =
  '(?:cent|theat|met|lit|fib|sab|somb|spect|calib|lust|meag|och|sepulch|mit|nit|goit|louv|accout|maneuv|manoeuv|reconnoit|saltpet)'
const verbal = '(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)'
const ofOur =
  '(?=(?:s|ed|ing|ings|er|ers|ful|fully|less|able|al|ally|ite|ites|itism|ism|hood|hoods|ly|y|ist|ists|scale|i[sz](?:e|ed|es|er|ers|ing|ation))?$)'

/** Letters that are written in two ways where others stand around them; each is tried from left to right and back. */
const ways: readonly (readonly [RegExp, string])[] = [
  ['(?<=[a-z]{3})', 'is', 'iz', verbal],
  ['(?<=[a-z]l)', 'ys', 'yz', verbal],
  ['(?<=[a-z]{2})(?<!^(?:sc|fl))', 'our', 'or', ofOur],
  [`(?<=${reStems})`, 're', 'er', '(?=[sd]?$)'],
  [`(?<=${reStems})`, 'red', 'ered', '$'],
  [`(?<=${reStems})`, 'ring', 'ering', '$'],
  ['(?<=[a-z]{3})', 'ogue', 'og', '(?=s?$)'],
  ['(?<=[a-z]{3})', 'ogu', 'og', '(?=(?:ed|ing|er|ers)$)'],
  ['(?<=[a-z]{3})', 'ence', 'ense', '(?=(?:s|d|less)?$)'],
  ['(?<=practi)', 's', 'c', '(?=(?:e|ed|es|ing)$)'],
  ['(?<=[a-z]{2})', 'eable', 'able', '$'],
  ['', 'dgement', 'dgment', ''],
  ['(?<=[a-z]{2})', 'xion', 'ction', '(?=s?$)'],
  ['(?<=[a-z]{5})', 'er', 'or', '(?=s?$)'],
].flatMap(([before = '', one = '', other = '', behind = '']) => [
  [new RegExp(before + one + behind), other] as const,
  [new RegExp(before + other + behind), one] as const,
])

/**
 * A word as it is spelled elsewhere, by kind: `donuts`, `ploughing`, `organise`, `colour`, `theatre`, `dialog`, `defense`,
 * `haemoglobin`; what is no word may be among them. `umlauts` asks for German letters written in two, too: `schuessel`.
 */
export function otherSpellings(word: string, umlauts: boolean): ReadonlySet<string> {
  const found = new Set([word])
  if (!/^[a-z]+$/.test(word)) return new Set()
  for (const one of ofPairs(word)) found.add(one)
  // Twice, since a word may have two of them: `colourise`, `colorize`.
  for (let times = 0; times < 2; times++)
    for (const one of [...found])
      for (const [pattern, other] of ways) if (pattern.test(one)) found.add(one.replace(pattern, other))
  for (const one of [...found]) for (const other of withVowel(one, umlauts)) found.add(other)
  found.delete(word)
  return found
}

function* ofPairs(word: string): Iterable<string> {
  for (const [one = '', other = ''] of pairs)
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      if (word.startsWith(from) && ending.test(word.slice(from.length))) yield to + word.slice(from.length)
}

/** Words with `ae` and `oe` for `e` and the other way round: `anaemia`; with umlauts also `ae`, `oe` and `ue` for `a`, `o` and `u`. */
function* withVowel(word: string, umlauts: boolean): Iterable<string> {
  const singular = word.replace(/e?(?<![sui])s$/, '')
  if (singular.length < shortestOfVowels) return
  for (let at = 0; at < singular.length; at++) {
    const letter = word.charAt(at)
    if (letter === 'e') {
      const before = word.charAt(at - 1)
      if (before === 'a' || before === 'o') yield word.slice(0, at - 1) + word.slice(at)
      else for (const vowel of 'ao') yield word.slice(0, at) + vowel + word.slice(at)
    } else if (umlauts && /[aou]/.test(letter))
      yield word.charAt(at + 1) === 'e'
        ? word.slice(0, at + 1) + word.slice(at + 2)
        : `${word.slice(0, at + 1)}e${word.slice(at + 1)}`
  }
}

/** Shorter words with other vowels are other words, in the plural as well: poets, pets; canoes, canes. */
const shortestOfVowels = 5

/** A word without the second letters of its umlauts. */
export function withoutUmlauts(word: string): string {
  return word.replace(/(?<=[ao]|(?<!q)u)e/g, '')
}
