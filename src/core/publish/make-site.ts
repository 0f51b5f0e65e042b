import type { Note } from '../model/note.ts'
import type { Site, SiteNote, SiteTopic } from '../model/site.ts'
import { Fields, isoDate, stringList, textOf } from '../parse/front-matter/values.ts'
import { comparableTag } from '../query/lists/tag-expression.ts'
import { foldName } from '../vault/fold.ts'
import type { Vault } from '../vault/vault.ts'
import type { Addresses } from './addresses.ts'
import { colouredTopicsOf, mostLinked } from './coloured-topics.ts'
import { groupNotes } from './group-notes.ts'
import type { NoteTargets } from './note-targets.ts'

/** What is told of a site beside its notes. */
export interface SiteSettings {
  readonly title: string
  readonly base?: string
  readonly language: string
  readonly introduction?: Site['introduction']
  /** Names of topics in the order of an earlier publication. */
  readonly formerTopics: readonly string[]
  /** Days of the first and last commit by path, where git knows. */
  readonly dates: ReadonlyMap<string, { readonly created: string; readonly edited: string }>
  readonly targets: NoteTargets
  /** The title of a note as text, without its markup. */
  readonly shownTitle: (note: Pick<Note, 'title' | 'titleSource'>) => string
  /** A summary with its formulas as text. */
  readonly shownSummary: (summary: string) => string
}

/** Makes the site of the notes that are published; `vault` holds them alone. */
export function makeSite(vault: Vault, addresses: Addresses, settings: SiteSettings): Site {
  const ordered = sortedByTitle(vault.notes)
  const numberOf = new Map(ordered.map((note, number) => [note.path as string, number]))
  const links = ordered.map((note) => linksOf(settings.targets, note, numberOf))
  const back = linkingTo(links)
  const { groupedBy, groups, namesOf } = groupNotes(ordered)
  const topics = colouredTopicsOf(groups, links, back, settings.formerTopics)
  const topicsOf = membership(topics, ordered, namesOf)
  const notes = ordered.map((note, number) => {
    const place = { linksTo: links[number] ?? [], linkedFrom: back[number] ?? [], topics: topicsOf[number] ?? [] }
    return siteNote(note, addresses, settings, place)
  })
  return {
    title: settings.title,
    language: settings.language,
    ...(settings.base === undefined ? {} : { base: settings.base }),
    ...(settings.introduction === undefined ? {} : { introduction: settings.introduction }),
    ...(groupedBy === undefined ? {} : { groupedBy }),
    notes,
    topics,
    links: links.reduce((sum, list) => sum + list.length, 0),
    mostLinked: mostLinked(notes),
    spectrum: spectrumOf(topics, notes),
  }
}

function sortedByTitle(notes: readonly Note[]): readonly Note[] {
  const keyed = notes.map((note) => ({ key: keyOf(note), path: note.path, note }))
  return keyed.sort(compareByTitle).map(({ note }) => note)
}

/** The order of two notes of a site. */
export function byTitle(one: Note, other: Note): number {
  return compareByTitle({ key: keyOf(one), path: one.path }, { key: keyOf(other), path: other.path })
}

interface Titled {
  readonly key: string
  readonly path: string
}

function compareByTitle(a: Titled, b: Titled): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : a.path < b.path ? -1 : 1
}

const keys = new WeakMap<Note, string>()

function keyOf(note: Note): string {
  const known = keys.get(note)
  if (known !== undefined) return known
  // Quotation marks and other signs before the first letter sort nothing.
  const key = foldName(note.title).replace(/^[^\p{L}\p{N}]+(?=.)/u, '')
  keys.set(note, key)
  return key
}

/** The notes a note links to, each once, in the order of its text. */
export function linksOf(targets: NoteTargets, note: Note, numberOf: ReadonlyMap<string, number>): readonly number[] {
  return targets.of(note).flatMap((path) => (path === note.path ? [] : (numberOf.get(path) ?? [])))
}

/** The numbers of the notes that link to each note, in their order. */
export function linkingTo(links: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const back: number[][] = links.map(() => [])
  for (const [from, list] of links.entries()) for (const to of list) back[to]?.push(from)
  return back
}

/** Where a note stands among the others: the numbers of those it links to, of those that link to it in their order, and of its topics. */
export type SitePlace = Pick<SiteNote, 'linksTo' | 'linkedFrom' | 'topics'>

/** A note of a site. */
export function siteNote(note: Note, addresses: Addresses, settings: SiteSettings, place: SitePlace): SiteNote {
  const git = settings.dates.get(note.path)
  const said = saidOf(note)
  const created = said.created ?? git?.created
  const edited = said.edited ?? git?.edited ?? created
  const title = settings.shownTitle(note)
  return {
    path: note.path,
    title,
    ...(title === note.title ? {} : { written: note.title }),
    ...summaryOf(note, settings),
    address: addresses.page(note.path) ?? '',
    source: addresses.source(note.path) ?? '',
    aliases: note.aliases,
    topics: place.topics,
    ...(said.status === undefined ? {} : { status: said.status }),
    ...(created === undefined ? {} : { created }),
    ...(edited === undefined ? {} : { edited }),
    words: note.words,
    references: said.references,
    backlinks: place.linkedFrom.length,
    linksTo: place.linksTo,
    linkedFrom: place.linkedFrom,
  }
}

function summaryOf({ summary }: Note, { shownSummary }: SiteSettings): Pick<SiteNote, 'summary' | 'shownSummary'> {
  if (summary === undefined) return {}
  const shown = shownSummary(summary)
  return shown === summary ? { summary } : { summary, shownSummary: shown }
}

/** What front matter says of a note. */
interface Said {
  readonly created: string | undefined
  readonly edited: string | undefined
  readonly status: string | undefined
  readonly references: readonly string[]
}

/** Read once for each note: while a site is served it is made anew after each edit of one. */
const said = new WeakMap<Note, Said>()

function saidOf(note: Note): Said {
  const known = said.get(note)
  if (known !== undefined) return known
  const fields = new Fields(note.metadata)
  const status = textOf(fields.first('status'))
  const made: Said = {
    created: isoDate(fields.first('created', 'date')),
    edited: isoDate(fields.first('updated', 'modified')),
    status: status === '' ? undefined : status,
    references: stringList(fields.first('references', 'sources', 'source')),
  }
  said.set(note, made)
  return made
}

/** The topics of each note, in its own order. */
function membership(
  topics: readonly SiteTopic[],
  notes: readonly Note[],
  namesOf: (note: Note) => readonly string[],
): readonly (readonly number[])[] {
  const places = new Map(topics.map(({ name }, topic) => [comparableTag(name), topic]))
  return notes.map((note) => [...new Set(namesOf(note).flatMap((name) => places.get(comparableTag(name)) ?? []))])
}

/** All notes once, under the topic of theirs that the note names first, by title; those without one stand last. */
export function spectrumOf(topics: readonly SiteTopic[], notes: readonly Pick<SiteNote, 'topics'>[]): Site['spectrum'] {
  const under: number[][] = topics.map(() => [])
  const alone: number[] = []
  for (const [number, note] of notes.entries()) {
    const first = note.topics[0]
    if (first === undefined) alone.push(number)
    else under[first]?.push(number)
  }
  return [
    ...under.flatMap((numbers, topic) => numbers.map((note) => ({ note, topic }))),
    ...alone.map((note) => ({ note })),
  ]
}
