import type { Address, Site, SiteNote } from '../../../core/model/site.ts'
import { hrefFrom } from '../../../core/model/site-href.ts'
import { type Html, html, joinedHtml } from '../html.ts'
import { counted, dirOf, type PageContext, topicClass, topicDot, topicName } from '../page-context.ts'
import { pageDocument } from './document.ts'
import { spectrum, topicSpectrum } from './spectrum.ts'

const address: Address = 'index.html'

/** The index page: the introduction, then topics, notes and links, each under an address of its own. */
export function indexPage(context: PageContext, introduction: Html | undefined, description: string): string {
  const { site } = context
  const main = html`<main id="w:main" tabindex="-1">
    <div class="intro">${introduction}</div>
    <nav class="views" aria-label="Views">${tabs(context)}</nav>
    ${site.topics.length > 0 ? topicsView(context) : undefined} ${notesView(context)}
    ${site.links > 0 ? linkedView(context) : undefined}
  </main>`
  return pageDocument(context, {
    address,
    kind: 'index',
    title: site.title,
    description,
    spectrum: spectrum(site),
    views: [...(site.topics.length > 0 ? ['topics'] : []), 'notes', ...(site.links > 0 ? ['linked'] : [])],
    main,
  })
}

const groupNames = { topics: 'Topics', tags: 'Tags', folders: 'Folders' }

function tabs({ site }: PageContext): Html {
  const count = (value: number): Html => html`<sup>${value.toLocaleString('en-US')}</sup>`
  return html`<p class="tabs">
      ${site.groupedBy && html`<a href="#topics">${groupNames[site.groupedBy]} ${count(site.topics.length)}</a> `}<a
        href="#notes"
        >Notes ${count(site.notes.length)}</a
      >
      ${site.links > 0 && html`<a href="#linked">Linked ${count(site.links)}</a>`}
    </p>
    <div class="aside js" data-for="topics">
      <button type="button" class="plain" data-all-summaries aria-pressed="false">All with summaries</button>
    </div>
    ${notesAside(site)} ${linkedAside}`
}

/** What stands over the list of notes; only what changes something in it. */
function notesAside({ notes, links }: Site): Html | undefined {
  if (notes.length < 2) return undefined
  const sort = (by: string, name: string): Html =>
    html`<button type="button" class="plain" data-sort="${by}" aria-pressed="${String(by === 'title')}">
      ${name}
    </button>`
  const orders = [
    ...(notes.some(({ edited }) => edited !== undefined) ? [sort('edited', 'by edit')] : []),
    ...(links > 0 ? [sort('links', 'by links')] : []),
  ]
  return html`<div class="aside js" data-for="notes">
    <label
      ><span class="vh">Filter</span
      ><input
        type="search"
        id="w:filter"
        placeholder="Filter ${counted(notes.length, 'note')}"
        autocomplete="off"
        spellcheck="false" /></label
    >${orders.length > 0 && html`<span class="sorts" role="group" aria-label="Order">${sort('title', 'A–Z')}${orders}</span>`}
  </div>`
}

/** What stands over the map. */
const linkedAside = html`<div class="aside js" data-for="linked">
  <label
    ><span class="vh">Light up on the map</span
    ><input type="search" id="w:light" placeholder="Light up on the map" autocomplete="off" spellcheck="false" /></label
  ><span class="hint"
    ><span class="wheel">scroll</span><span class="touch">pinch</span> to zoom · drag to move ·
    <button type="button" class="plain" data-reset>reset</button></span
  >
</div>`

/** How many titles a topic shows where there are many notes. */
const titlesShown = 12
const manyNotes = 1500

function topicsView(context: PageContext): Html {
  const { site } = context
  const groups = site.topics.map((topic, number) => {
    const cut = site.notes.length > manyNotes && topic.notes.length > titlesShown ? titlesShown : topic.notes.length
    const titles = topic.notes
      .slice(0, cut)
      .map((note, order) => titleItem(context, note, order < 3 && topic.notes.length > 5))
    return html`<section class="group" id="${topic.id}">
      <div class="gh">
        <h3>${topicDot(topic)}<a href="#${topic.id}">${topicName(topic)}</a></h3>
        <p>
          ${counted(topic.notes.length, 'note')}
          <button type="button" class="plain js" data-summaries aria-expanded="false">summaries</button>
        </p>
        ${topicSpectrum(site, number)}
      </div>
      <ol class="titles" ${cut < topic.notes.length && html` data-topic="${number}"`}>
        ${titles}
      </ol>
      ${
        cut < topic.notes.length &&
        html`<p class="more js">
          <button type="button" class="plain" data-whole="${number}">all ${topic.notes.length}</button>
        </p>`
      }
    </section> `
  })
  return html`<section class="view" id="topics" aria-labelledby="w:topics">
    <h2 class="vh" id="w:topics">${groupNames[site.groupedBy ?? 'topics']}</h2>
    ${groups}${ungrouped(context)}
  </section>`
}

const lacking = { topics: 'No topic', tags: 'No tag', folders: 'No folder' }

