import type { Region } from '../region.ts'
import type { DelimiterRun } from './delimiter-run.ts'
import { type Emphasis, pairDelimiters } from './marks/emphasis.ts'
import type { InlineToken } from './inline-token.ts'
import type { PieceOf } from './piece.ts'

/** Emphasis is nested this deep; what is deeper is shown without. */
const MAX_DEPTH = 60

/** What of a run of delimiters opens and closes emphasis, innermost first; closers come first in it, openers last, what is left between. */
interface RunUse {
  readonly closes: { readonly emphasis: Emphasis; readonly end: number }[]
  readonly opens: { readonly emphasis: Emphasis; readonly start: number }[]
}

interface OpenEmphasis {
  readonly emphasis: Emphasis
  readonly start: number
  readonly around: InlineToken[]
}

/** One level of inline markdown, a block or the inside of a link: text, pieces, and runs of delimiters that pair within it. */
export class InlineLevel {
  private readonly region: Region
  private readonly items: (InlineToken | PieceOf<'run'>)[] = []

  constructor(region: Region) {
    this.region = region
  }

  /** Adds the text [start, end). */
  text(start: number, end: number): this {
    if (start < end) this.items.push(this.textToken(start, end))
    return this
  }

  add(token: InlineToken): void {
    this.items.push(token)
  }

  run(piece: PieceOf<'run'>): void {
    this.items.push(piece)
  }

  /** The tokens, with those between paired runs inside emphasis. */
  tokens(): readonly InlineToken[] {
    const uses = this.pair()
    if (uses === undefined) return this.items.filter((item) => item.type !== 'run')
    let current: InlineToken[] = []
    const open: OpenEmphasis[] = []
    for (const item of this.items) {
      if (item.type !== 'run') current.push(item)
      else {
        const use = uses.get(item.run)
        for (const { end } of use?.closes ?? []) current = this.close(open, current, end)
        if (item.run.left > 0) current.push(this.leftOf(item, use))
        for (const { emphasis, start } of use?.opens.toReversed() ?? []) {
          open.push({ emphasis, start, around: current })
          current = []
        }
      }
    }
    return current
  }

  private close(open: OpenEmphasis[], children: readonly InlineToken[], end: number): InlineToken[] {
    const last = open.pop()
    if (last === undefined) return [...children]
    const { emphasis, start, around } = last
    if (open.length >= MAX_DEPTH) around.push(...children)
    else around.push({ type: emphasis, span: this.span(start, end), children })
    return around
  }

  private pair(): ReadonlyMap<DelimiterRun, RunUse> | undefined {
    const runs = this.items.filter((item) => item.type === 'run')
    if (runs.length === 0) return undefined
    const starts = new Map(runs.map(({ run, start }) => [run, start]))
    const ends = new Map(runs.map(({ run, end }) => [run, end]))
    const uses = new Map<DelimiterRun, RunUse>(runs.map(({ run }) => [run, { closes: [], opens: [] }]))
    for (const { opener, closer, emphasis, used } of pairDelimiters([...starts.keys()])) {
      const opens = uses.get(opener)?.opens ?? []
      const closes = uses.get(closer)?.closes ?? []
      const inner = opens.at(-1)?.start ?? ends.get(opener) ?? 0
      opens.push({ emphasis, start: inner - used })
      closes.push({ emphasis, end: (closes.at(-1)?.end ?? starts.get(closer) ?? 0) + used })
    }
    return uses
  }

  /** The delimiters of a run that mark nothing. */
  private leftOf(piece: PieceOf<'run'>, use: RunUse | undefined): InlineToken {
    const start = use?.closes.at(-1)?.end ?? piece.start
    return this.textToken(start, start + piece.run.left)
  }

  private textToken(start: number, end: number): InlineToken {
    return { type: 'text', span: this.span(start, end), text: this.region.text.slice(start, end) }
  }

  private span(start: number, end: number): InlineToken['span'] {
    return { start: this.region.toSource(start), end: this.region.toSource(end) }
  }
}
