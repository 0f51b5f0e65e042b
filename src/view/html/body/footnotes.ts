import type { BlockToken } from '../../../core/parse/blocks/block-token.ts'

/** A footnote that was marked, and the blocks it says. */
export interface MarkedFootnote {
  readonly number: number
  readonly blocks: readonly BlockToken[]
}

/** The footnotes of a text: numbered by their first marks, each written once. */
export class Footnotes {
  readonly #texts = new Map<string, readonly BlockToken[]>()
  readonly #numbers = new Map<string, number>()
  readonly #marked: MarkedFootnote[] = []
  #written = 0

  constructor(tokens: readonly BlockToken[]) {
    this.#collect(tokens)
  }

  /** The number of a footnote; undefined when it has no text. `first` is set at its first mark. */
  mark(id: string): { readonly number: number; readonly first: boolean } | undefined {
    const key = id.toLowerCase()
    const blocks = this.#texts.get(key)
    const known = this.#numbers.get(key)
    if (blocks === undefined) return undefined
    if (known !== undefined) return { number: known, first: false }
    this.#numbers.set(key, this.#marked.length + 1)
    return { number: this.add(blocks), first: true }
  }

  /** The number of a footnote that stands in its mark. */
  add(blocks: readonly BlockToken[]): number {
    const number = this.#marked.length + 1
    this.#marked.push({ number, blocks })
    return number
  }

  /** The footnotes that were marked since this was asked last; writing one may mark another. */
  *fresh(): Iterable<MarkedFootnote> {
    while (this.#written < this.#marked.length) {
      const next = this.#marked[this.#written++]
      if (next !== undefined) yield next
    }
  }

  /** The texts of footnotes without a mark. */
  get unmarked(): readonly (readonly BlockToken[])[] {
    return [...this.#texts].flatMap(([key, blocks]) => (this.#numbers.has(key) ? [] : [blocks]))
  }

  #collect(tokens: readonly BlockToken[]): void {
    for (const token of tokens) {
      if (token.type === 'footnote' && !this.#texts.has(token.label.toLowerCase()))
        this.#texts.set(token.label.toLowerCase(), token.children)
      if ('children' in token && (token.type === 'quote' || token.type === 'footnote')) this.#collect(token.children)
      if (token.type === 'list') for (const { children } of token.items) this.#collect(children)
    }
  }
}
