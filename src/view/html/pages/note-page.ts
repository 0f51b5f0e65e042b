import { type Address, neighboursOf, type SiteNote } from '../../../core/model/site.ts'
import { hrefFrom } from '../../../core/model/site-href.ts'
import type { Body } from '../body/body-options.ts'
import { Html, html, joinedHtml } from '../html.ts'
import { counted, directionOf, dirOf, noteLink, type PageContext, topicDot, topicName } from '../page-context.ts'
import { pageDocument } from './document.ts'
import { fan } from './fan.ts'
import { spectrum } from './spectrum.ts'

/** What a note's page shows beside what the site says of the note. */
export interface NotePageParts {
  readonly number: number
  readonly title: Html
  readonly body: Body
  /** Whether the summary was written for the note, and is no copy of its first paragraph. */
  readonly hasOwnSummary: boolean
  /** The notes that link to it, each once, with the sentence that does. */
  readonly backlinks: readonly { readonly note: number; readonly sentence: Html }[]
  readonly related: readonly { readonly note: number; readonly reason: string }[]
  /** Where to go on, and the sentence that leads there. */
  readonly onward?: { readonly note: number; readonly reason: Html }
  readonly references: readonly Html[]
}

/** The page of a note. */
export function notePage(context: PageContext, parts: NotePageParts): string {
  const { site } = context
  const note = site.notes[parts.number]
  if (note === undefined) return ''
  const { address } = note
  const dir = directionOf(note.title)
  const main = html`<main id="w:main" tabindex="-1" ${dir && html` dir="rtl"`}>
    <article class="note">
      ${head(context, note, parts)} ${outline(parts)}
      <div class="text">${new Html(parts.body.markup)}</div>
      ${references(parts.references)}
    </article>
    ${foot([nearest(context, note), backlinks(context, address, parts), related(context, address, parts)])}
    ${onward(context, note, parts)}
  </main>`
  return pageDocument(context, {
    address,
    kind: 'note',
    title: note.title,
    ...(note.summary === undefined ? {} : { description: note.shownSummary ?? note.summary }),
    note: parts.number,
    ...(note.edited === undefined ? {} : { edited: note.edited }),
    spectrum: spectrum(site, parts.number),
    main,
  })
}

/** What stands below the text; nothing where no note is near. */
function foot(sections: readonly (Html | undefined)[]): Html | undefined {
  return sections.every((section) => section === undefined)
    ? undefined
    : html`<footer class="foot">${sections}</footer>`
}

/** Titles longer than this are set smaller. */
const longTitle = 90

function head(context: PageContext, note: SiteNote, { body, title, hasOwnSummary }: NotePageParts): Html {
  const { site } = context
  const topics = note.topics.flatMap((number) => {
    const topic = site.topics[number]
    const href = `${hrefFrom(note.address, 'index.html')}#${encodeURIComponent(topic?.id ?? '').replace('%3A', ':')}`
    return topic === undefined ? [] : html`<a class="topic" href="${href}">${topicDot(topic)}${topicName(topic)}</a> `
  })
  const facts = [
    note.status && html`<span><bdi>${note.status}</bdi></span> `,
    note.edited &&
      html`<span dir="ltr">edited <time datetime="${note.edited}">${note.edited.slice(0, 10)}</time></span> `,
    note.words > 0 && html`<span dir="ltr">${counted(note.words, 'word')}</span>`,
  ]
  return html`<header class="head">
<p class="facts">${topics}${facts}</p>
<h1${body.titleId !== undefined && html` id="${body.titleId}"`}${note.title.length > longTitle && html` class="long"`}>${title}</h1>
${hasOwnSummary && note.summary !== undefined && html`<p class="summary" ${dirOf(note.summary)}>${context.prose(note.summary)}</p> `}${
    note.aliases.length > 0 && html`<p class="also">also called ${note.aliases.join(', ')}</p> `
  }</header>`
}

/** The parts of the note; the scripts mark where the reader is and add the path of this visit. */
function outline({ body, backlinks: back }: NotePageParts): Html {
  const parts = body.headings.filter(({ level }) => level <= 3)
  const items = parts.map(
    ({ id, level, markup }) =>
      html`<li${level > 2 && html` class="deep"`}><a href="#${encodeURI(id)}">${new Html(withoutLinks(markup))}</a></li>`,
  )
  const from =
    back.length === 0
      ? undefined
      : html`<li>
          <a href="#w:links"><bdi>Linked from ${back.length}</bdi></a>
        </li>`
  if (items.length === 0 && from === undefined) return html`<nav class="outline" aria-label="On this page"></nav>`
  return html`<nav class="outline" aria-label="On this page">
    <ol>
      <li><a href="#w:main">Beginning</a></li>
      ${items}${from}
    </ol>
  </nav>`
}

/** Markup that may stand inside a link: without links and ids. */
function withoutLinks(markup: string): string {
  return markup.replace(/<\/?a(?:\s[^>]*)?>|<sup class="fn"[^>]*>.*?<\/sup>/g, '').replace(/ id="[^"]*"/g, '')
}