/** The notes that stand in no group. */
function ungrouped(context: PageContext): Html | undefined {
  const { site } = context
  const alone = [...site.notes.keys()].filter((number) => site.notes[number]?.topics.length === 0)
  if (alone.length === 0) return undefined
  const shown = site.notes.length > manyNotes ? alone.slice(0, titlesShown) : alone
  return html`<section class="group">
    <div class="gh">
      <h3>${topicDot(undefined)}${lacking[site.groupedBy ?? 'topics']}</h3>
      <p>
        ${counted(alone.length, 'note')}
        <button type="button" class="plain js" data-summaries aria-expanded="false">summaries</button>
      </p>
    </div>
    <ol class="titles">
      ${shown.map((note) => titleItem(context, note, false))}
    </ol>
    ${shown.length < alone.length && html`<p class="more"><a href="#notes">all notes</a></p>`}
  </section>`
}

function titleItem({ site }: PageContext, number: number, isTop: boolean): Html {
  const note = site.notes[number]
  if (note === undefined) return joinedHtml([])
  return html`<li${isTop && html` class="top"`}${dirOf(note.title)}><a href="${hrefFrom(address, note.address)}">${note.title}</a></li>`
}

/** The rows of all notes under their first letters. */
function notesView(context: PageContext): Html {
  const letters = new Map<string, SiteNote[]>()
  for (const note of context.site.notes) {
    const letter = letterOf(note.title)
    const notes = letters.get(letter) ?? []
    letters.set(letter, notes)
    notes.push(note)
  }
  const most = Math.max(
    1,
    ...[...letters.values()].map((notes) => Math.max(...notes.map(({ backlinks }) => backlinks))),
  )
  const sections = [...letters].map(
    ([letter, notes]) =>
      html`<section class="letter">
        <h3 aria-label="${letter === '#' ? 'Other' : letter}">${letter}</h3>
        <ol class="rows">
          ${notes.map((note) => indexRow(context, address, note, { most, level: 4 }))}
        </ol>
      </section> `,
  )
  return html`<section class="view" id="notes" aria-labelledby="w:notes">
    <h2 class="vh" id="w:notes">Notes</h2>
    <p class="nothing vh" role="status" id="w:shown"></p>
    <div class="letters">${sections}</div>
  </section>`
}

/** The letter a title stands under: without accents, capital; `#` for what begins with none. */
function letterOf(title: string): string {
  const first = title.normalize('NFD').replace(/^[^\p{L}\p{N}]+/u, '')
  const letter = [...first][0]?.toUpperCase() ?? ''
  return /\p{L}/u.test(letter) ? letter : '#'
}

/** A note in a list: its line, as high as it is linked to, its title and summary. */
export function indexRow(
  { site, prose }: PageContext,
  page: Address,
  note: SiteNote,
  { most, level }: { readonly most: number; readonly level: 3 | 4 },
): Html {
  const topic = note.topics[0] === undefined ? undefined : site.topics[note.topics[0]]
  const height = Math.round(8 + 66 * Math.min(1, note.backlinks / most))
  return html`<li${note.edited && html` data-edited="${note.edited.slice(0, 10)}"`}${dirOf(note.title)}><i class="ln ${topic === undefined ? 'tx' : topicClass(topic)}" style="height:${height}px"></i><h${level}><a href="${hrefFrom(page, note.address)}">${note.title}</a> <small>${note.backlinks}</small></h${level}>${note.summary && html`<p>${prose(note.summary)}</p>`}</li>
`
}

/** How many of the most linked notes are listed. */
const hubsListed = 20

/** The notes that most others link to, as items of a list. */
function hubsOf(notes: PageContext['site']['notes']): readonly Html[] {
  return [...notes]
    .sort((a, b) => b.backlinks - a.backlinks)
    .slice(0, hubsListed)
    .filter(({ backlinks }) => backlinks > 0)
    .map(
      ({ title, address: to, backlinks }) =>
        html`<li${dirOf(title)}><small>${backlinks}</small> <a href="${hrefFrom(address, to)}">${title}</a></li>`,
    )
}

/** The map, which scripts draw, and beside it what it shows as lists. */
function linkedView(context: PageContext): Html {
  const { site } = context
  const topics = site.topics.map(
    (topic) =>
      html`<li>
        ${topicDot(topic)}<a href="#${topic.id}">${topicName(topic)}</a> <small>${topic.notes.length}</small>
      </li>`,
  )
  return html`<section class="view" id="linked" aria-labelledby="w:linked">
    <h2 class="vh" id="w:linked">Linked</h2>
    <div class="chart">
      <div class="map js" id="w:map"></div>
      <noscript><p class="hint">The map needs scripts; this is what it shows.</p></noscript>
      <div class="side" id="w:side">
        ${
          topics.length > 0 &&
          html`<section>
            <h3>${groupNames[site.groupedBy ?? 'topics']}</h3>
            <ul class="legend">
              ${topics}
            </ul>
          </section>`
        }
        <section>
          <h3>Most linked to</h3>
          <ol class="hubs">
            ${hubsOf(site.notes)}
          </ol>
        </section>
      </div>
    </div>
  </section>`
}
