import type { MetadataValue, Note } from '../model/note.ts'
import { isDate } from '../query/lists/sort-notes.ts'
import { comparableTag, tagMatcher } from '../query/lists/tag-expression.ts'
import type { Comparison } from './expression/expression.ts'
import { keywordsOf } from './keywords.ts'
import { queryField } from './query.ts'
import { foldText } from './words/fold.ts'

/** Whether a note has a value for which a comparison holds. */
export function fieldHolds(note: Note | undefined, comparison: Comparison): boolean {
  if (note === undefined) return false
  const { name, operator, value } = comparison
  const values = fieldValues(note, name)
  if (operator === 'set') return values.length > 0
  if (operator === '=' && value === '') return values.length === 0 && hasKey(note, name)
  if (operator === '!=') return !values.some((one) => foldText(one) === foldText(value))
  return values.some((one) => compare(one, comparison))
}

/** The values that a note has under the name of a field or of a key. */
export function fieldValues(note: Note, name: string): readonly string[] {
  switch (queryField(name)) {
    case 'title':
      return [note.title, ...note.aliases]
    case 'alias':
      return note.aliases
    case 'file':
      return [note.path.slice(note.path.lastIndexOf('/') + 1)]
    case 'path':
      return [note.path]
    case 'tag':
      return note.tags
    case 'topic':
      return note.topics
    case 'section':
      return note.headings.map(({ text }) => text)
    case 'summary':
      return note.summary === undefined ? [] : [note.summary]
    case 'keyword':
      return keywordsOf(note)
    case 'content':
      return []
    case undefined: {
      const folded = name.toLowerCase()
      const key = Object.keys(note.metadata).find((one) => one.toLowerCase() === folded)
      return key === undefined ? [] : texts(note.metadata[key], 0)
    }
  }
}

function hasKey({ metadata }: Note, name: string): boolean {
  return Object.keys(metadata).some((key) => key.toLowerCase() === name.toLowerCase())
}

function texts(value: MetadataValue | undefined, depth: number): readonly string[] {
  if (value === undefined || value === null || depth > 3) return []
  if (Array.isArray(value)) return value.flatMap((item: MetadataValue) => texts(item, depth + 1))
  return typeof value === 'object' ? [] : [String(value)]
}

function compare(own: string, { name, operator, value }: Comparison): boolean {
  const [one, other] = [foldText(own), foldText(value)]
  switch (operator) {
    case ':':
    case 'has':
      return contains(queryField(name), own, value)
    case '~':
      return one.includes(other)
    case '=':
      return one === other
    case '<':
      return order(own, value) < 0
    case '<=':
      return order(own, value) <= 0
    case '>':
      return order(own, value) > 0
    case '>=':
      return order(own, value) >= 0
    case '!=':
    case 'set':
      return false
  }
}

function contains(field: ReturnType<typeof queryField>, own: string, value: string): boolean {
  switch (field) {
    case 'path':
    case 'file':
      return pathHolds(foldText(own), foldText(value))
    case 'tag':
      return tagMatcher(value)(own)
    case 'topic':
      return comparableTag(own).includes(comparableTag(value))
    default:
      return foldText(own).includes(foldText(value))
  }
}

/**
 * Compares two values for sorting: dates as `--where` does (every day of a year or month counts as equal to it), numbers by size,
 * everything else alphabetically. A text is neither less nor more than a number.
 */
function order(one: string, other: string): number {
  const isDated = isDate(one) && (/^\d{4}$/.test(other) || isDate(other))
  if (isDated) return inAlphabet(one.slice(0, other.length), other)
  const [a, b] = [Number(one), Number(other)]
  return Number.isNaN(b) ? inAlphabet(foldText(one), foldText(other)) : a - b
}

function inAlphabet(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Whether a path holds the parts between `*` in order. */
function pathHolds(path: string, text: string): boolean {
  // `**/` stands for the folder of the vault, too.
  const whole = text.startsWith('**/') ? `/${path}` : path
  let from = 0
  for (const part of text.split('*')) {
    const at = whole.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}
