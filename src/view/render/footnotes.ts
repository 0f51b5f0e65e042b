import type { BlockToken } from '../../core/parse/blocks/block-token.ts'
import type { InlineOf } from '../../core/parse/inlines/inline-token.ts'

/** The footnotes of a document: their text by label, their numbers in the order of their marks. */
export class Footnotes {
  readonly #texts = new Map<string, readonly BlockToken[]>()
  readonly #order: string[] = []

  /** Takes the footnotes that stand among blocks and inside them. */
  collect(tokens: readonly BlockToken[]): void {
    for (const token of tokens) {
      if (token.type === 'footnote') this.define(token.label, token.children)
      if (token.type === 'quote' || token.type === 'footnote') this.collect(token.children)
      if (token.type === 'list') for (const { children } of token.items) this.collect(children)
    }
  }

  define(label: string, tokens: readonly BlockToken[]): void {
    if (!this.#texts.has(fold(label))) this.#texts.set(fold(label), tokens)
  }

  /** Defines an inline footnote (at its mark), and gives its number. */
  defineOwn(token: InlineOf<'ownFootnote'>): number | undefined {
    const name = ` ${token.span.start}`
    this.define(name, [{ type: 'paragraph', span: token.span, children: token.children }])
    return this.number(name)
  }

  /** The number of a footnote, counted from 1 by first mark; undefined when it has no text. */
  number(label: string): number | undefined {
    const key = fold(label)
    if (!this.#texts.has(key)) return undefined
    if (!this.#order.includes(key)) this.#order.push(key)
    return this.#order.indexOf(key) + 1
  }

  /** The footnotes in order, those without a mark last. A footnote marked only inside another is found as the list is walked. */
  *all(): Iterable<{ readonly number: number | undefined; readonly tokens: readonly BlockToken[] }> {
    for (let index = 0; index < this.#order.length; index++)
      yield { number: index + 1, tokens: this.#texts.get(this.#order[index] ?? '') ?? [] }
    for (const [label, tokens] of this.#texts) if (!this.#order.includes(label)) yield { number: undefined, tokens }
  }

  get size(): number {
    return this.#texts.size
  }
}

function fold(label: string): string {
  return label.toLowerCase()
}
