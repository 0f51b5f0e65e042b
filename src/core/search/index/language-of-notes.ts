import { searchFields } from '../fields.ts'
import { languages } from '../words/languages.ts'
import { fieldOf, type NoteRows, timesOf, wordOf } from './note-rows.ts'

/** The languages of notes by number of row, and which language each word is stemmed by, both as places among `codes`. */
export interface FoundLanguages {
  readonly codes: readonly string[]
  readonly ofRow: Uint8Array
  readonly ofWord: Uint8Array
}

const codes = [...languages.keys()]

/**
 * Tells the language of each note by the stop words of its text, and of each word by the notes that hold it (the majority vote
 * of Boyer and Moore 1981). One stop word in Cyrillic is enough, since only one language here is written so. A note that tells nothing
 * has the language of most others, or the one given.
 */
export function languagesOf(rows: NoteRows, usualCode?: string): FoundLanguages {
  const masks = stopMasks(rows)
  const ofRow = new Uint8Array(rows.rows)
  const told = new Uint32Array(codes.length)
  const unsure: number[] = []
  const tallies = new Uint32Array(codes.length)
  const body = searchFields.indexOf('body')
  for (let row = 0; row < rows.rows; row++) {
    tallies.fill(0)
    for (const number of rows.row(row)) {
      let mask = masks[wordOf(number)] ?? 0
      if (mask === 0 || fieldOf(number) !== body) continue
      for (; mask !== 0; mask &= mask - 1) add(tallies, 31 - Math.clz32(mask & -mask), Math.min(timesOf(number), 3))
    }
    const best = placeOfMost(tallies)
    if ((tallies[best] ?? 0) < (codes[best] === 'ru' ? 1 : 4)) unsure.push(row)
    else add(told, best, 1)
    ofRow[row] = best
  }
  const usual = usualCode === undefined ? placeOfMost(told) : Math.max(0, codes.indexOf(usualCode))
  for (const row of unsure) ofRow[row] = usual
  return { codes, ofRow, ofWord: languagesOfWords(rows, ofRow, usual) }
}

/** The languages of which each word is a stop word, a bit each. */
function stopMasks(rows: NoteRows): Uint32Array {
  const masks = new Uint32Array(rows.table.words.length)
  for (const [place, code] of codes.entries())
    for (const stop of languages.get(code)?.stops ?? []) {
      const word = rows.table.find(stop)
      if (word !== undefined) masks[word] = (masks[word] ?? 0) | (1 << place)
    }
  return masks
}

function languagesOfWords(rows: NoteRows, ofRow: Uint8Array, usual: number): Uint8Array {
  const ofWord = new Uint8Array(rows.table.words.length).fill(usual)
  if (ofRow.every((language) => language === usual)) return ofWord
  const votes = new Uint16Array(ofWord.length)
  for (let row = 0; row < rows.rows; row++) {
    const language = ofRow[row] ?? 0
    for (const number of rows.row(row)) {
      const word = wordOf(number)
      if (votes[word] === 0) ofWord[word] = language
      if (ofWord[word] === language) votes[word] = Math.min(60_000, (votes[word] ?? 0) + 1)
      else add(votes, word, -1)
    }
  }
  return ofWord
}

function placeOfMost(numbers: Uint32Array): number {
  let best = 0
  for (const [at, number] of numbers.entries()) if (number > (numbers[best] ?? 0)) best = at
  return best
}

function add(numbers: Uint32Array | Uint16Array, at: number, by: number): void {
  numbers[at] = (numbers[at] ?? 0) + by
}
