import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Note } from '../model/note.ts'
import { readableHeading } from './readable-math.ts'

/** Which of a note's headings are looked through: from a place up to, not including, another. */
export interface HeadingRange {
  readonly from: number
  readonly to: number
}

/**
 * The headings of a note under every name that an anchor may call them by (links.md section 4 a-d), so that thousands of links into
 * one long note do not each read through it.
 */
export class HeadingIndex {
  private readonly headings: readonly Heading[]
  private readonly source: NameTables
  /** The names with formulas as a reader sees them; absent when no heading holds one. */
  private readonly readable: NameTables | undefined

  constructor({ headings }: Note) {
    this.headings = headings
    this.source = new NameTables(withoutPunctuation)
    for (const [place, { text, slug: own }] of headings.entries()) this.source.add(place, comparableText(text), own)
    this.readable = readableTables(headings)
  }

  /** The place of the first heading of a range that a text names; -1 when none. */
  find(wanted: string, range: HeadingRange): number {
    const found = this.source.find(comparableText(wanted), wanted, range)
    if (found !== -1 || this.readable === undefined) return found
    return this.readable.find(readableText(wanted), wanted, range)
  }

  /** The headings nested under the one at a place. */
  nestedUnder(place: number): HeadingRange {
    const level = this.headings[place]?.level ?? 0
    let to = place + 1
    while ((this.headings[to]?.level ?? 0) > level) to++
    return { from: place + 1, to }
  }
}

/** The places of headings by each form of their names, in the order in which the forms are tried. */
class NameTables {
  private readonly texts = new Map<string, number[]>()
  private readonly bare = new Map<string, number[]>()
  private readonly slugs = new Map<string, number[]>()
  private readonly collapsed = new Map<string, number[]>()
  private readonly bareForm: (text: string) => string

  constructor(bareForm: (text: string) => string) {
    this.bareForm = bareForm
  }

  add(place: number, text: string, ownSlug: string): void {
    put(this.texts, text, place)
    put(this.bare, this.bareForm(text), place)
    put(this.slugs, ownSlug, place)
    put(this.collapsed, collapseDashes(ownSlug), place)
  }

  find(text: string, wanted: string, range: HeadingRange): number {
    const exact = firstWithin(this.texts.get(text), range)
    if (exact !== -1) return exact
    const bare = named(this.bare, this.bareForm(text), range)
    if (bare !== -1) return bare
    const wantedSlug = slug(wanted.trim())
    const bySlug = named(this.slugs, wantedSlug, range)
    return bySlug === -1 ? named(this.collapsed, collapseDashes(wantedSlug), range) : bySlug
  }
}

function readableTables(headings: readonly Heading[]): NameTables | undefined {
  if (!headings.some(({ text }) => text.includes('$') && readableHeading(text) !== undefined)) return undefined
  const tables = new NameTables(withoutMarks)
  const slugs = new GithubSlugger()
  for (const [place, { text }] of headings.entries()) {
    const shown = readableHeading(text) ?? text
    tables.add(place, readableText(shown), slugs.slug(shown))
  }
  return tables
}

function put(names: Map<string, number[]>, name: string, place: number): void {
  const places = names.get(name)
  if (places === undefined) names.set(name, [place])
  else places.push(place)
}

function named(names: ReadonlyMap<string, number[]>, name: string, range: HeadingRange): number {
  return name === '' ? -1 : firstWithin(names.get(name), range)
}

/** The first of ascending places in a range; -1 when none. */
function firstWithin(places: readonly number[] | undefined, { from, to }: HeadingRange): number {
  const place = places?.find((candidate) => candidate >= from) ?? to
  return place < to ? place : -1
}

function comparableText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Renderers space formulas and raise letters each in their own way, so neither counts. */
function readableText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

function withoutPunctuation(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Renderers also draw accents over formulas each in their own way. */
function withoutMarks(text: string): string {
  return withoutPunctuation(text).normalize('NFKD').replace(/\p{M}/gu, '')
}

function collapseDashes(text: string): string {
  return text.replace(/-+/g, '-').replace(/^-|-$/g, '')
}
