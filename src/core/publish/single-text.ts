import type { Note } from '../model/note.ts'
import { targetPath } from '../model/resolution.ts'
import type { Span } from '../model/span.ts'
import { DocumentReader } from '../parse/document-reader.ts'
import { sectionSpan } from '../query/note/section-of.ts'
import type { Vault } from '../vault/vault.ts'
import { publicText } from './public-text.ts'
import { lineStart } from '../model/line-ends.ts'
import { markdownHead } from './told-summary.ts'

/** Where the texts of notes come from, and which notes others may see. */
export interface TextSource {
  readonly whole: Vault
  readonly textOf: (path: string) => string
  readonly isKnown: (path: string) => boolean
}

/** How deep embeds lie in each other. */
const deepest = 8

/** Characters after which embeds stay links: of notes that embed each other many times the text would grow by their power. */
const mostEmbedded = 1_000_000
/** What an embed counts for at least. */
const smallest = 100

/**
 * The markdown of a note, or of the part that an anchor names, as others may read it, with what it embeds written out. A note inside itself,
 * and pictures, stay links.
 */
export function singleText(source: TextSource, note: Note, anchor?: string): string {
  const text = source.textOf(note.path)
  const page: Page = { room: mostEmbedded, documents: new DocumentReader(text) }
  if (anchor !== undefined) {
    const span = sectionSpan(note, text, anchor, page.documents.read)
    return span === undefined ? '' : `${expanded(source, note, { span, within: [note.path], page }).trim()}\n`
  }
  const body = expanded(source, note, { within: [note.path], page }).trim()
  return `${markdownHead(note)}${body}\n`
}

/** What is shared by a text and all that it embeds. */
interface Page {
  /** How many more characters may be embedded. */
  room: number
  readonly documents: DocumentReader
}

function expanded(
  source: TextSource,
  note: Note,
  { span, within, page }: { readonly span?: Span; readonly within: readonly string[]; readonly page: Page },
): string {
  const { whole, textOf, isKnown } = source
  return publicText(whole, note, textOf(note.path), {
    isKnown,
    read: page.documents.read,
    ...(span && { span }),
    embedded: ({ link, resolution }) => {
      const margin = marginOf(textOf(note.path), link.span)
      if (margin === undefined) return undefined
      const path = targetPath(resolution)
      const target = path === undefined ? undefined : whole.note(path)
      if (target === undefined || !isKnown(target.path)) return undefined
      const key = `${target.path}#${link.anchor ?? ''}`
      const isDeep = within.length > deepest || page.room <= 0 || page.documents.isFullFor(target)
      if (within.includes(target.path) || within.includes(key) || isDeep) return undefined
      const inner = partOf(target, textOf(target.path), { anchor: link.anchor, documents: page.documents })
      if (inner === undefined) return undefined
      page.room -= smallest + inner.end - inner.start
      const way = [...within, link.anchor === undefined ? target.path : key]
      const text = expanded(source, target, {
        ...(link.anchor === undefined ? {} : { span: inner }),
        within: way,
        page,
      }).trim()
      return margin === ''
        ? text
        : text.replace(/\n(?=[^\n])/g, `\n${margin}`).replace(/\n(?=\n)/g, `\n${margin.trimEnd()}`)
    },
  })
}

/** The part of a note that an anchor names, without one all of it; undefined where there is none. */
function partOf(
  note: Note,
  text: string,
  { anchor, documents }: { readonly anchor: string | undefined; readonly documents: DocumentReader },
): Span | undefined {
  return anchor === undefined ? { start: 0, end: text.length } : sectionSpan(note, text, anchor, documents.read)
}

/**
 * What the lines below an embed begin with, so that all of it stands in the item or quote that the embed stands in; undefined for one amid a
 * sentence, which blocks would tear.
 */
function marginOf(text: string, { start, end }: Span): string | undefined {
  const before = text.slice(lineStart(text, start), start)
  const line = text.indexOf('\n', end)
  const after = text.slice(end, line < 0 ? text.length : line)
  const [, quote, marker = ''] = /^([\s>]*)((?:[-+*]|\d{1,9}[.)])\s+)?(?:\[.\]\s+)?$/.exec(before) ?? []
  if (quote === undefined || !/^\s*(?:\^[A-Za-z0-9-]+)?\s*$/.test(after)) return undefined
  return quote + ' '.repeat(marker.length)
}
