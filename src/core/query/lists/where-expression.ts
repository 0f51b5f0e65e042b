import type { MetadataValue } from '../../model/note.ts'
import { complain } from '../../search/expression/complain.ts'
import { type Comparison, type Expression, whereDialect } from '../../search/expression/expression.ts'
import { parseExpression } from '../../search/expression/parse-expression.ts'
import type { Vault } from '../../vault/vault.ts'
import type { NoteFilter } from './list-notes.ts'
import { type Days, isInDays, isoDays } from './days.ts'
import { isSet, valueOf } from './note-value.ts'
import { isDate } from './sort-notes.ts'
import { tagMatcher } from './tag-expression.ts'

/** The days that words such as `last friday` or `-7d` stand for, by the words. */
export type DayWords = ReadonlyMap<string, Days>

/**
 * Reads comparisons of front matter keys, and of what wend knows of a note (`valueOf`), joined by AND, OR, NOT and parentheses: `=`, `!=`,
 * `<`, `<=`, `>`, `>=`, `~` (contains), `has` (a list holds it), a key alone (is set) and `!key`. Numbers and dates are compared as
 * such, texts without regard to case. Undefined when there is nothing in it; fails with a usage message that points at what can't be
 * read, or at what a date is held against that is no day.
 */
export function parseWhere(expression: string, vault: Vault, words: DayWords = new Map()): NoteFilter | undefined {
  const parsed = parseExpression(expression, whereDialect)
  return parsed && filterOf(parsed, { expression, vault, words })
}

/** The values in an expression; some may be days in words. */
export function valuesIn(expression: string): readonly string[] {
  const parsed = parseExpression(expression, whereDialect)
  return parsed === undefined ? [] : comparisonsIn(parsed).flatMap(({ value }) => value || [])
}

/** The keys that an expression compares. */
export function keysIn(expression: string): readonly string[] {
  const parsed = parseExpression(expression, whereDialect)
  return parsed === undefined ? [] : [...new Set(comparisonsIn(parsed).map(({ name }) => name))]
}

function comparisonsIn(expression: Expression): readonly Comparison[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.of.flatMap(comparisonsIn)
    case 'not':
      return comparisonsIn(expression.of)
    case 'field':
      return [expression]
    default:
      return []
  }
}

interface Reading {
  readonly expression: string
  readonly vault: Vault
  readonly words: DayWords
}

function filterOf(expression: Expression, reading: Reading): NoteFilter {
  switch (expression.kind) {
    case 'and': {
      const parts = expression.of.map((part) => filterOf(part, reading))
      return (note) => parts.every((part) => part(note))
    }
    case 'or': {
      const parts = expression.of.map((part) => filterOf(part, reading))
      return (note) => parts.some((part) => part(note))
    }
    case 'not': {
      const part = filterOf(expression.of, reading)
      return (note) => !part(note)
    }
    case 'field':
      return comparisonOf(expression, reading)
    case 'word':
    case 'phrase':
    case 'pattern':
      return () => false
  }
}

function comparisonOf(comparison: Comparison, { expression, vault, words }: Reading): NoteFilter {
  const { name, operator } = comparison
  const days = isoDays(comparison.value) ?? words.get(comparison.value)
  const isDay = days !== undefined && /^[<>]/.test(operator) && someDate(vault, name)
  const wanted = { text: comparison.value, days, isDay }
  if (wanted.days === undefined) refuseNoDay(comparison, expression, vault)
  switch (operator) {
    case 'set':
      return (note) => isSet(vault, note, name)
    case 'has':
      if (/^tags$/i.test(name)) return hasTag(wanted.text)
      return (note) => equals(valueOf(vault, note, name), wanted)
    case '=':
    case ':':
      return (note) => equals(valueOf(vault, note, name), wanted)
    case '!=':
      return (note) => !equals(valueOf(vault, note, name), wanted)
    case '~':
      return (note) => contains(valueOf(vault, note, name), fold(wanted.text))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return (note) => isOrdered(valueOf(vault, note, name), operator, wanted)
  }
}

/** The meaning of `--tag`: the tag, or one nested under it. */
function hasTag(pattern: string): NoteFilter {
  const matches = tagMatcher(pattern)
  return ({ tags }) => tags.some(matches)
}

/** Fails when a key whose values are dates is compared with something that is no day: it would silently match nothing. */
function refuseNoDay({ name, operator, value, valueColumn }: Comparison, expression: string, vault: Vault): void {
  const known = /^(?:modified|created)$/i.test(name)
  if (value === '' || !(known ? /^(?:!?=|[<>]=?)$/ : /^[<>]=?$/).test(operator)) return
  if (!known && !isDateKey(vault, name)) return
  complain(
    { text: expression, called: whereDialect.called },
    valueColumn,
    `${name} is a date, and "${value}" is no day; write 2026-03-01, 2026-03, today, "last friday" or -7d`,
  )
}

/** Whether all values that notes have under a name are dates. */
function isDateKey(vault: Vault, name: string): boolean {
  const values = vault.notes.flatMap((note) => valueOf(vault, note, name) ?? [])
  return values.length > 0 && values.every((value) => typeof value === 'string' && isDate(value))
}

/** Whether any note has a date under a name. */
function someDate(vault: Vault, name: string): boolean {
  return vault.notes.some((note) => [valueOf(vault, note, name) ?? ''].flat().some((value) => isDate(String(value))))
}

/** The value of a comparison: its text, and the days that it stands for, if any. */
interface Wanted {
  readonly text: string
  readonly days: Days | undefined
  /** Whether it can only be a day, since the key has dates: "someday" is not before today, though "may" may come after "ann". */
  readonly isDay: boolean
}

function equals(value: MetadataValue | undefined, wanted: Wanted): boolean {
  if (value === undefined || value === null) return wanted.text === ''
  if (Array.isArray(value)) return value.some((item: MetadataValue) => equals(item, wanted))
  if (typeof value === 'object') return false
  if (typeof value === 'number' && isNumber(wanted.text)) return value === Number(wanted.text)
  const text = String(value)
  if (fold(text) === fold(wanted.text)) return true
  return wanted.days !== undefined && isDate(text) && isInDays(text, '=', wanted.days)
}

function contains(value: MetadataValue | undefined, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((item: MetadataValue) => contains(item, wanted))
  return value !== undefined && value !== null && typeof value !== 'object' && fold(String(value)).includes(wanted)
}

type Order = '<' | '<=' | '>' | '>='

function isOrdered(value: MetadataValue | undefined, order: Order, wanted: Wanted): boolean {
  if (Array.isArray(value)) return value.some((item: MetadataValue) => isOrdered(item, order, wanted))
  if (value === undefined || value === null || typeof value === 'object' || String(value) === '') return false
  const text = String(value)
  if (isNumber(wanted.text) && isNumber(text)) return inOrder(Number(text), order, Number(wanted.text))
  if (wanted.days !== undefined && isDate(text)) return isInDays(text, order, wanted.days)
  if (wanted.isDay || isNumber(wanted.text) || isDate(wanted.text)) return false
  return inOrder(fold(text), order, fold(wanted.text))
}

function inOrder<T extends number | string>(a: T, order: Order, b: T): boolean {
  switch (order) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
  }
}

function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim())
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
