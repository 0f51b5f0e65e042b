import type { Note } from '../../model/note.ts'
import { nearlyIn } from './nearly-in.ts'

/** The weights of the title, of each alias and of the summary; together 1 for a note with one alias. */
const weights = { title: 0.5, alias: 0.375, summary: 0.125 }

/** The largest share of its letters in which a word may differ. */
const farthest = 0.35

const word = /[\p{L}\p{M}\p{N}_]+/gu
const letter = /[\p{L}\p{M}\p{N}_]/u

/** The longest query that is compared, and the longest part of a word that is compared at once, in characters. */
const [longestQuery, longestPart] = [100, 32]

/**
 * The scores (0-100, not rounded, in the order of the notes) that `fuzzyNames` gives by names and summaries, without saying where letters
 * match; a score below `least` may be too low. Made for callers that compare many notes with many words: it takes a fraction of the time. A
 * test checks that both give the same scores.
 */
export function fuzzyScores(notes: readonly Note[], query: string, least: number): readonly number[] {
  const words = query.slice(0, longestQuery).toLowerCase().match(word) ?? []
  if (words.length === 0) return notes.map(() => 0)
  const fields = notes.map(fieldsOf)
  const rarity = rarityOf(words, fields.flat())
  return fields.map((own) => {
    let far = 1
    for (const { text, weight, rest } of own) {
      // The best that the remaining fields could add would not lift the score to `least`.
      if ((1 - far * rest) * 100 < least) break
      far *= shareOf(words, text, rarity) ** weight
    }
    return (1 - far) * 100
  })
}

/** The distance of a field that holds all words. */
const leastFar = 0.001

interface Field {
  readonly text: string
  readonly weight: number
  /** The smallest factor by which this field and those after it can change the distance. */
  readonly rest: number
}

/** The fields of a note that are compared, those with the largest weight first. */
function fieldsOf(note: Note): readonly Field[] {
  const known = knownFields.get(note)
  if (known !== undefined) return known
  const { title, aliases, summary = '' } = note
  const all = [title, ...aliases, summary]
    .map((text, order) => ({ text: text.toLowerCase(), weight: normOf(text) * weightAt(note, order) }))
    .filter(({ text }) => text.trim() !== '')
  const fields = all.map((field, order) => ({
    ...field,
    rest: all.slice(order).reduce((nearest, { weight }) => nearest * leastFar ** weight, 1),
  }))
  knownFields.set(note, fields)
  return fields
}

function weightAt({ aliases }: Note, order: number): number {
  return order === 0 ? weights.title : order <= aliases.length ? weights.alias : weights.summary
}

/** Making the fields of a note takes longer than comparing them, and most notes are compared many times. */
const knownFields = new WeakMap<Note, readonly Field[]>()

/** The weight of a field by its number of words, rounded to thousandths: the more words, the less. */
function normOf(text: string): number {
  let [words, inside] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isSpace = (unit >= 9 && unit <= 13) || unit === 32 || unit === 160
    if (!isSpace && !inside) words++
    inside = !isSpace
  }
  return Math.round(1000 / Math.sqrt(Math.max(1, words))) / 1000
}

/** The weight of each word: the fewer fields hold it, the more. */
function rarityOf(words: readonly string[], fields: readonly Field[]): readonly number[] {
  const count = fields.filter(({ text }) => letter.test(text)).length
  return words.map((one) => {
    const held = fields.filter(({ text }) => standsIn(one, text)).length
    return Math.log(1 + (count - held + 0.5) / (held + 0.5))
  })
}

/** The distance of a text from some words, 0 to 1: 1 when it holds none, nearly 0 when it holds all that have weight. */
function shareOf(words: readonly string[], text: string, rarity: readonly number[]): number {
  let [found, all, any] = [0, 0, false]
  for (const [at, one] of words.entries()) {
    const share = farFrom(one, text)
    all += rarity[at] ?? 0
    if (share >= 1) continue
    any = true
    found += (rarity[at] ?? 0) * (1 - share)
  }
  return any ? Math.max(leastFar, all > 0 ? 1 - found / all : 0) : 1
}

/** The distance of a word from the nearest part of a text: 0 when the text holds it, 1 when nothing is near. */
function farFrom(one: string, text: string): number {
  if (one === text) return 0
  if (one.length <= longestPart) return partFarFrom(one, text)
  const parts = partsOf(one)
  return parts.reduce((sum, part) => sum + partFarFrom(part, text), 0) / parts.length
}

function partFarFrom(part: string, text: string): number {
  const edits = nearlyIn(part, text)
  return edits / part.length > farthest ? 1 : Math.max(0.001, edits / part.length)
}

/** A long word in parts of as many letters as are compared at once; the last one overlaps. */
function partsOf(one: string): readonly string[] {
  const whole = Math.floor(one.length / longestPart)
  const parts = Array.from({ length: whole }, (_, at) => one.slice(at * longestPart, (at + 1) * longestPart))
  return one.length % longestPart === 0 ? parts : [...parts, one.slice(-longestPart)]
}

/** Whether a word stands in a text with no letter beside it. */
function standsIn(one: string, text: string): boolean {
  for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + one.length, at + one.length + 2)]
    if (!endsInLetter(before) && !/^[\p{L}\p{M}\p{N}_]/u.test(after)) return true
  }
  return false
}

function endsInLetter(text: string): boolean {
  return /[\p{L}\p{M}\p{N}_]$/u.test(text.slice(-2))
}
