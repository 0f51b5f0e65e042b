import { inHan, inHangul, classAt } from './character-class.ts'
import { foldText } from './fold.ts'
import { formsOf } from './parts.ts'
import { scanWords, type TextKind } from './scan-words.ts'

/** A word of a text, with where it stands (UTF-16 offsets). */
export interface Word {
  /** The folded word. */
  readonly text: string
  /** The parts of a name written in one word, and the beginnings of a version. */
  readonly parts: readonly string[]
  /** A word between blanks, a name with its signs (`c++`, told behind its word), or a piece of a run without blanks. */
  readonly kind: 'word' | 'signed' | 'piece'
  /** For a piece, where its run stands. */
  readonly run?: readonly [start: number, end: number]
  readonly start: number
  readonly end: number
}

/** The words of a text in order; a run without blanks gives its pairs of neighbours, or its only character. */
export function wordsIn(text: string, kind: TextKind = 'name'): readonly Word[] {
  const words: Word[] = []
  scanWords(
    text,
    { from: 0, to: text.length, kind },
    {
      word: (_text, start, end) => {
        const [first, ...parts] = formsOf(text.slice(start, end)).words
        if (first !== undefined) words.push({ text: first, parts, kind: 'word', start, end })
      },
      signed: (_text, start, end) => {
        words.push(signedWord(text, start, end))
      },
      run: (_text, start, end) => words.push(...wordPieces(text, start, end)),
    },
  )
  return words
}

/** A name with its signs. */
export function signedWord(text: string, start: number, end: number): Word {
  return { text: text.slice(start, end).toLowerCase(), parts: [], kind: 'signed', start, end }
}

/** The pairs of neighbouring characters of a run; a run of one character gives that character. */
export function wordPieces(text: string, start: number, end: number): readonly Word[] {
  const places: number[] = []
  for (let at = start; at < end; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) places.push(at)
  const ends = [...places.slice(1), end]
  const run = [start, end] as const
  const piece = (from: number, to: number): Word => ({
    text: foldText(text.slice(from, to)),
    parts: [],
    kind: 'piece',
    run,
    start: from,
    end: to,
  })
  if (places.length === 1) return [piece(start, end)]
  return places.slice(1).map((place, at) => piece(places[at] ?? start, ends[at + 1] ?? place))
}

/** Whether single characters of the run at a place are words: of Han, kana and Hangul, not of Thai. */
export function hasSingles(text: string, at: number): boolean {
  const found = classAt(text, at)
  return found === inHan || found === inHangul
}
