import { expandTabs } from '../expand-tabs.ts'
import { neutralise } from '../neutralise.ts'
import { inlineRenderer } from './inlines/inline-renderer.ts'
import { type LaidOut, layOut } from './lay-out.ts'
import { LinkBook } from './inlines/link-book.ts'
import { type Painter, paintPage } from './runs/paint-lines.ts'
import type { RenderedDocument, RenderOptions } from './render-options.ts'
import { run } from './runs/run.ts'
import { cutText } from '../wrap-text.ts'

/** In characters: longer documents are shown as source, since rendering them would take too long. */
const LONGEST = 4_000_000

/** After this many characters no more notes are embedded: a note embedded a thousand times is rendered as often. */
const MOST_EMBEDDED = 100_000

/**
 * Renders markdown for a terminal. `path` is the document's own, to detect an embed of itself. Never throws: what can't be rendered is
 * shown as its source, with a warning. No line is wider than the width.
 */
export function renderMarkdown(markdown: string, options: RenderOptions, path?: string): RenderedDocument {
  const book = new LinkBook(options)
  return paintPage(layOutSafely(markdown, options, book, path), book.links, linkPainter(options, book))
}

/** Paints links as hyperlinks where that is asked for. */
export function linkPainter(options: RenderOptions, book: LinkBook): Painter {
  return {
    style: options.style,
    url: (index) => {
      const link = book.links[index]
      return options.links === 'hyperlink' && link !== undefined ? options.urlOf?.(link, link.resolution) : undefined
    },
  }
}

/** Lays out markdown; what cannot be laid out comes as its source, with a warning. */
export function layOutSafely(
  markdown: string,
  options: RenderOptions,
  book: LinkBook,
  path: string | undefined,
): LaidOut {
  if (markdown.length > LONGEST)
    return asSource(markdown, options, 'the note is too long to be laid out; this is its source')
  try {
    return layOut(markdown, options, {
      embedding: [path ?? ''],
      embedRoom: { left: MOST_EMBEDDED },
      renderer: (inner) => inlineRenderer(inner, new LinkBook(inner, book)),
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return asSource(markdown, options, 'the note is nested too deeply to be laid out; this is its source')
  }
}

function asSource(markdown: string, { width }: RenderOptions, warning: string): LaidOut {
  const lines = neutralise(markdown)
    .split('\n')
    .flatMap((line) => cutText(expandTabs(line), width).map((piece) => [run(piece)]))
  return { lines, headings: [], warnings: [warning] }
}