function references(items: readonly Html[]): Html | undefined {
  if (items.length === 0) return undefined
  return html`<section class="references" aria-label="References">
    <h2 class="label">References</h2>
    <ol>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ol>
  </section>`
}

const nearestShown = 14

/** Its neighbours in the order of topics. */
function nearest(context: PageContext, note: SiteNote): Html | undefined {
  const { site } = context
  const neighbours = neighboursOf(note)
  if (neighbours.length === 0) return undefined
  const count = (number: number): number => site.notes[number]?.backlinks ?? 0
  const topicOf = (number: number): number => site.notes[number]?.topics[0] ?? site.topics.length
  const shown = [...neighbours]
    .sort((a, b) => count(b) - count(a) || a - b)
    .slice(0, nearestShown)
    .sort((a, b) => topicOf(a) - topicOf(b) || a - b)
  const items = shown.map(
    (number) => html`<li>${topicDot(site.topics[topicOf(number)])}${noteLink(context, note.address, number)}</li>`,
  )
  return html`<section class="near">
    <h2>Nearest notes</h2>
    <div class="fan">
      ${fan(shown.length)}
      <ul>
        ${items}
      </ul>
    </div>
  </section>`
}

const backlinksShown = 7

function backlinks(context: PageContext, page: Address, { backlinks: back }: NotePageParts): Html | undefined {
  if (back.length === 0) return undefined
  const item = ({ note, sentence }: (typeof back)[number]): Html => {
    const from = context.site.notes[note]
    const topic = from?.topics[0]
    return html`<li>
      ${topicDot(topic === undefined ? undefined : context.site.topics[topic])}
      <h3>${noteLink(context, page, note)}</h3>
      <p dir="auto">${sentence}</p>
    </li> `
  }
  const [first, rest] = [back.slice(0, backlinksShown), back.slice(backlinksShown)]
  const more =
    rest.length > 0 &&
    html`<details class="rest">
      <summary>${rest.length} more</summary>
      <ol class="backs">
        ${rest.map(item)}
      </ol>
    </details>`
  return html`<section class="links" id="w:links">
    <h2>
      <bdi>${back.length === 1 ? '1 note leans' : `${back.length.toLocaleString('en-US')} notes lean`} on this one</bdi>
    </h2>
    <ol class="backs">
      ${first.map(item)}
    </ol>
    ${more}
  </section>`
}

function related(context: PageContext, page: Address, { related: close }: NotePageParts): Html | undefined {
  if (close.length === 0) return undefined
  const items = close.map(
    ({ note, reason }) =>
      html`<li>
        <h3>${noteLink(context, page, note)}</h3>
        <p>${reason}</p>
      </li>`,
  )
  return html`<section class="close">
    <h2>Close, not linked</h2>
    <ul>
      ${items}
    </ul>
  </section>`
}

function onward(context: PageContext, note: SiteNote, { onward: next, number }: NotePageParts): Html | undefined {
  const { before, after } = besides(context, number)
  if (next === undefined && before === undefined && after === undefined) return undefined
  const topic = note.topics[0] === undefined ? undefined : context.site.topics[note.topics[0]]
  return html`<nav class="onward" aria-label="Where to go next">
    ${
      next &&
      html`<p class="on" data-onward>Wander on to ${noteLink(context, note.address, next.note)}</p>
        <p class="why" dir="auto">${next.reason}</p>`
    }${
      (before !== undefined || after !== undefined) &&
      html`<p class="besides">
        ${before !== undefined && html`<span><b>Before</b> <a rel="prev" href="${hrefOf(context, note, before)}">${titleOf(context, before)}</a></span> `}${
          after !== undefined &&
          html`<span
            ><b>After</b> <a rel="next" href="${hrefOf(context, note, after)}">${titleOf(context, after)}</a></span
          > `
        }${topic && html`<span class="of">in ${topicName(topic)}</span>`}
      </p>`
    }
  </nav>`
}

function hrefOf({ site }: PageContext, note: SiteNote, number: number): string {
  return hrefFrom(note.address, site.notes[number]?.address ?? 'index.html')
}

function titleOf({ site }: PageContext, number: number): Html {
  return joinedHtml([site.notes[number]?.title])
}

/** The notes before and after it in its topic, by title. */
function besides({ site }: PageContext, number: number): { readonly before?: number; readonly after?: number } {
  const topic = site.topics[site.notes[number]?.topics[0] ?? -1]
  let before = topic === undefined ? number - 1 : -1
  let after = topic === undefined ? number + 1 : site.notes.length
  for (const other of topic?.notes ?? []) {
    if (other < number) before = Math.max(before, other)
    if (other > number) after = Math.min(after, other)
  }
  return { ...(before < 0 ? {} : { before }), ...(after < site.notes.length ? { after } : {}) }
}
