import type { ParseProblem } from '../../../model/note.ts'
import type { InlineSource } from '../inline-source.ts'
import type { Piece, PieceOf, PieceType } from '../piece.ts'

/** What is wrong at a place of the text that is read. */
export interface InlineProblem {
  readonly code: ParseProblem['code']
  readonly reason: string
  readonly start: number
  readonly end: number
}

/** What may begin with a character. */
export interface Beginning {
  /** What begins with the character at `at`; undefined when nothing does. */
  readonly read: (source: InlineSource, at: number) => Piece | undefined
  /** Where to read on when nothing begins at `at`; one character further unless said. */
  readonly skip?: (source: InlineSource, at: number) => number
  /** What is wrong with what begins at `at`, or with its not being read. */
  problem?(source: InlineSource, at: number, piece: Piece | undefined): InlineProblem | undefined
}

/** A syntax inside a block, other than links, whatever its type. */
export interface AnyMark extends Beginning {
  readonly type: PieceType
  /** The characters that it may begin with. */
  readonly starts: string
  /** Whether only renderers and plain text ask for it: it neither is nor hides anything that is indexed. */
  readonly detail: boolean
}

/** All that is to be known of one syntax inside a block, other than links. */
export interface Mark<Type extends PieceType> extends AnyMark {
  readonly type: Type
  readonly read: (source: InlineSource, at: number) => PieceOf<Type> | undefined
  problem?(source: InlineSource, at: number, piece: PieceOf<Type> | undefined): InlineProblem | undefined
}
