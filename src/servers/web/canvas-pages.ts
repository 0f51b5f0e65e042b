import type { Address, LinkTarget } from '../../core/model/site.ts'
import { fileName } from '../../core/model/note-path.ts'
import type { Note } from '../../core/model/note.ts'
import { plainText } from '../../core/parse/plain-text.ts'
import { type Card, readCanvas } from '../../core/publish/canvas-cards.ts'
import { externalTarget, type LinkSource, pathTarget } from '../../core/publish/link-target.ts'
import { languagesIn } from '../../view/code-language.ts'
import type { BodyOptions } from '../../view/html/body/body-options.ts'
import { renderBody } from '../../view/html/body/render-body.ts'
import { Html, html } from '../../view/html/html.ts'
import type { PageContext } from '../../view/html/page-context.ts'
import { canvasPage } from '../../view/html/pages/canvas-page.ts'

/** What the page of a canvas is made with. */
export interface CanvasSource {
  readonly context: PageContext
  readonly links: LinkSource
  /** The options for rendering the text of a card. */
  readonly optionsFor: (canvas: Note, page: Address) => BodyOptions
  readonly load: (languages: readonly string[]) => Promise<void>
}

/** A card that is shown: its markup, and what an arrow calls it. */
interface ShownCard {
  readonly markup: Html
  readonly name: string
}

/** How many characters of its text name a card. */
const longestName = 60

/** The page of a canvas for the public: without cards of unpublished files, and arrows to them. */
export async function canvasMarkup(source: CanvasSource, canvas: Note, text: string, page: Address): Promise<string> {
  const { groups, arrows } = readCanvas(text)
  const cards = groups.flatMap((group) => group.cards)
  await source.load(cards.flatMap(({ content }) => (content.kind === 'text' ? languagesIn(content.text) : [])))
  const shown = new Map<string, ShownCard>()
  for (const card of cards) {
    const made = shownCard(source, canvas, card, page)
    if (made !== undefined) shown.set(card.id, made)
  }
  return canvasPage(source.context, {
    address: page,
    title: canvasTitle(canvas.path),
    groups: groups.flatMap(({ label, cards: inside }) => {
      const markups = inside.flatMap(({ id }) => shown.get(id)?.markup ?? [])
      return markups.length === 0 ? [] : [label === undefined ? { cards: markups } : { label, cards: markups }]
    }),
    arrows: arrows.flatMap(({ from, to, label }) => {
      const [start, end] = [shown.get(from)?.name, shown.get(to)?.name]
      if (start === undefined || end === undefined) return []
      return [{ from: start, to: end, ...(label === undefined ? {} : { label }) }]
    }),
  })
}

function canvasTitle(path: string): string {
  return fileName(path).replace(/\.canvas$/i, '')
}

function shownCard(source: CanvasSource, canvas: Note, { content }: Card, page: Address): ShownCard | undefined {
  switch (content.kind) {
    case 'text': {
      const options = source.optionsFor(canvas, page)
      // Each card is rendered separately, so none gives the page an id.
      const { markup } = renderBody(
        { text: content.text, rules: { ...canvas, bodyStart: 0 } },
        canvas.path,
        options,
        page,
      )
      const words = plainText(content.text.replace(/^#+\s/, '').split('\n')[0] ?? '', { dialects: canvas.dialects })
      return { markup: new Html(markup), name: words.slice(0, longestName) }
    }
    case 'file':
      return fileCard(source, content, page)
    case 'link': {
      const target = externalTarget(content.url)
      if (target.kind !== 'external') return undefined
      return {
        markup: html`<a class="out" rel="noreferrer" href="${target.href}">${content.url}</a>`,
        name: content.url,
      }
    }
  }
}

function fileCard(
  { context, links }: CanvasSource,
  { path, anchor }: { readonly path: string; readonly anchor?: string },
  page: Address,
): ShownCard | undefined {
  const target = pathTarget(links, { kind: 'embed', target: path, ...(anchor !== undefined && { anchor }) }, path, page)
  const note = target.kind === 'note' ? context.site.notes[target.note] : undefined
  const name = note?.title ?? canvasTitle(path)
  const markup = fileMarkup(target, name)
  if (markup === undefined) return undefined
  return { markup: html`${markup}${note?.summary && html`<p>${context.prose(note.summary)}</p>`}`, name }
}

function fileMarkup(target: LinkTarget, name: string): Html | undefined {
  if (target.kind === 'image') return html`<img src="${target.href}" alt="${name}" loading="lazy" />`
  return target.kind === 'note' || target.kind === 'file'
    ? html`<h3><a href="${target.href}">${name}</a></h3>`
    : undefined
}
