import type { Link, LinkKind } from '../../model/link.ts'
import type { Span } from '../../model/span.ts'
import type { Emphasis } from './marks/emphasis.ts'

/** Every token has the span of what it was written as, in offsets of the text that was read. */
interface Base {
  readonly span: Span
}

/** A link, image or embed. `target` and `anchor` are those of `Link`; `children` is what it shows. */
export interface LinkToken extends Base {
  readonly type: 'link'
  readonly kind: LinkKind
  readonly target: string
  readonly anchor?: string
  readonly tool?: Link['tool']
  readonly title?: string
  /** Whether it brings in what it names: a picture or a note. */
  readonly embeds: boolean
  /** Of an embed: the size it asks for, `300` or `300x200`. */
  readonly size?: string
  /** Whether the text is what its kind shows of a link without text of its own. */
  readonly bare: boolean
  readonly children: readonly InlineToken[]
}

/** One HTML tag, or an instruction, declaration or CDATA section, whose name is empty. */
export interface HtmlToken extends Base {
  readonly type: 'html'
  readonly raw: string
  /** In lower case. */
  readonly name: string
  readonly closing: boolean
  /** Values as written, by lower-case name. */
  readonly attributes: Readonly<Record<string, string>>
}

/** Inline markdown as renderers and plain text see it. Comments and block ids are there so that spans are complete; nothing shows them. */
export type InlineToken =
  | (Base & { readonly type: 'text'; readonly text: string })
  | (Base & { readonly type: 'break'; readonly hard: boolean })
  | (Base & { readonly type: Emphasis; readonly children: readonly InlineToken[] })
  | (Base & { readonly type: 'code'; readonly text: string })
  | (Base & { readonly type: 'math'; readonly tex: string; readonly raw: string; readonly display: boolean })
  | (Base & { readonly type: 'tag'; readonly tag: string })
  | (Base & { readonly type: 'shortCode'; readonly names: readonly string[] })
  /** A bare URL, which is a link for readers and none of the note. */
  | (Base & { readonly type: 'address'; readonly url: string; readonly text: string })
  | (Base & { readonly type: 'footnote'; readonly id: string })
  | (Base & { readonly type: 'ownFootnote'; readonly children: readonly InlineToken[] })
  | (Base & { readonly type: 'blockId' })
  /** `names` is the id that it gives to the block which it is in; with `declares` it is no remark: it says something of what it stands by. */
  | (Base & { readonly type: 'comment'; readonly names?: string; readonly declares?: true })
  | HtmlToken
  | LinkToken

export type InlineType = InlineToken['type']

/** A token of one type. */
export type InlineOf<Type extends InlineType> = Extract<InlineToken, { readonly type: Type }>

/**
 * One function for each type of token: the way for a renderer to be complete. A type that is added does not compile until every
 * renderer has its function.
 */
export type InlineVisitor<Result> = { readonly [Type in InlineType]: (token: InlineOf<Type>) => Result }

/** What the visitor makes of a token. */
export function visitInline<Result>(token: InlineToken, visitor: InlineVisitor<Result>): Result {
  const visit = visitor[token.type] as (token: InlineToken) => Result
  return visit(token)
}
