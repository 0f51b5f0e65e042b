import type { Link, LinkKind } from '../../model/link.ts'
import type { Span } from '../../model/span.ts'
import type { FoundDefinition } from '../blocks/findings.ts'
import type { DelimiterRun } from './delimiter-run.ts'

/** What a link says, in offsets of the text that is read. */
export interface LinkPiece extends Span {
  readonly type: 'link'
  readonly kind: LinkKind
  readonly target: string
  readonly anchor?: string | undefined
  /** What a rename replaces; in offsets of the note when `definition` is given. */
  readonly targetStart: number
  readonly targetEnd: number
  /** The inline markdown that it shows, where it shows any. */
  readonly inside?: Span | undefined
  /** What it shows, where that is no markdown: after `|` in a wikilink, the address of an autolink. */
  readonly text?: string | undefined
  readonly title?: string | undefined
  /** The size an embed asks for in place of a text. */
  readonly size?: string | undefined
  readonly angle?: boolean
  readonly definition?: FoundDefinition
}

/** A piece of which no more is to be known than where it stands. */
type Bare<Type extends string> = Type extends string ? Span & { readonly type: Type } : never

/** Something other than plain text in inline markdown. */
export type Piece =
  | LinkPiece
  | Bare<'code' | 'comment' | 'html' | 'tag' | 'shortCode' | 'blockId'>
  | (Span & { readonly type: 'math'; readonly display: boolean })
  | (Span & { readonly type: 'footnote'; readonly id: string })
  /** `^[text]` */
  | (Span & { readonly type: 'ownFootnote'; readonly inside: Span })
  /** A bare address, which renderers make a link of. */
  | (Span & { readonly type: 'address'; readonly url: string })
  /** What stands for other text: an escape, a character reference. */
  | (Span & { readonly type: 'replaced'; readonly text: string })
  /** Marks of emphasis that wait for their pair. */
  | (Span & { readonly type: 'run'; readonly run: DelimiterRun })
  | (Span & { readonly type: 'break'; readonly hard: boolean })

export type PieceType = Piece['type']

/** A piece of one type. */
export type PieceOf<T extends PieceType> = Extract<Piece, { readonly type: T }>

/** The definitions of a note that win, by normalised label. */
export type Definitions = Pick<ReadonlyMap<string, FoundDefinition>, 'get' | 'size'>

/** No definitions: references are text. */
export const noDefinitions: Definitions = new Map()

/** The fields of a link that only some kinds have. */
export type LinkExtras = Partial<Pick<Extract<Link, { kind: 'image' }>, 'angle' | 'label'>>
