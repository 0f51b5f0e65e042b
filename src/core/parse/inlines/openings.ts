import type { VaultDialects } from '../../model/tool-dialect.ts'
import { startsOf } from './grammar.ts'
import type { PieceType } from './piece.ts'

/** Tells without reading a text that it holds no piece of some types: it has none of the characters that these begin with. */
export class Openings {
  readonly #isWanted: (type: PieceType) => boolean
  readonly #patterns = new Map<string, RegExp>()

  constructor(isWanted: (type: PieceType) => boolean) {
    this.#isWanted = isWanted
  }

  /** Whether the text may hold such a piece, in a vault of these dialects. */
  mayBeIn(text: string, dialects: VaultDialects | undefined): boolean {
    const syntax = dialects?.syntax ?? []
    const name = syntax.join(' ')
    let pattern = this.#patterns.get(name)
    if (pattern === undefined) {
      pattern = new RegExp(`[${startsOf(this.#isWanted, syntax).replace(/[\\\]^-]/g, '\\$&')}]`)
      this.#patterns.set(name, pattern)
    }
    return pattern.test(text)
  }
}
