import type { NoteDetail } from '../../core/model/report.ts'
import type { VaultDialects } from '../../core/model/tool-dialect.ts'
import { firstShownBlock } from '../../core/parse/blocks/shown-block.ts'
import { opensWith, saysTitle } from '../../core/parse/opens-with.ts'
import { readDocument } from '../../core/parse/read-document.ts'
import { neutraliseAll } from '../neutralise.ts'
import { inlineRenderer } from './inlines/inline-renderer.ts'
import type { LaidOut } from './lay-out.ts'
import { LinkBook } from './inlines/link-book.ts'
import { footerLines } from './note-footer.ts'
import { headerLines, references } from './note-header.ts'
import { paintPage } from './runs/paint-lines.ts'
import { layOutSafely, linkPainter } from './render-markdown.ts'
import type { RenderedDocument, RenderOptions } from './render-options.ts'
import type { Line } from './runs/run.ts'
import { safeText } from './runs/safe-text.ts'

/** What of a note is shown besides its text; all of it unless said. */
export interface NoteParts {
  readonly header?: boolean
  /** The title in the header; the text is without it in any case. */
  readonly title?: boolean
  /** The summary in the header; one that was taken from the text stands there anyway. */
  readonly summary?: boolean
  readonly footer?: boolean
}

/**
 * Lays out a note: title, topics, summary, dates and references; its text; its links with the summary of each target,
 * its backlinks with their sentence, and related notes. Links of the footer are among the links of the document.
 */
export function renderNote(detail: NoteDetail, options: RenderOptions, parts: NoteParts = {}): RenderedDocument {
  const note = neutraliseAll(detail, safeText)
  const book = new LinkBook(options)
  const body = layOutSafely(
    parts.header === false ? note.body : withoutTitle(note, options.dialects),
    options,
    book,
    note.path,
  )
  // The lines of the header and the footer are markdown of one line each; their own links are not followed.
  const inner = { ...options, links: 'none' as const }
  const aside = inlineRenderer(inner, new LinkBook(inner))
  const page = {
    note,
    line: aside.line,
    told: aside.told,
    book,
    width: options.width,
    numbered: options.links === 'numbered',
  }
  const { summary: _summary, ...untold } = note
  const isSaid =
    note.summary !== undefined && parts.header !== false && opensWith(note.body, note.summary, options.dialects)
  const told = parts.summary === false || isSaid ? { ...page, note: untold } : page
  const header = parts.header === false ? [] : headerLines(told, parts.title !== false)
  const footer = parts.footer === false ? [] : footerLines(page)
  return paintPage(joined(body, header, footer), book.links, linkPainter(options, book))
}

/** The markdown that a note is laid out from, its header and footer too: what `loadEngines` has to see. */
export function markdownOf({ body, title, summary, topics, metadata, ...note }: NoteDetail): readonly string[] {
  const around = [...note.linksOut, ...note.linksIn, ...(note.related ?? [])]
  const lines = around.flatMap((row) => [row.title, row.summary, 'context' in row ? row.context : undefined])
  return [body, title, summary, ...topics, ...references(metadata), ...lines].filter((text) => text !== undefined)
}

function joined(body: LaidOut, header: readonly Line[], footer: readonly Line[]): LaidOut {
  const parts = [header, body.lines, footer].filter(({ length }) => length > 0)
  return { ...body, lines: parts.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines])) }
}

/** The body without a first heading that repeats the title, which the header shows. */
function withoutTitle({ body, title, headings }: NoteDetail, dialects: VaultDialects | undefined): string {
  const first = headings[0]
  if (first?.level !== 1 || !saysTitle(first.text, title)) return body
  const block = firstShownBlock(readDocument(body, { bodyStart: 0, dialects }))
  if (block?.type !== 'heading') return body
  const { start, end } = block.span
  // What comes after it stays in its line.
  return body.slice(0, start) + body.slice(start, end).replace(/[^\n]/g, '') + body.slice(end)
}
