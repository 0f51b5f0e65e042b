import { capital } from './capital.ts'
import type { Address, Site, SiteTopic } from '../../core/model/site.ts'
import { hrefFrom } from '../../core/model/site-href.ts'
import { type Html, html, joinedHtml } from './html.ts'

/** What every page of a site is made with. */
export interface PageContext {
  readonly site: Site
  /** Where a file that ships with wend lies in the site, by its name. */
  readonly asset: (name: string) => Address
  /** The picture that a link to the page of a note, or to another page, is shown with, by its name. */
  readonly picture: (note: number | undefined) => string
  /** Whether the site has a feed. */
  readonly feeds: boolean
  /** An id of the numbering of notes in this state of the site. */
  readonly numbering: string
  /** The number of this state, for pages that update themselves while they are open. */
  readonly version?: number
  /** A line of text of a note, such as a summary, with its formulas; some words of it may be emphasised. */
  readonly prose: (text: string, emphasised?: string) => Html
}

/** The class of a topic's colour and fill. */
export function topicClass({ hue, ring }: Pick<SiteTopic, 'hue' | 'ring'>): string {
  return `${hue === undefined ? 'tx' : `t${hue}`}${ring ? ' ring' : ''}`
}

/** A topic's name as a heading writes it: names in lower case begin with a capital. */
export function topicName({ name }: Pick<SiteTopic, 'name'>): string {
  return capital(name)
}

/** The mark of a topic. */
export function topicDot(topic: SiteTopic | undefined): Html {
  return html`<i class="dot ${topic === undefined ? 'tx' : topicClass(topic)}"></i>`
}

/** A link to a note, from a page. */
export function noteLink({ site }: PageContext, page: Address, number: number): Html {
  const note = site.notes[number]
  if (note === undefined) return joinedHtml([])
  return html`<a href="${hrefFrom(page, note.address)}">${note.title}</a>`
}

/** Whether a text begins in a script that is written from right to left. */
export function directionOf(text: string): 'rtl' | undefined {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(letter) ? 'rtl' : undefined
}

/** An attribute `dir` where it is needed. */
export function dirOf(text: string): Html | undefined {
  return directionOf(text) === undefined ? undefined : html` dir="rtl"`
}

/** `1 note`, `2 notes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}
