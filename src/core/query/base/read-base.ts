import { isMetadata, type Metadata, type MetadataValue } from '../../model/note.ts'
import { readFrontMatter } from '../../parse/front-matter.ts'
import type { Position } from '../../model/span.ts'
import { valueUnder } from '../lists/note-value.ts'
import { nearestNames } from '../names/nearest-names.ts'

/** A part of a filter that can't be read, as it is written, and why. */
export interface UnreadFilter {
  readonly text: string
  readonly reason: string
}

/** A filter of a base: statements as they are written, joined by and, or, not; `unread` is what is neither. */
export type BaseFilter =
  | { readonly kind: 'statement'; readonly text: string }
  | ({ readonly kind: 'unread' } & UnreadFilter)
  | { readonly kind: 'and' | 'or' | 'not'; readonly of: readonly BaseFilter[] }

/** A property and the direction in which notes are sorted or grouped by it. */
export interface BaseOrder {
  readonly property: string
  readonly descending: boolean
}

/** A view of a base: which notes it shows, and which columns. */
export interface BaseView {
  readonly name: string
  readonly filter: BaseFilter | undefined
  readonly columns: readonly string[]
  readonly sort: readonly BaseOrder[]
  readonly group: BaseOrder | undefined
  readonly limit: number | undefined
  /** Names of summaries by property. */
  readonly summaries: ReadonlyMap<string, string>
  /** The layout: `table`, `cards`, `list`, `map`. */
  readonly type: string
}

/** A file of Obsidian's bases. */
export interface Base {
  readonly filter: BaseFilter | undefined
  /** Expressions by the name of the formula. */
  readonly formulas: ReadonlyMap<string, string>
  /** Expressions of the base's own summaries by name. */
  readonly summaries: ReadonlyMap<string, string>
  /** What columns are called, by property. */
  readonly headings: ReadonlyMap<string, string>
  readonly views: readonly BaseView[]
  /** What could not be read, as sentences. */
  readonly problems: readonly string[]
  /** Why the whole base can't be read, and where; lines and columns are 1-based. */
  readonly broken?: { readonly reason: string; readonly position: Position }
}

/** The most statements that are read; what comes after them is left out. */
const most = 500

/** The keys of a base. */
const known = ['filters', 'formulas', 'properties', 'summaries', 'views']

/**
 * Reads a base. Its YAML has the same limits as that of notes; keys other than filters, formulas and views concern only its looks and are
 * not read.
 */
export function readBase(text: string): Base {
  // `---` starts a document in YAML, but would be read as the end of front matter.
  const document = text.replace(/^\ufeff?---[ \t]*(?=\r?\n)/, '')
  const { metadata, problems } = readFrontMatter(`---\n${document}\n---\n`)
  const keys = Object.keys(metadata)
  const [first] = problems
  const reasonOf = (reason: string): string => reason.replace(/^front matter /, 'a base ')
  const several = /^---[ \t]*\r?$/m.test(document) ? ['what stands below the line --- is not read'] : []
  const base = new BaseReader([
    ...problems.map(({ reason, line }) => `line ${Math.max(1, line - 1)}: ${reasonOf(reason)}`),
    ...several,
  ]).read(metadata)
  if (first !== undefined && keys.length === 0) {
    const position = { line: Math.max(1, first.line - 1), column: first.column }
    return { ...base, broken: { reason: reasonOf(first.reason), position } }
  }
  const isNothing = base.filter === undefined && base.views.length === 0 && base.formulas.size === 0
  const [reason] = base.problems
  return isNothing && reason !== undefined
    ? { ...base, broken: { reason, position: positionOfWords(text, keys[0] ?? '') } }
    : base
}

/** Where a text occurs first. */
export function positionOfWords(text: string, words: string): Position {
  const before = text.slice(0, Math.max(0, text.indexOf(words))).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

function unknownKeys(base: Metadata): readonly string[] {
  return Object.keys(base)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const [near] = nearestNames(key, known)
      return `"${key}" is none of ${known.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`
    })
}

