import type { Body, BodyOptions } from './body-options.ts'
import { type PageState, restore } from './body-writer.ts'
import { sanitise } from './sanitise.ts'
import { writeText } from './write-text.ts'

/** Embeds that one page may write out. */
const mostEmbeds = 200

/** The text of a note as HTML; `key` names it among what it embeds. HTML of notes is made safe. */
export function renderBody(markdown: string, key: string, options: BodyOptions): Body {
  const plain = pageState(undefined)
  const first = writeText(markdown, options, plain, [key])
  if (!plain.foundHtml) return { ...first, hasMath: plain.hasMath }
  const page = pageState(markFor(markdown))
  const { markup, ...rest } = writeText(markdown, options, page, [key])
  return { ...rest, markup: restore(page, sanitise(markup, page, options)), hasMath: page.hasMath }
}

function pageState(mark: string | undefined): PageState {
  return { mark, foundHtml: false, hasMath: false, embedsLeft: mostEmbeds, kept: [], ids: new Set() }
}

/** A word that the text does not hold, so that it can't pass its own elements off as ours. */
function markFor(markdown: string): string {
  let mark = 'own'
  for (let count = 0; markdown.includes(mark); count++) mark = `own${count}`
  return mark
}
