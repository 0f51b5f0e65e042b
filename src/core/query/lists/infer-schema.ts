import type { MetadataValue, Note } from '../../model/note.ts'
import type { Report } from '../../model/report.ts'
import { isDate } from './sort-notes.ts'

/** What is known about a key of the notes' front matter. */
export interface KeyFacts {
  /** As it is written in most notes. */
  readonly key: string
  /** How many notes have it, and their share of all notes, 0-100, rounded down: 100 is all of them. */
  readonly notes: number
  readonly share: number
  /** The sorts of its values with how many notes have each, most first: text, number, date, boolean, object, nothing, `list of …`. */
  readonly types: readonly { readonly type: string; readonly notes: number }[]
  /** Its values, or the items of its lists, with how many notes have each, most first; absent when nearly every note has its own. */
  readonly values?: readonly { readonly value: string; readonly notes: number }[]
}

/** How many values of a key are listed. */
const mostValues = 10

/** The keys of the front matter of notes, those that most of them have first. Keys that differ in case alone are one. */
export function inferSchema(notes: readonly Note[]): readonly KeyFacts[] {
  const keys = new Map<string, Counted>()
  for (const { metadata } of notes) {
    for (const [key, value] of Object.entries(metadata)) {
      const folded = key.toLowerCase()
      const counted = keys.get(folded) ?? { spellings: new Map(), types: new Map(), values: new Map(), notes: 0 }
      keys.set(folded, counted)
      count(counted, key, value)
    }
  }
  return [...keys.values()]
    .map((counted) => factsOf(counted, notes.length))
    .sort((a, b) => b.notes - a.notes || (a.key < b.key ? -1 : 1))
}

/** The inferred schema as a table. */
export function schemaTable(facts: readonly KeyFacts[]): Extract<Report, { kind: 'table' }> {
  const tallied = (name: string, notes: number, of: number): string => (notes === of ? name : `${name} (${notes})`)
  return {
    kind: 'table',
    columns: ['key', 'notes', 'share', 'types', 'values'],
    rows: facts.map(({ key, notes, share, types, values }) => ({
      cells: [
        key,
        notes,
        share === 0 ? '<1%' : `${share}%`,
        types.map(({ type, notes: having }) => tallied(type, having, notes)).join(', '),
        values?.map(({ value, notes: having }) => `${value} (${having})`).join(', '),
      ],
    })),
    data: facts,
  }
}

interface Counted {
  readonly spellings: Map<string, number>
  readonly types: Map<string, number>
  readonly values: Map<string, number>
  notes: number
}

function count(counted: Counted, key: string, value: MetadataValue): void {
  counted.notes++
  add(counted.spellings, key)
  add(counted.types, typeOf(value))
  const items: readonly MetadataValue[] = Array.isArray(value) ? value : [value]
  const texts = items.filter((item) => item !== null && typeof item !== 'object').map(String)
  for (const text of new Set(texts)) add(counted.values, text)
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function typeOf(value: MetadataValue): string {
  if (value === null || value === '') return 'nothing'
  if (Array.isArray(value)) {
    const types = [...new Set(value.map((item: MetadataValue) => typeOf(item)))]
    return types.length === 1 ? `list of ${types[0] ?? ''}` : 'list'
  }
  if (typeof value === 'string') return isDate(value) ? 'date' : 'text'
  return typeof value
}

function factsOf({ spellings, types, values, notes }: Counted, all: number): KeyFacts {
  const key = ranked(spellings)[0]?.[0] ?? ''
  const told = ranked(values).slice(0, mostValues)
  // Values are listed only when they recur: summaries, for instance, never do.
  const given = [...values.values()].reduce((sum, one) => sum + one, 0)
  const comeAgain = values.size > 0 && (values.size <= 3 || values.size <= given * 0.75)
  return {
    key,
    notes,
    share: Math.floor((notes / Math.max(1, all)) * 100),
    types: ranked(types).map(([type, having]) => ({ type, notes: having })),
    ...(comeAgain ? { values: told.map(([value, having]) => ({ value, notes: having })) } : {}),
  }
}

function ranked(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
}
