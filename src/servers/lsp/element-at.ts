import { labelSpan } from '../../core/parse/links/label-span.ts'
import type { Footnote, Heading, InlineTag } from '../../core/model/note.ts'
import { type ResolvedLink } from '../../core/model/resolution.ts'
import type { Span } from '../../core/model/span.ts'
import type { Subject } from './workspace.ts'

/** The thing at a place of a note. */
export type NoteElement =
  | { readonly kind: 'link'; readonly resolved: ResolvedLink; readonly part: 'target' | 'anchor'; readonly span: Span }
  | { readonly kind: 'heading'; readonly heading: Heading; readonly span: Span }
  | { readonly kind: 'tag'; readonly tag: InlineTag; readonly span: Span }
  | { readonly kind: 'footnote'; readonly footnote: Footnote; readonly span: Span }
  | { readonly kind: 'block'; readonly id: string; readonly span: Span }
  | { readonly kind: 'label'; readonly label: string; readonly span: Span }

/** The innermost thing at an offset of a note that has any feature. */
export function elementAt({ vault, note, text }: Subject, offset: number): NoteElement | undefined {
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end
  const links = vault
    .linksFrom(note.path)
    .filter(({ link }) => holds(link.span) || (link.anchorSpan !== undefined && holds(link.anchorSpan)))
  const resolved = links.sort((a, b) => length(a.link.span) - length(b.link.span))[0]
  if (resolved !== undefined) {
    const anchor = anchorSpan(text, resolved)
    const part = anchor !== undefined && holds(anchor) ? 'anchor' : 'target'
    return { kind: 'link', resolved, part, span: resolved.link.span }
  }
  const tag = note.inlineTags.find(({ span }) => holds(span))
  if (tag !== undefined) return { kind: 'tag', tag, span: tag.span }
  const footnote = note.footnotes.find(({ span }) => holds(span))
  if (footnote !== undefined) return { kind: 'footnote', footnote, span: footnote.span }
  const block = note.blocks.find(({ span }) => holds(span))
  if (block !== undefined) return { kind: 'block', id: block.id, span: block.span }
  const definition = note.definitions.find(({ span }) => holds(span))
  if (definition !== undefined) return { kind: 'label', label: definition.label, span: labelSpan(text, definition) }
  const heading = note.headings.find(({ span }) => holds(span))
  return heading && { kind: 'heading', heading, span: heading.textSpan }
}

/** The span of a link's anchor, without its `#`; undefined when it has none, or has it elsewhere. */
export function anchorSpan(text: string, { link }: ResolvedLink): Span | undefined {
  const { anchor, targetSpan } = link
  if (link.anchorSpan !== undefined) return link.anchorSpan
  if (anchor === undefined || anchor === '' || text[targetSpan.end] !== '#') return undefined
  const start = targetSpan.end + 1
  return text.startsWith(anchor, start) ? { start, end: start + anchor.length } : undefined
}

function length({ start, end }: Span): number {
  return end - start
}
