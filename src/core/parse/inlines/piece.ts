import type { Link, LinkKind } from '../../model/link.ts'
import type { Span } from '../../model/span.ts'
import type { VaultDialects } from '../../model/tool-dialect.ts'
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
  /** Where the anchor stands, if not behind the target. */
  readonly anchorStart?: number
  /** The inline markdown that it shows, where it shows any. */
  readonly inside?: Span | undefined
  /** What it shows, where that is no markdown: after `|` in a wikilink, the address of an autolink. */
  readonly text?: string | undefined
  readonly title?: string | undefined
  /** The size an embed asks for in place of a text. */
  readonly size?: string | undefined
  readonly angle?: boolean
  readonly definition?: FoundDefinition
  /** The tool whose syntax it is. */
  readonly tool?: Link['tool']
  /** Whether it has no marks of its own, like a bare address: in the text of another link it is text. */
  readonly isBare?: true
  /** A picture inside that it shows. */
  readonly picture?: LinkPiece
}

/** A piece of which no more is to be known than where it stands. */
type Bare<Type extends string> = Type extends string ? Span & { readonly type: Type } : never

/** Something other than plain text in inline markdown. */
export type Piece =
  | LinkPiece
  | Bare<'code' | 'html' | 'tag' | 'shortCode' | 'blockId'>
  /** What nobody sees; `ids` are anchors that it gives to what stands before it, `block` the id that names the block it is in. */
  | (Span & {
      readonly type: 'comment'
      readonly ids?: readonly string[]
      readonly block?: Span & { readonly id: string }
    })
  | (Span & { readonly type: 'math'; readonly display: boolean })
  | (Span & { readonly type: 'footnote'; readonly id: string })
  /** `^[text]` */
  | (Span & { readonly type: 'ownFootnote'; readonly inside: Span })
  /** Text in the marks of a link that leads nowhere. */
  | (Span & { readonly type: 'unlinked'; readonly inside: Span })
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

/** What the inline markdown of a note is read by, beside the grammar of all: its definitions and the tools of its vault. */
export interface InlineRules {
  readonly definitions?: Definitions
  readonly dialects?: VaultDialects | undefined
}

/** The fields of a link that only some kinds have. */
export type LinkExtras = Partial<Pick<Extract<Link, { kind: 'image' }>, 'angle' | 'label' | 'tool' | 'anchorSpan'>>
