import type { SearchHit, SearchMatch } from '../../core/model/report.ts'
import { FailureError } from '../../core/model/failure.ts'
import { leastShown, searchNotes } from '../../core/search/search-notes.ts'
import { movedRanges } from '../../core/parse/prose/moved-ranges.ts'
import { subscript, superscript } from '../../core/parse/prose/raised-text.ts'
import { readableHeading } from '../../core/vault/math/readable-math.ts'
import { make } from '../page/dom.ts'
import { openBeside } from '../page/panes.ts'
import { siteUrl } from '../page/site-data.ts'
import { type PageSearch, pageSearch } from './search-source.ts'

/** Hits that are shown. */
const most = 12
/** Milliseconds after a key before the search starts. */
const patience = 60

/** The search of the page: a dialog over it, whose hits are those of `wend search`. */
export class SearchDialog {
  readonly #dialog: HTMLDialogElement
  readonly #input: HTMLInputElement
  readonly #list: HTMLUListElement
  readonly #said: HTMLElement
  #search: Promise<PageSearch> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #chosen = 0
  #asked = 0

  constructor() {
    this.#input = make('input', {
      type: 'search',
      role: 'combobox',
      'aria-label': 'Search the notes',
      'aria-controls': 'w:hits',
      'aria-expanded': 'true',
      'aria-autocomplete': 'list',
      placeholder: 'A problem, a name, a formula',
      autocomplete: 'off',
      spellcheck: 'false',
    })
    this.#list = make('ul', { class: 'hits', id: 'w:hits', role: 'listbox', 'aria-label': 'Notes found' })
    this.#said = make('p', { class: 'none', role: 'status' })
    const close = make('button', { type: 'button' }, 'Close')
    close.addEventListener('click', () => this.#close())
    const key = (name: string, does: string): HTMLElement => make('span', {}, make('kbd', {}, name), ` ${does}`)
    this.#dialog = make(
      'dialog',
      { class: 'search', 'aria-label': 'Search' },
      make('div', { class: 'ask' }, this.#input, close),
      this.#list,
      this.#said,
      make(
        'p',
        { class: 'keys', 'aria-hidden': 'true' },
        key('↑ ↓', 'move'),
        key('Enter', 'open'),
        key('Shift Enter', 'beside'),
        key('Esc', 'close'),
      ),
    )
    document.body.append(this.#dialog)
    this.#follow()
  }

  /** Opens the dialog with the text typed so far; the index is loaded the first time. */
  open(typed: string): void {
    if (!this.#dialog.open) this.#dialog.showModal()
    if (typed === '') this.#input.select()
    else this.#input.value = typed
    if (this.#search === undefined) this.#say('One moment …')
    this.#search ??= pageSearch()
    this.#search.catch(() => {
      this.#search = undefined
      this.#say('The search index could not be loaded.')
    })
    void this.#ask()
  }

  #follow(): void {
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#ask(), patience)
    })
    this.#dialog.addEventListener('keydown', (event) => {
      const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
      const by = moves[event.key]
      if (by !== undefined) this.#choose(this.#chosen + by)
      // In a field for searching the browser takes Escape to empty it.
      else if (event.key === 'Escape') this.#close()
      else if (event.key === 'Enter') this.#open(this.#list.children[this.#chosen], event.shiftKey)
      else return
      event.preventDefault()
    })
    this.#dialog.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target : undefined
      if (target === this.#dialog) this.#close()
      const hit = target?.closest('li')
      if (hit === null || hit === undefined) return
      if (event.ctrlKey || event.metaKey) window.open(hit.dataset['href'])
      else this.#open(hit, event.shiftKey)
    })
  }

  #open(hit: Element | undefined, beside: boolean): void {
    const href = hit instanceof HTMLElement ? hit.dataset['href'] : undefined
    if (href === undefined) return
    this.#close()
    if (beside) openBeside(make('a', { href }))
    else location.href = href
  }

  /** After closing, typed text is no query, even before the browser moves the focus. */
  #close(): void {
    this.#input.blur()
    this.#dialog.close()
  }

  #choose(at: number): void {
    const hits = [...this.#list.children]
    if (hits.length === 0) return
    this.#chosen = Math.max(0, Math.min(hits.length - 1, at))
    for (const [order, hit] of hits.entries()) hit.setAttribute('aria-selected', String(order === this.#chosen))
    const hit = hits[this.#chosen]
    this.#input.setAttribute('aria-activedescendant', hit?.id ?? '')
    hit?.scrollIntoView({ block: 'nearest' })
  }

  /** Searches; when texts of hits have been loaded, shows their best lines too. */
  async #ask(): Promise<void> {
    const query = this.#input.value.trim()
    const asked = ++this.#asked
    const search = await this.#search?.catch(() => undefined)
    if (search === undefined || asked !== this.#asked) return
    if (query === '') return this.#show(search, [], '')
    // Words in quotes and patterns are looked for in the texts.
    search.wait = /["/]/.test(query)
    for (;;) {
      const found = await find(search, query).catch(() => 'lost' as const)
      if (found === 'lost') return this.#say('The search index could not be loaded.')
      if (asked !== this.#asked) return
      // The earlier hits stay while a query is incomplete.
      if (typeof found === 'string') return this.#say(found)
      this.#show(search, found, query)
      if (!(await search.hasNews()) || asked !== this.#asked) return
    }
  }

  #show(search: PageSearch, hits: readonly SearchHit[], query: string): void {
    const hrefOf = (item: Element | undefined): string | undefined =>
      item instanceof HTMLElement ? item.dataset['href'] : undefined
    const chosen = hrefOf(this.#list.children[this.#chosen])
    this.#list.replaceChildren(...hits.map((hit, order) => hitItem(search, hit, order)))
    const same = [...this.#list.children].findIndex((item) => hrefOf(item) === chosen)
    this.#choose(Math.max(0, same))
    this.#list.hidden = hits.length === 0
    const found = hits.length === 1 ? '1 note' : `${hits.length} notes`
    this.#say(
      query === '' ? 'Type what you remember of a note.' : hits.length === 0 ? `No note answers "${query}".` : found,
      hits.length > 0,
    )
  }

  /** Shows a message, or only announces it to screen readers. */
  #say(text: string, unseen = false): void {
    if (this.#said.textContent !== text) this.#said.textContent = text
    this.#said.classList.toggle('vh', unseen)
  }
}

/** The hits of a query, or what is wrong with it when it can't be read. */
async function find({ source, whenLoaded }: PageSearch, query: string): Promise<readonly SearchHit[] | string> {
  try {
    return (await whenLoaded(() => searchNotes(source, query, { filters: [], limit: most, atLeast: leastShown }))).hits
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    const { failure } = error
    return 'message' in failure ? `${failure.message.charAt(0).toUpperCase()}${failure.message.slice(1)}.` : ''
  }
}

function hitItem({ site, numberOf, summaryOf }: PageSearch, hit: SearchHit, order: number): HTMLLIElement {
  const [title = '', address = '', topics = []] = site.n[numberOf(hit.path)] ?? []
  const marks = site.t[topics[0] ?? -1]?.[1] ?? 'tx'
  const href = siteUrl(address.split('/').map(encodeURIComponent).join('/'))
  const inTitle = hit.matches.find(({ field }) => field === 'title')
  const inSummary = hit.matches.find(({ field, text }) => field === 'summary' && text === hit.summary)
  const why = whyOf(hit)
  return make(
    'li',
    { role: 'option', id: `w:hit-${order}`, 'aria-selected': 'false', 'data-href': href },
    make('span', { class: 't' }, make('i', { class: `dot ${marks}` }), make('bdi', {}, ...marked(title, inTitle))),
    ...(hit.summary === undefined ? [] : [make('p', { dir: 'auto' }, ...marked(summaryOf(hit.path), inSummary))]),
    ...(why === undefined
      ? []
      : [make('p', { class: 'why' }, `${wordFor(why.field)}: `, ...marked(shown(why.text), why, 'b'))]),
  )
}

/** The match that best explains a hit, other than its title and summary. */
function whyOf({ matches }: SearchHit): SearchMatch | undefined {
  const order = ['alias', 'keyword', 'body', 'heading', 'tag', 'topic']
  const worth = ({ ranges = [] }: SearchMatch): number => ranges.reduce((sum, [from, to]) => sum + to - from, 0)
  return matches
    .filter(({ field }) => order.includes(field))
    .sort((a, b) => worth(b) - worth(a) || order.indexOf(a.field) - order.indexOf(b.field))[0]
}

function wordFor(field: string): string {
  return field === 'body' ? 'says' : field === 'alias' ? 'also called' : field
}

/** Text with what matched marked; of a long one the part around it. */
function marked(text: string, match: SearchMatch | undefined, name: 'mark' | 'b' = 'mark'): readonly (Node | string)[] {
  const parts: (Node | string)[] = []
  const ranges = match === undefined ? [] : movedRanges(match.text, match.ranges ?? [], text)
  let at = ranges[0] !== undefined && ranges[0][0] > 140 ? text.lastIndexOf(' ', ranges[0][0] - 60) + 1 : 0
  if (at > 0) parts.push('… ')
  for (const [from, to] of ranges) {
    if (from < at) continue
    parts.push(text.slice(at, from), make(name, {}, text.slice(from, to)))
    at = to
  }
  return [...parts, text.slice(at)]
}

/** A line of a note without the marks of its code, and with its formulas as characters. */
function shown(line: string): string {
  const text = line.replace(/`([^`\n]+)`/g, '$1')
  return readableHeading(text, { high: superscript, low: subscript }) ?? text
}
