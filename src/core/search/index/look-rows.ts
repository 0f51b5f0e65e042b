import type { RowReader } from './byte-rows.ts'
import { type RowWriter } from './byte-rows.ts'
import type { Initials, NamesLook, NoteLook, PassagesLook, Phrase, Sentence, ShownNote } from '../ranking/note-look.ts'
import { stopWords } from '../ranking/stop-words.ts'

/** Gives stems their numbers, or numbers what they stand for. */
type Exchange<From, To> = (stem: From) => To

/** Puts a look at names into a row of numbers. */
export function putNames(row: RowWriter, look: NamesLook<string>, numberOf: Exchange<string, number>): void {
  putPhrases(row, look.names, numberOf)
  row.put(look.initials.length)
  for (const { initials } of look.initials) {
    row.put(initials.length)
    for (const [short, weight] of initials) {
      row.put(numberOf(short))
      row.put(Math.round(weight * weightSteps))
    }
  }
  putPhrases(row, look.keywords, numberOf)
  putPhrase(row, look.summary, numberOf)
}

/** Initials weigh tenths of parts of up to eight words, which are all whole numbers of these. */
const weightSteps = 8400

/** Reads what `putNames` put. */
export function readNames(row: RowReader): NamesLook<number> {
  const names = readPhrases(row)
  const all: Initials<number>[] = []
  for (let left = row.next(); left > 0; left--) all.push(readInitials(row))
  // The title is the first name, the aliases are the last ones.
  const initials = all.map((short, at) => {
    const place = at === 0 ? 0 : names.length - all.length + at
    return { words: names[place]?.stems ?? [], initials: short }
  })
  return { names, initials, keywords: readPhrases(row), summary: readPhrase(row) }
}

/** Puts the sentences of a text into a row of numbers. */
export function putPassages(row: RowWriter, passages: PassagesLook<string>, numberOf: Exchange<string, number>): void {
  for (const paragraph of passages) {
    row.put(paragraph.length)
    for (const { stems, small } of paragraph) {
      row.put(2 * stems.length + (small ? 1 : 0))
      for (const stem of stems) row.put(numberOf(stem))
    }
  }
}

/** Reads what `putPassages` put. */
export function readPassages(row: RowReader): PassagesLook<number> {
  const passages: Sentence<number>[][] = []
  while (row.more) {
    const paragraph: Sentence<number>[] = []
    for (let left = row.next(); left > 0; left--) {
      const head = row.next()
      paragraph.push({ stems: readNumbers(row, head >>> 1), small: (head & 1) === 1 })
    }
    passages.push(paragraph)
  }
  return passages
}

/** Puts what is shown of a note into a row of numbers. */
export function putShown(row: RowWriter, shown: ShownNote): void {
  const { title, summary, aliases, topics, tags, bodyStart, keywords, headings } = shown
  row.put(bodyStart)
  putTexts(row, [title, ...(summary === undefined ? [] : [summary])])
  for (const texts of [aliases, topics, tags, keywords, headings.map(({ text }) => text)]) putTexts(row, texts)
  for (const { line } of headings) row.put(line)
}

/** Reads what `putShown` put. */
export function readShown(row: RowReader): ShownNote {
  const bodyStart = row.next()
  const [title = '', summary] = readTexts(row)
  const [aliases, topics, tags, keywords] = [readTexts(row), readTexts(row), readTexts(row), readTexts(row)]
  const headings = readTexts(row).map((text) => ({ text, line: row.next() }))
  return { title, summary, aliases, topics, tags, bodyStart, keywords, headings }
}

function putTexts(row: RowWriter, texts: readonly string[]): void {
  row.put(texts.length)
  for (const text of texts) {
    row.put(text.length)
    for (let at = 0; at < text.length; at++) row.put(text.charCodeAt(at))
  }
}

function readTexts(row: RowReader): readonly string[] {
  const texts: string[] = []
  for (let left = row.next(); left > 0; left--) {
    let text = ''
    for (let units = row.next(); units > 0; units--) text += String.fromCharCode(row.next())
    texts.push(text)
  }
  return texts
}

/** A look with its stems as texts again. */
export function withTexts(look: NoteLook<number>, textOf: Exchange<number, string>): NoteLook<string> {
  const phrase = ({ stems, smalls }: Phrase<number>): Phrase<string> => ({ stems: stems.map(textOf), smalls })
  const { names, initials, keywords, summary } = look.names
  return {
    names: {
      names: names.map(phrase),
      initials: initials.map(({ words, initials: all }) => ({
        words: words.map(textOf),
        initials: all.map(([short, weight]) => [textOf(short), weight] as const),
      })),
      keywords: keywords.map(phrase),
      summary: phrase(summary),
    },
    shown: look.shown,
    passages: look.passages.map((sentences) =>
      sentences.map(({ stems, small }) => ({ stems: stems.map(textOf), small })),
    ),
  }
}

function putPhrases(row: RowWriter, phrases: readonly Phrase<string>[], numberOf: Exchange<string, number>): void {
  row.put(phrases.length)
  for (const phrase of phrases) putPhrase(row, phrase, numberOf)
}

function putPhrase(row: RowWriter, { stems, smalls }: Phrase<string>, numberOf: Exchange<string, number>): void {
  row.put(stems.length)
  for (const stem of stems) row.put(numberOf(stem))
  row.put(smalls.length)
  for (const word of smalls) row.put(smallNumbers.get(word) ?? 0)
}

const smallWords = [...stopWords]
const smallNumbers: ReadonlyMap<string, number> = new Map(smallWords.map((word, number) => [word, number]))

function readPhrases(row: RowReader): readonly Phrase<number>[] {
  const phrases: Phrase<number>[] = []
  for (let left = row.next(); left > 0; left--) phrases.push(readPhrase(row))
  return phrases
}

function readPhrase(row: RowReader): Phrase<number> {
  const stems = readNumbers(row, row.next())
  return { stems, smalls: readNumbers(row, row.next()).map((number) => smallWords[number] ?? '') }
}

function readInitials(row: RowReader): Initials<number> {
  const initials: [number, number][] = []
  for (let left = row.next(); left > 0; left--) initials.push([row.next(), row.next() / weightSteps])
  return initials
}

function readNumbers(row: RowReader, count: number): readonly number[] {
  const numbers: number[] = []
  for (let left = count; left > 0; left--) numbers.push(row.next())
  return numbers
}
