import type { Position, Span } from './span.ts'

/** What every link has, whatever its syntax. */
interface LinkBase extends Position {
  /** The whole link as written. */
  readonly span: Span
  /** Just what a rename replaces: the target without anchor, alias, brackets or title; empty when the target is empty. */
  readonly targetSpan: Span
  /** The target without its anchor, escapes and entities undone, percent-encoding kept (links.md sections 2 and 3). */
  readonly target: string
  /** What follows the first `#`, without it, as written; absent without `#`. */
  readonly anchor?: string
  /** The text shown in place of the target; absent when the link shows its target. */
  readonly text?: string
  /** For a link of a canvas, whose text is JSON: whether it stands in the markdown of a card, or is the path from the root of a card's file. */
  readonly canvas?: 'text' | 'file'
  /**
   * For a link in the syntax of one tool (links.md section 9): `((uuid))`, `#page`, `{{< ref "x" >}}`, `[[text|target]]`, `~/x.md` or `xref:uid`.
   * Those of Dendron and DocFX are read and never changed.
   */
  readonly tool?: 'block' | 'tag' | 'shortcode' | 'dendron' | 'docfx'
  /** Where the anchor stands, if not behind the target. */
  readonly anchorSpan?: Span
}

/** `[[target#anchor|text]]` */
export interface WikiLink extends LinkBase {
  readonly kind: 'wiki'
}

/** `![[target#anchor|size or text]]` */
export interface EmbedLink extends LinkBase {
  readonly kind: 'embed'
}

/** `[text](dest "title")` and autolinks `<https://…>` */
export interface InlineLink extends LinkBase {
  readonly kind: 'markdown'
  /** Whether the destination is written in `<…>`. */
  readonly angle?: boolean
}

/** `![alt](dest)` and `![alt][ref]` */
export interface ImageLink extends LinkBase {
  readonly kind: 'image'
  readonly angle?: boolean
  /** The normalised label of the definition, for `![alt][ref]`; targetSpan lies in the definition then. */
  readonly label?: string
}

/** One use of `[text][ref]`, `[ref][]` or `[ref]`: span is the use, targetSpan lies in the definition. */
export interface ReferenceLink extends LinkBase {
  readonly kind: 'reference'
  /** The normalised label of the definition. */
  readonly label: string
  readonly angle?: boolean
}

/** `<a href>` and `<img src>` */
export interface HtmlLink extends LinkBase {
  readonly kind: 'html'
}

/** A link in a string value of front matter, in wikilink or inline syntax. */
export interface PropertyLink extends LinkBase {
  readonly kind: 'property'
  /** The top-level front matter key that holds it. */
  readonly key: string
  readonly syntax: 'wiki' | 'markdown'
  /** How YAML writes the string that holds it; `flow` is the bare `[[X]]`, which YAML takes for a list. */
  readonly quoting?: 'plain' | 'single' | 'double' | 'block' | 'flow'
}

/** A link as written in a note; what it points at is decided by the vault. */
export type Link = WikiLink | EmbedLink | InlineLink | ImageLink | ReferenceLink | HtmlLink | PropertyLink

/** The syntax of a link; a stable word of the JSON contract. */
export type LinkKind = Link['kind']

/** A link as it is asked about: what it says, wherever that stands. */
export interface AskedLink extends Pick<LinkBase, 'target' | 'anchor'> {
  readonly kind: LinkKind
  readonly tool?: LinkBase['tool']
}

/** A link as the resolver takes it; where it stands does not matter to what it points at. */
export function asLink({ kind, target, anchor, tool }: AskedLink): Link {
  const nowhere = { start: 0, end: 0 }
  const place = { span: nowhere, targetSpan: nowhere, line: 1, column: 1 }
  return { kind, target, ...place, ...(anchor === undefined ? {} : { anchor }), ...(tool && { tool }) } as Link
}

/** The tool whose links of this syntax are read and not changed; undefined for all others. */
export function readOnlyTool({ tool }: Link): string | undefined {
  return tool === 'dendron' ? 'Dendron' : tool === 'docfx' ? 'DocFX' : undefined
}

/** By whose rules the target of each syntax is looked up (links.md section 2); a property has a syntax of its own. */
const rules: { readonly [Kind in Exclude<LinkKind, 'property'>]: 'wiki' | 'markdown' } = {
  wiki: 'wiki',
  embed: 'wiki',
  markdown: 'markdown',
  image: 'markdown',
  reference: 'markdown',
  html: 'markdown',
}

/** Whether the link's target follows the rules of wikilinks rather than those of markdown links. */
export function followsWikiRules(link: Link): boolean {
  return (link.kind === 'property' ? link.syntax : rules[link.kind]) === 'wiki'
}

/** A target with its anchor behind a `#`. */
export function withAnchor({
  target,
  anchor,
}: {
  readonly target: string
  readonly anchor?: string | undefined
}): string {
  return anchor === undefined ? target : `${target}#${anchor}`
}
