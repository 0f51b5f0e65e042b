import { DocumentReader } from '../../../core/parse/document-reader.ts'
import type { Body, BodyOptions, BodyText } from './body-options.ts'
import { type PageState, restore } from './body-writer.ts'
import { sanitise } from './sanitise.ts'
import { writeText } from './write-text.ts'

/** How many embeds one page may contain. */
const mostEmbeds = 200
/** After this many embedded characters no more are rendered. */
const mostEmbedded = 1_000_000

/**
 * The text of a note as HTML; `key` names it among what it embeds. HTML of notes is made safe. A text that stands `within` a page of
 * several gives it no ids.
 */
export function renderBody(body: BodyText, key: string, options: BodyOptions, within?: string): Body {
  const keys = within === undefined ? [key] : [within, key]
  const documents = new DocumentReader(body.text)
  const plain = pageState(undefined, documents)
  const first = writeText(body, options, plain, keys)
  if (!plain.foundHtml) return first
  const page = pageState(crypto.randomUUID(), documents)
  const { markup, headings, title, ...rest } = writeText(body, options, page, keys)
  const safe = (written: string): string => restore(page, sanitise(written, page, options))
  // Headings stand in the outline too.
  return {
    ...rest,
    ...(title === undefined ? {} : { title: safe(title) }),
    markup: safe(markup),
    headings: headings.map((one) => ({ ...one, markup: safe(one.markup) })),
  }
}

/** `mark` tells wend's own elements from those of notes: no note can guess it, not even an embedded one. */
function pageState(mark: string | undefined, documents: DocumentReader): PageState {
  return {
    ...{ mark, foundHtml: false, embedsLeft: mostEmbeds, embedRoom: mostEmbedded },
    ...{ documents, kept: [], ids: new Set() },
  }
}
