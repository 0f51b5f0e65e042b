import type { BlockToken } from './blocks/block-token.ts'
import { type BodyRules, readDocument } from './read-document.ts'

/** Characters of notes of which parts are embedded in one text after which no other note is read. */
const mostRead = 8_000_000

/** Reads the notes of one page: each once, as `readDocument` does, however many of its parts are asked for. */
export class DocumentReader {
  #room: number
  readonly #read = new Map<BodyRules, readonly BlockToken[]>()

  /** `own` is the text of the page itself, for which there is always room; empty where that is not read here. */
  constructor(own: string) {
    this.#room = mostRead + own.length
  }

  /** Whether so much was read that no other note should be; `rules` are those of the note in question. */
  isFullFor(rules: BodyRules): boolean {
    return this.#room <= 0 && !this.#read.has(rules)
  }

  /** The blocks of a text, known by its rules. */
  readonly read = (text: string, rules: BodyRules): readonly BlockToken[] => {
    const known = this.#read.get(rules)
    if (known !== undefined) return known
    const tokens = readDocument(text, rules)
    this.#read.set(rules, tokens)
    this.#room -= text.length
    return tokens
  }
}
