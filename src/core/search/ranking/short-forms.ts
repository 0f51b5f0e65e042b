import { foldText, isAscii } from '../words/fold.ts'
import { stopWords } from '../words/stop-words.ts'
import { wordsIn } from '../words/words-in.ts'

/** A short form with the words it stands for. */
export type ShortForm = readonly [short: string, long: string]

/** What a name can be called by initials: each with how much it counts, 1 for the name's own short form or all initials. */
export function acronymsOf(name: string): ReadonlyMap<string, number> {
  const acronyms = new Map<string, number>()
  const add = (acronym: string, weight: number): void => {
    if (acronym.length > 1 && weight > (acronyms.get(acronym) ?? 0)) acronyms.set(acronym, weight)
  }
  for (const word of runsIn(name)) if (isShortForm(word)) add(foldText(word), 1)
  for (const segment of name.split(/\s[-–—:]\s|[():,]/)) {
    const initials = initialsOf(segment)
    addRuns(initials, add)
    const meaningful = initials.filter(({ stop }) => !stop)
    if (meaningful.length < initials.length) addRuns(meaningful, add)
  }
  return acronyms
}

interface Initial {
  readonly letter: string
  readonly stop: boolean
}

/** The initials of the words; a word in capitals stands for itself (`Partially Observable MDP` gives pomdp). */
function initialsOf(segment: string): readonly Initial[] {
  return runsIn(segment).map((word) => ({
    letter: isCapitals(word) ? foldText(word) : foldText(word.slice(0, 1)),
    stop: stopWords.has(foldText(word)),
  }))
}

/** All initials count in full; initials of a part of the name count less, the shorter the less. */
function addRuns(initials: readonly Initial[], add: (acronym: string, weight: number) => void): void {
  if (initials.length < 2 || initials.length > 8) return
  for (let from = 0; from < initials.length; from++) {
    for (let to = from + 2; to <= initials.length; to++) {
      const share = (to - from) / initials.length
      const acronym = initials.slice(from, to).map(({ letter }) => letter)
      add(acronym.join(''), share === 1 ? 1 : from === 0 ? 0.5 * share + 0.1 : 0.4 * share)
    }
  }
}

/** The runs of letters and digits of a name. Patterns over all of Unicode take milliseconds to be made, and most names need none. */
function runsIn(name: string): readonly string[] {
  return name.match(isAscii(name) ? /[A-Za-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []
}

function isCapitals(word: string): boolean {
  return isAscii(word) ? /^[A-Z]{2,5}$/.test(word) : /^\p{Lu}{2,5}$/u.test(word)
}

function isShortForm(word: string): boolean {
  if (word.length > 8) return false
  if (isAscii(word)) return /^(?:[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*|[a-z][A-Z][A-Za-z0-9]*)$/.test(word)
  return /^(?:\p{Lu}[\p{L}\p{N}]*[\p{Lu}\p{N}][\p{L}\p{N}]*|\p{Ll}\p{Lu}[\p{L}\p{N}]*)$/u.test(word)
}

/** Short forms that a text explains itself from a place on: `temporal difference (TD)`. */
export function shortFormsIn(text: string, from = 0): readonly ShortForm[] {
  const found: ShortForm[] = []
  const pattern = /\((\p{Lu}[\p{L}\p{N}]{1,7})\)/uy
  for (let at = text.indexOf('(', from); at >= 0; at = text.indexOf('(', at + 1)) {
    if (/[^A-Z\u0080-\uffff]/.test(text.charAt(at + 1))) continue
    pattern.lastIndex = at
    const [, short] = pattern.exec(text) ?? []
    if (short === undefined) continue
    const before = wordsIn(text.slice(Math.max(from, at - 120), at)).map((word) => word.text)
    const folded = foldText(short).replace(/s$/, '')
    const long = wordsSpelling(folded, before)
    if (long !== undefined) found.push([folded, long])
  }
  return found
}

/** The last words of a text whose initials spell a short form, which may leave out stop words. */
function wordsSpelling(short: string, words: readonly string[]): string | undefined {
  let letter = short.length - 1
  let at = words.length - 1
  for (; at >= 0 && letter >= 0; at--) {
    const word = words[at] ?? ''
    if (word.startsWith(short.charAt(letter))) letter--
    else if (!stopWords.has(word)) return undefined
  }
  return letter < 0 && short.length > 1 ? words.slice(at + 1).join(' ') : undefined
}
