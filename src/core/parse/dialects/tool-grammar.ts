import type { ToolSyntax } from '../../model/tool-dialect.ts'
import type { InlineSource } from '../inlines/inline-source.ts'
import type { AnyMark } from '../inlines/marks/mark.ts'
import type { LinkPiece, Piece } from '../inlines/piece.ts'
import type { LinkReader } from '../links/dialect.ts'

/** What inline markdown has in the vaults of one tool beside what it has in all others. */
export interface ToolGrammar {
  /** Links of its own, tried before all others. */
  readonly readers?: readonly LinkReader[]
  /** What ends a bare address before it: signs that the tool's own syntax begins with. */
  readonly afterAddress?: readonly string[]
  /** What is no link, tried behind all others. */
  readonly marks?: readonly AnyMark[]
  /** A link that every vault has, as this tool reads it. */
  readonly adapt?: (piece: LinkPiece, source: InlineSource) => Piece
}

/** The grammars by the name of their syntax. */
export type ToolGrammars = Readonly<Record<ToolSyntax, ToolGrammar>>