class BaseReader {
  readonly #problems: string[]
  #statements = 0

  constructor(problems: readonly string[]) {
    this.#problems = [...problems]
  }

  read(base: Metadata): Base {
    const filter = this.#filter(base['filters'], 'filters')
    const views = listOf(base['views']).flatMap((view, at) => (isMetadata(view) ? this.#view(view, at) : []))
    this.#problems.push(...unknownKeys(base))
    if (base['views'] !== undefined && base['views'] !== null && views.length === 0)
      this.#problems.push('views must be a list of views')
    return {
      filter,
      formulas: textsOf(base['formulas']),
      summaries: textsOf(base['summaries']),
      headings: new Map(
        Object.entries(fieldsOf(base['properties'])).flatMap(([name, property]) => {
          const heading = scalarText(valueUnder(property, 'displayName'))
          return heading === undefined ? [] : [[name, heading] as const]
        }),
      ),
      views,
      problems: this.#problems,
    }
  }

  #view(view: Metadata, at: number): BaseView {
    const name = scalarText(view['name']) ?? `view ${at + 1}`
    const limit = view['limit']
    const [group] = this.#orders(view['groupBy'], `groupBy of ${name}`)
    return {
      name,
      filter: this.#filter(view['filters'], `filters of ${name}`),
      columns: listOf(view['order']).flatMap((column) => scalarText(column) ?? []),
      sort: this.#orders(view['sort'], `sort of ${name}`),
      group,
      limit: typeof limit === 'number' && limit >= 1 ? Math.floor(limit) : undefined,
      summaries: textsOf(view['summaries']),
      type: scalarText(view['type']) ?? 'table',
    }
  }

  #orders(value: MetadataValue | undefined, where: string): readonly BaseOrder[] {
    return (Array.isArray(value) ? (value as readonly MetadataValue[]) : value === undefined ? [] : [value]).flatMap(
      (order: MetadataValue) => {
        const property =
          scalarText(order) ?? scalarText(valueUnder(order, 'property')) ?? scalarText(valueUnder(order, 'column'))
        if (property !== undefined)
          return [{ property, descending: /^desc/i.test(scalarText(valueUnder(order, 'direction')) ?? '') }]
        if (order !== null) this.#problems.push(`${where}: a property was expected`)
        return []
      },
    )
  }

  #filter(value: MetadataValue | undefined, where: string): BaseFilter | undefined {
    if (value === undefined || value === null) return undefined
    if (Array.isArray(value)) return this.#joined('and', value, where)
    if (!isMetadata(value)) return this.#statement(String(value), where)
    const parts = Object.entries(value).flatMap(([key, inner]) => {
      if (key === 'and' || key === 'or' || key === 'not') return this.#joined(key, listOf(inner), where)
      const reason = `${where}: "${key}" is none of and, or, not`
      this.#problems.push(reason)
      return [{ kind: 'unread', text: key, reason } as const]
    })
    return parts.length <= 1 ? parts[0] : { kind: 'and', of: parts }
  }

  #joined(kind: 'and' | 'or' | 'not', items: readonly MetadataValue[], where: string): BaseFilter {
    return { kind, of: items.flatMap((item) => this.#filter(item, where) ?? []) }
  }

  #statement(text: string, where: string): BaseFilter | undefined {
    if (++this.#statements <= most) return { kind: 'statement', text }
    if (this.#statements === most + 1) this.#problems.push(`${where}: only the first ${most} filters are read`)
    return undefined
  }
}

function listOf(value: MetadataValue | undefined): readonly MetadataValue[] {
  if (Array.isArray(value)) return value as readonly MetadataValue[]
  return value === undefined || value === null ? [] : [value]
}

function fieldsOf(value: MetadataValue | undefined): Metadata {
  return isMetadata(value) ? value : {}
}

function scalarText(value: MetadataValue | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

function textsOf(value: MetadataValue | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(fieldsOf(value)).map(([name, text]) => [name, scalarText(text) ?? '']))
}
