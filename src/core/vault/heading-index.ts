import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Note } from '../model/note.ts'
import { headingIds } from '../model/heading-ids.ts'
import { foldName, normaliseName } from './fold.ts'
import { readableHeading } from './math/readable-math.ts'

/** The range of a note's headings to look through: from an index up to, but not including, another. */
export interface HeadingRange {
  readonly from: number
  readonly to: number
}

/**
 * The headings of a note by every name that an anchor may use (links.md section 4 a-d), so that thousands of links into one long note need
 * no pass through it each.
 */
export class HeadingIndex {
  private readonly headings: readonly Heading[]
  private readonly source: NameTables
  /** The names with formulas as a reader sees them, when any heading has a formula; used only when nothing else is found. */
  private readable: { readonly tables: NameTables | undefined } | undefined

  /** The heading ids made by the vault's tool, where they differ from GitHub's. */
  private readonly ids: () => readonly string[]
  private byId: Places | undefined
  private repeated: ReadonlySet<Heading> | undefined

  constructor(note: Note) {
    const { headings } = note
    this.headings = headings
    this.ids = () => headingIds(note)
    const names = (): readonly Name[] => {
      const slugs = composedSlugs(headings)
      return headings.map(({ text }, at) => ({ text: comparableText(text), slug: slugs[at] ?? '' }))
    }
    this.source = new NameTables(names, withoutPunctuation)
  }

  /** The first heading of each set with the same text, ignoring case. */
  get firstOfSeveral(): ReadonlySet<Heading> {
    return (this.repeated ??= firstsOfRepeated(this.headings))
  }

  /** The index of the first heading in a range that a text names; -1 when none. */
  find(wanted: string, range: HeadingRange): number {
    const found = this.source.find(comparableText(wanted), wanted, range)
    if (found !== -1) return found
    this.readable ??= { tables: readableTables(this.headings) }
    const readable = this.readable.tables?.find(readableText(wanted), wanted, range) ?? -1
    return readable === -1 ? named((this.byId ??= placesBy(this.ids(), (id) => id)), wanted.trim(), range) : readable
  }

  /** The headings nested under the one at an index. */
  nestedUnder(place: number): HeadingRange {
    const level = this.headings[place]?.level ?? 0
    let to = place + 1
    while ((this.headings[to]?.level ?? 0) > level) to++
    return { from: place + 1, to }
  }
}

function firstsOfRepeated(headings: readonly Heading[]): ReadonlySet<Heading> {
  const firsts = new Map<string, Heading>()
  const repeated = new Set<Heading>()
  for (const heading of headings) {
    const name = foldName(heading.text)
    const first = firsts.get(name)
    if (first === undefined) firsts.set(name, heading)
    else repeated.add(first)
  }
  return repeated
}

/** The names of a heading: its text in comparable form, and its slug. */
interface Name {
  readonly text: string
  readonly slug: string
}

type Form = 'text' | 'blanked' | 'bare' | 'slug' | 'collapsed'
type Places = ReadonlyMap<string, readonly number[]>

/** The indexes of headings by each form of their names, in the order in which the forms are tried; each table is made when first needed. */
class NameTables {
  private readonly named: () => readonly Name[]
  private readonly bareForm: (text: string) => string
  private names: readonly Name[] | undefined
  private readonly tables: Partial<Record<Form, Places>> = {}

  constructor(named: () => readonly Name[], bareForm: (text: string) => string) {
    this.named = named
    this.bareForm = bareForm
  }

  find(text: string, wanted: string, range: HeadingRange): number {
    const exact = firstWithin(this.table('text').get(text), range)
    if (exact !== -1) return exact
    const blanked = named(this.table('blanked'), withBlanks(text), range)
    if (blanked !== -1) return blanked
    const bare = named(this.table('bare'), this.bareForm(text), range)
    if (bare !== -1) return bare
    const wantedSlug = slug(wanted.trim().normalize('NFC'))
    const bySlug = named(this.table('slug'), wantedSlug, range)
    return bySlug === -1 ? named(this.table('collapsed'), collapseDashes(wantedSlug), range) : bySlug
  }

  private table(form: Form): Places {
    return (this.tables[form] ??= placesBy((this.names ??= this.named()), (name) => this.inForm(name, form)))
  }

  private inForm({ text, slug: own }: Name, form: Form): string {
    switch (form) {
      case 'text':
        return text
      case 'blanked':
        return withBlanks(text)
      case 'bare':
        return this.bareForm(text)
      case 'slug':
        return own
      case 'collapsed':
        return collapseDashes(own)
    }
  }
}

function readableTables(headings: readonly Heading[]): NameTables | undefined {
  if (!headings.some(({ text }) => text.includes('$') && readableHeading(text) !== undefined)) return undefined
  return new NameTables(() => {
    const slugs = new GithubSlugger()
    return headings.map(({ text }) => {
      const shown = readableHeading(text) ?? text
      return { text: readableText(shown), slug: slugs.slug(shown) }
    })
  }, withoutMarks)
}

function placesBy<Named>(names: readonly Named[], form: (name: Named) => string): Places {
  const places = new Map<string, number[]>()
  for (const [place, name] of names.entries()) {
    const key = form(name)
    const known = places.get(key)
    if (known === undefined) places.set(key, [place])
    else known.push(place)
  }
  return places
}

function named(names: Places, name: string, range: HeadingRange): number {
  return name === '' ? -1 : firstWithin(names.get(name), range)
}

/** The first of some ascending indexes in a range; -1 when none. */
function firstWithin(places: readonly number[] | undefined, { from, to }: HeadingRange): number {
  const place = places?.find((candidate) => candidate >= from) ?? to
  return place < to ? place : -1
}

/** The slugs of headings in composed form (NFC), so that an anchor finds a heading in whichever form either was typed. */
function composedSlugs(headings: readonly Heading[]): readonly string[] {
  if (headings.every(({ text }) => normaliseName(text) === text)) return headings.map(({ slug: own }) => own)
  const slugs = new GithubSlugger()
  return headings.map(({ text }) => slugs.slug(text.normalize('NFC')))
}

function comparableText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Renderers differ in how they space formulas and raise letters, so both are ignored. */
function readableText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** Obsidian writes a blank for each run of punctuation and symbols: `7.6 Fats` is `7 6 Fats`, `D&D` is `D D`. */
function withBlanks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()
}

function withoutPunctuation(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Renderers also differ in how they draw accents over formulas. */
function withoutMarks(text: string): string {
  return withoutPunctuation(text).normalize('NFKD').replace(/\p{M}/gu, '')
}

function collapseDashes(text: string): string {
  return text.replace(/-+/g, '-').replace(/^-|-$/g, '')
}
