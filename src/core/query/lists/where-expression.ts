import type { MetadataValue } from '../../model/note.ts'
import { type Comparison, type Expression, whereDialect } from '../../search/expression/expression.ts'
import { parseExpression } from '../../search/expression/parse-expression.ts'
import type { Vault } from '../../vault/vault.ts'
import type { NoteFilter } from './list-notes.ts'
import { isSet, valueOf } from './note-value.ts'
import { isDate } from './sort-notes.ts'

/**
 * Reads comparisons of front matter keys, and of what wend knows of a note (`valueOf`), joined by AND, OR, NOT and parentheses: `=`, `!=`,
 * `<`, `<=`, `>`, `>=`, `~` (contains), `has` (a list holds it), a key alone (is set) and `!key`. Numbers and ISO dates are compared as
 * such, texts without regard to case. Undefined when there is nothing in it; fails with a usage message that points at what can't be read.
 */
export function parseWhere(expression: string, vault: Vault): NoteFilter | undefined {
  const parsed = parseExpression(expression, whereDialect)
  return parsed && filterOf(parsed, vault)
}

function filterOf(expression: Expression, vault: Vault): NoteFilter {
  switch (expression.kind) {
    case 'and': {
      const parts = expression.of.map((part) => filterOf(part, vault))
      return (note) => parts.every((part) => part(note))
    }
    case 'or': {
      const parts = expression.of.map((part) => filterOf(part, vault))
      return (note) => parts.some((part) => part(note))
    }
    case 'not': {
      const part = filterOf(expression.of, vault)
      return (note) => !part(note)
    }
    case 'field':
      return comparisonOf(expression, vault)
    case 'word':
    case 'phrase':
    case 'pattern':
      return () => false
  }
}

function comparisonOf({ name, operator, value }: Comparison, vault: Vault): NoteFilter {
  switch (operator) {
    case 'set':
      return (note) => isSet(note, name)
    case '=':
    case ':':
    case 'has':
      return (note) => equals(valueOf(vault, note, name), value)
    case '!=':
      return (note) => !equals(valueOf(vault, note, name), value)
    case '~':
      return (note) => contains(valueOf(vault, note, name), fold(value))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return (note) => isOrdered(valueOf(vault, note, name), operator, value)
  }
}

function equals(value: MetadataValue | undefined, wanted: string): boolean {
  if (value === undefined || value === null) return wanted === ''
  if (Array.isArray(value)) return value.some((item: MetadataValue) => equals(item, wanted))
  if (typeof value === 'object') return false
  if (typeof value === 'number' && isNumber(wanted)) return value === Number(wanted)
  return fold(String(value)) === fold(wanted) || dateOf(value, wanted) === wanted
}

function contains(value: MetadataValue | undefined, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((item: MetadataValue) => contains(item, wanted))
  return value !== undefined && value !== null && typeof value !== 'object' && fold(String(value)).includes(wanted)
}

type Order = '<' | '<=' | '>' | '>='

function isOrdered(value: MetadataValue | undefined, order: Order, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((item: MetadataValue) => isOrdered(item, order, wanted))
  if (value === undefined || value === null || typeof value === 'object' || String(value) === '') return false
  const text = String(value)
  if (isNumber(wanted) && isNumber(text)) return inOrder(Number(text), order, Number(wanted))
  const date = dateOf(value, wanted)
  if (date !== undefined) return inOrder(date, order, wanted)
  return !isNumber(wanted) && !isDate(wanted) && inOrder(fold(text), order, fold(wanted))
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

/** A date as far as the wanted one goes, so that a day, month or year is compared with such; undefined when either is no date. */
function dateOf(value: MetadataValue, wanted: string): string | undefined {
  const text = String(value)
  return isDate(text) && (isDate(wanted) || /^\d{4}$/.test(wanted)) ? text.slice(0, wanted.length) : undefined
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
