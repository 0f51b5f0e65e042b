import { fileStem } from '../model/note-path.ts'
import type { Note } from '../model/note.ts'
import { type ResolvedLink, targetPath } from '../model/resolution.ts'
import { isWithin, type Span } from '../model/span.ts'
import { plainText } from '../parse/plain-text.ts'
import type { readDocument } from '../parse/read-document.ts'
import type { Vault } from '../vault/vault.ts'
import { commentSpans } from './hidden-spans.ts'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Which notes and files others may see, which part of a note is asked for, and what stands for what it embeds; the embeds stay as they are where that is undefined. */
export interface PublicPart {
  readonly isKnown: (path: string) => boolean
  readonly span?: Span
  readonly embedded?: (link: ResolvedLink) => string | undefined
  /** Gives the blocks of the note. */
  readonly read?: typeof readDocument | undefined
}

/** The body of a note, or a part of it, as others may read it: without comments, links to what is not published as their words. */
export function publicText(
  whole: Vault,
  note: Note,
  text: string,
  { isKnown, span = { start: note.bodyStart, end: text.length }, embedded = () => undefined, read }: PublicPart,
): string {
  let open = ''
  let from = span.start
  const embeds = whole.linksFrom(note.path).flatMap((resolved): readonly Edit[] => {
    const { kind, span: place } = resolved.link
    const isAsked = kind === 'embed' && isWithin(place, span)
    const words = isAsked ? embedded(resolved) : undefined
    return words === undefined ? [] : [{ ...place, text: words }]
  })
  const edits = [...embeds, ...editsOf(whole, note, text, { isKnown, read })].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  for (const { start, end, text: words } of edits) {
    if (start < from || end > span.end) continue
    open += text.slice(from, start) + words
    from = end
  }
  return open + text.slice(from, span.end)
}

/** The text of a note with the same hidden by blanks, so that everything else stands where it does in the file; amid a line they stand before the words. */
export function maskedText(whole: Vault, note: Note, text: string, isKnown: (path: string) => boolean): string {
  let open = ''
  let from = 0
  for (const { start, end, text: words } of editsOf(whole, note, text, { isKnown })) {
    if (start < from) continue
    open += text.slice(from, start)
    const shown = words.slice(0, end - start)
    open += /\S[ \t]+$/.test(open.slice(-100)) ? shown.padStart(end - start) : shown.padEnd(end - start)
    from = end
  }
  return open + text.slice(from)
}

function editsOf(
  whole: Vault,
  note: Note,
  text: string,
  { isKnown, read }: Pick<PublicPart, 'isKnown' | 'read'>,
): readonly Edit[] {
  const links = whole.linksFrom(note.path).flatMap(({ link, resolution }): readonly Edit[] => {
    const path = targetPath(resolution)
    if (path === undefined || isKnown(path)) return []
    return link.kind === 'html' ? [{ ...link.targetSpan, text: '' }] : [{ ...link.span, text: wordsOf(link) }]
  })
  const definitions = note.definitions.flatMap((definition): readonly Edit[] => {
    const { span, targetSpan, target, anchor } = definition
    const asked = { kind: 'markdown', target, span, targetSpan, line: 1, column: 1 } as const
    const path = targetPath(whole.resolve(note, anchor === undefined ? asked : { ...asked, anchor }))
    return path === undefined || isKnown(path) ? [] : [{ ...span, text: '' }]
  })
  const comments = commentSpans(text, note, read).map((span): Edit => ({ ...span, text: '' }))
  return [...links, ...definitions, ...comments].sort((a, b) => a.start - b.start || b.end - a.end)
}

function wordsOf(link: {
  readonly kind: string
  readonly text?: string
  readonly target: string
  readonly anchor?: string
}): string {
  if (link.kind === 'embed' || link.kind === 'image') return ''
  const { text } = link
  // That of a wikilink is as it is written, which may hold a comment.
  if (text !== undefined) return link.kind === 'wiki' ? plainText(text) : text
  return link.target === '' ? (link.anchor ?? '') : fileStem(link.target)
}
