import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { localDay } from '../../core/parse/local-time.ts'
import type { Report } from '../../core/model/report.ts'
import { sortKeys } from '../../core/query/lists/list-notes.ts'
import { type ListForm, notesReport } from '../../core/query/lists/note-row.ts'
import { groupCounts, groupNotesBy, type NoteGroup, noteTable, unknownName } from '../../core/query/lists/note-table.ts'
import { isDate } from '../../core/query/lists/sort-notes.ts'
import { knownNames, valueOf } from '../../core/query/lists/note-value.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Options } from '../arguments/options.ts'

/** The form of a list. */
export interface ListShape {
  /** The names of the columns of a table; absent for notes as they are. */
  readonly columns?: readonly string[] | undefined
  /** What the notes are grouped by. */
  readonly groupBy?: string | undefined
  /** Whether notes are only counted. */
  readonly count: boolean
  readonly oneline: boolean
  readonly sort: string
}

/**
 * The form that options ask for. A column for which no note has a value is empty, with a message; sorting or grouping by such a name fails.
 */
export function readShape(options: Options, vault: Vault, messages: string[]): ListShape {
  const text = options.text('columns')
  const columns = text === undefined ? undefined : splitNames(text)
  if (columns?.length === 0) fail({ kind: 'usage', message: '--columns needs names, such as title,status' })
  const sort = options.text('sort') ?? 'title'
  messages.push(...missingKeys(vault, 'columns', columns ?? []))
  if (!(sortKeys as readonly string[]).includes(sort) && sort !== 'updated') requireName(vault, 'sort', sort)
  const [count, oneline] = [options.flag('count'), options.flag('oneline')]
  return { columns, groupBy: readGrouping(options, vault), count, oneline, sort }
}

function readGrouping(options: Options, vault: Vault): string | undefined {
  const [by, key] = [options.text('by'), options.text('groupBy')]
  if (by !== undefined && key !== undefined)
    fail({ kind: 'usage', message: '--by and --group-by both group; give one of them' })
  if (key !== undefined && !/^(?:topic|tag)$/i.test(key)) requireName(vault, 'group-by', key)
  return by ?? key
}

/** A message about keys of an option that no note has, with similar ones. */
export function missingKeys(vault: Vault, option: string, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => {
    const near = unknownName(vault, key)
    if (near === undefined) return []
    const meant = near[0] === undefined ? '' : `; did you mean ${near[0]}?`
    return [`--${option}: no note has the key "${key}"${meant}`]
  })
}

/** Whether a list has its default form, except for the length of its lines. */
export function isPlain({ columns, groupBy, count }: ListShape): boolean {
  return columns === undefined && groupBy === undefined && !count
}

/** The report of notes in a shape. */
export function shapedReport(vault: Vault, notes: readonly Note[], shape: ListShape): Report {
  const groups = shape.groupBy === undefined ? undefined : groupNotesBy(vault, notes, shape.groupBy)
  if (shape.count) return counted(notes, groups, shape.groupBy)
  if (shape.columns !== undefined) {
    const table = noteTable(vault, notes, shape.columns)
    if (groups === undefined) return table
    const rowOf = new Map(notes.map((note, at) => [note, at]))
    return {
      ...table,
      groups: groups.map(({ name, notes: own }) => ({ name, rows: own.flatMap((note) => rowOf.get(note) ?? []) })),
    }
  }
  const plain = notesReport(vault, notes, formOf(vault, shape))
  return groups === undefined
    ? plain
    : { ...plain, groups: groups.map(({ name, notes: own }) => ({ name, paths: own.map(({ path }) => path) })) }
}

function counted(notes: readonly Note[], groups: readonly NoteGroup[] | undefined, by: string | undefined): Report {
  if (groups !== undefined && by !== undefined) return groupCounts(by, groups)
  return countReport(notes.length)
}

/** A number alone, as `--count` gives it. */
export function countReport(count: number): Report {
  return { kind: 'document', text: `${count}\n`, data: { count } }
}

/** The form of text output, which shows the date that notes are sorted by. */
function formOf(vault: Vault, { oneline, sort }: ListShape): ListForm {
  if (['title', 'path', 'words', 'links', 'backlinks', 'random'].includes(sort)) return { oneline }
  const dateOf = (note: Note): string | undefined => {
    const value = valueOf(vault, note, sort) ?? (sort === 'updated' ? note.modified : undefined)
    return typeof value === 'string' && isDate(value) ? localDay(value) : undefined
  }
  return { oneline, dateOf }
}

function splitNames(text: string): readonly string[] {
  return text.split(',').flatMap((name) => name.trim() || [])
}

function requireName(vault: Vault, option: string, name: string): void {
  const near = unknownName(vault, name)
  if (near === undefined || vault.size === 0) return
  const turned = option === 'sort' && name.startsWith('-') && unknownName(vault, name.slice(1)) === undefined
  if (turned)
    fail({
      kind: 'usage',
      message: `--sort: no note has the key "${name}"`,
      hint: `--sort ${name.slice(1)} has numbers and dates largest first; --reverse turns the order round`,
    })
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `wend knows ${knownNames.join(', ')}`
  fail({ kind: 'usage', message: `--${option}: no note has the key "${name}"`, hint })
}
