import { isoTime } from '../iso-time.ts'
import { DASH, isDigit } from '../character.ts'
import type { Metadata, MetadataValue } from '../../model/note.ts'

const NONE: readonly string[] = []

/** The strings of a value that is one string or a list: numbers become strings, anything else is left out. */
export function stringList(value: MetadataValue | undefined): readonly string[] {
  if (value === undefined) return NONE
  const strings: string[] = []
  addStrings(strings, value, 2)
  return strings
}

/** Adds the strings of a value and of lists in it, `depth` deep. */
function addStrings(strings: string[], value: MetadataValue, depth: number): void {
  if (isList(value)) {
    if (depth > 0) for (const item of value) addStrings(strings, item, depth - 1)
    return
  }
  const text = textOf(value)
  if (text !== undefined && text !== '') strings.push(text)
}

function isList(value: MetadataValue): value is readonly MetadataValue[] {
  return Array.isArray(value)
}

/**
 * Names: a list, or a string in which commas part the items, as Obsidian reads `aliases: a, b`. An item that is a wikilink means the name
 * that it shows (links.md section 8).
 */
export function nameList(value: MetadataValue | undefined): readonly string[] {
  const names = typeof value === 'string' ? stringList(value.split(/,(?![^[\]]*\]\])/)) : stringList(value)
  return names.some((name) => name.startsWith('[[')) ? names.map(shownName) : names
}

/** The name that an item shows when it is a wikilink and nothing else. */
function shownName(item: string): string {
  const [, target = '', text] = /^\[\[([^[\]|]*)(?:\\?\|([^[\]]*))?\]\]$/.exec(item) ?? []
  return (text ?? target).trim() || item
}

/** Tags: a list, or a string in which commas or blanks part them; without a leading `#`; wikilinks as in `nameList`. */
export function tagList(value: MetadataValue | undefined): readonly string[] {
  const items = typeof value === 'string' ? stringList(value.split(/[,\s]+(?![^[\]]*\]\])/)) : stringList(value)
  const tags = items.some((tag) => tag.startsWith('[[')) ? items.map(shownName) : items
  if (!tags.some((tag) => tag.startsWith('#'))) return tags
  return tags.map((tag) => tag.replace(/^#/, '')).filter((tag) => tag !== '')
}

/** A string or number as trimmed text; undefined for anything else. */
export function textOf(value: MetadataValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() : undefined
}

/**
 * An ISO 8601 date or date-time of what people write: `2024-05-01`, `2024/05/01`, `2024-05-01 10:30`, `2024-05`, `2024`. Undefined for
 * anything else.
 */
export function isoDate(value: MetadataValue | undefined): string | undefined {
  const written = textOf(value) ?? ''
  if (isPlainDate(written)) return written
  // Dendron counts milliseconds.
  if (/^1\d{12}$/.test(written)) return isoTime(Number(written))
  const match = /^(\d{4})(?:([-/])(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01])(?:[T ]+(\d\d:\d\d\S*))?)?)?$/.exec(written)
  if (match === null) return undefined
  const [, year, , month, day, time] = match
  if (day !== undefined && Number(day) > daysIn(Number(year), Number(month))) return undefined
  const date = [year, month, day].filter((part) => part !== undefined).join('-')
  return time === undefined ? date : `${date}T${time}`
}

/** Whether a text is `2024-05-01`, as most dates are; for the others too, the pattern decides. */
function isPlainDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false
  for (let i = 0; i < 10; i++) if (i !== 4 && i !== 7 && !isDigit(text.charCodeAt(i))) return false
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month)
}

/** The days of a month, 1 to 12, by the calendar: a date that it does not have makes a feed that no reader takes. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Front matter by lower-case key, without what is null; of keys that differ in case only, the one in lower case wins. */
export class Fields {
  private readonly values = new Map<string, MetadataValue>()

  constructor(metadata: Metadata) {
    for (const key of Object.keys(metadata)) {
      const value = metadata[key]
      const lower = key.toLowerCase()
      if (value !== undefined && value !== null && (key === lower || !this.values.has(lower)))
        this.values.set(lower, value)
    }
  }

  /** The value of the first of the keys that has one. */
  first(...keys: readonly string[]): MetadataValue | undefined {
    for (const key of keys) {
      const value = this.values.get(key)
      if (value !== undefined) return value
    }
    return undefined
  }
}
