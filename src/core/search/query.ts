import { distance } from 'fastest-levenshtein'
import { complain } from './expression/complain.ts'
import { type Comparison, type Dialect, type Expression, queryDialect } from './expression/expression.ts'
import { longestExpression, parseExpression } from './expression/parse-expression.ts'
import { nameTable } from '../model/name-table.ts'

/** The names that can stand before a colon, beside the keys of front matter. */
export const queryFields = [
  'title',
  'alias',
  'file',
  'path',
  'tag',
  'topic',
  'section',
  'content',
  'summary',
  'keyword',
] as const
export type QueryField = (typeof queryFields)[number]

/** Other names of fields, as other programs have them. */
const otherNames: Readonly<Record<string, QueryField>> = nameTable({
  name: 'title',
  aliases: 'alias',
  tags: 'tag',
  topics: 'topic',
  heading: 'section',
  body: 'content',
  text: 'content',
  keywords: 'keyword',
  description: 'summary',
  folder: 'path',
})

/** The field that a name means; undefined when it is a key of front matter, or nothing. */
export function queryField(name: string): QueryField | undefined {
  const folded = name.toLowerCase()
  return queryFields.find((field) => field === folded) ?? otherNames[folded]
}

/** One way to satisfy a query: the texts to rank by, and what must hold. */
export interface Branch {
  readonly texts: readonly string[]
  readonly conditions: readonly Expression[]
}

/** How many ways are kept apart at most; an expression of more becomes one way with a condition. */
const mostBranches = 32

/**
 * Reads a query as the ways to satisfy it, one at least: words side by side rank, and phrases, fields, patterns, what is excluded
 * and what AND and parentheses hold together must hold. `keys` are those of front matter. Fails with a usage message that points
 * at the column.
 */
export function readQuery(query: string, keys: () => ReadonlySet<string>): readonly Branch[] {
  const isField = (name: string): boolean => queryField(name) !== undefined || keys().has(name.toLowerCase())
  const dialect: Dialect = { ...queryDialect, isField }
  const expression = parseExpression(query, dialect)
  if (expression === undefined) return [{ texts: [], conditions: [] }]
  const text = query.slice(0, longestExpression)
  return branchesOf(knownFields(expression, { text, called: dialect.called, keys }), false)
}

interface Known {
  readonly text: string
  readonly called: string
  readonly keys: () => ReadonlySet<string>
}

/** An expression in which every field is a known one; what only looks like a field (`ratio:3`, `Note:this`) becomes a word. */
function knownFields(expression: Expression, known: Known): Expression {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return { ...expression, of: expression.of.map((part) => knownFields(part, known)) }
    case 'not':
      return { ...expression, of: knownFields(expression.of, known) }
    case 'field':
      return isKnown(expression.name, known) ? withValue(expression, known) : unknownField(expression, known)
    case 'word':
      return emptyField(expression, known)
    case 'phrase':
    case 'pattern':
      return expression
  }
}

function isKnown(name: string, { keys }: Known): boolean {
  return queryField(name) !== undefined || keys().has(name.toLowerCase())
}

/** Days as `--where` reads them. Of `last friday` without quotes only the first word arrives as the value. */
const dayInWords = /^(?:today|yesterday|tomorrow|(?:last|next)(?: [a-z]+)?|-\d+[dwmy])$/i

/** A comparison whose value can be compared. Fails when it is only signs, a range, or a day in words. */
function withValue(field: Comparison, known: Known): Expression {
  const isSign = !field.quoted && /^(?:[<>]=?|!?=)$/.test(field.value)
  if (/^[<>]/.test(field.operator) && dayInWords.test(field.value))
    return complain(
      known,
      field.valueColumn,
      `days in words are for --where '${field.name}${field.operator}${field.value}'`,
    )
  const [, from = '', to = ''] = (field.operator === ':' && !field.quoted && range.exec(field.value)) || []
  if (from !== '' && queryField(field.name) === undefined)
    return complain(known, field.valueColumn, `a range is two comparisons: ${field.name}>=${from} ${field.name}<=${to}`)
  return isSign ? complain(known, field.valueColumn, 'there is nothing to compare with here') : field
}

/** Numbers or dates from one to another. */
const range = /^(-?\d[\d.:T-]*?)\.{2,3}(-?\d[\d.:T-]*)$/

/** `tag:` or `rating>` before a blank: a field without a value. */
function emptyField(word: Expression & { readonly kind: 'word' }, known: Known): Expression {
  refuseDay(word.text, word.column, known)
  const [, compared = '', colon = ''] = /^([\p{L}_][\p{L}\p{N}_-]*)(:?)(?:[<>]=?|!?=)$/u.exec(word.text) ?? []
  if (compared !== '' && isKnown(compared, known))
    return complain(known, word.column + compared.length + colon.length, 'there is nothing to compare with here')
  const name = /^([\p{L}_][\p{L}\p{N}_-]*):$/u.exec(word.text)?.[1]
  if (name === undefined || queryField(name) === undefined || name.toLowerCase() !== name) return word
  return complain(known, word.column, 'there is nothing to look for here')
}

const dayOfFile =
  /^(?:(created)|modified|updated|changed):?(?:(>=?)|(<=?)|:|=)?(\d{4}(?:-\d\d){0,2}|today|yesterday|-\d+[dwmy])$/i

/** Fails at `modified>2026-03-01` when no note has such a key: the dates of files are asked for with options. */
function refuseDay(written: string, column: number, known: Known): void {
  const [whole, created, after, before, day = ''] = dayOfFile.exec(written) ?? []
  const name = /^\p{L}+/u.exec(written)?.[0] ?? ''
  if (whole === undefined || name.length + day.length === whole.length || isKnown(name, known)) return
  const option = `--${created === undefined ? 'modified' : 'created'}${after ? '-after' : before ? '-before' : ''}`
  complain(known, column, `no note has the key "${name}"; days of files are options: ${option} ${day}`)
}

/** Operators of Obsidian and of other programs' search that are none here, with what to type instead. */
const ofOthers: Readonly<Record<string, string>> = nameTable({
  line: 'words of one line are a phrase, "one two", or a pattern, /one.*two/',
  block: 'words one after the other are a phrase, "one two"; over several lines: /one.*two/s',
  task: 'tasks are listed by wend tasks',
  'task-todo': 'tasks to be done are listed by wend tasks',
  'task-done': 'tasks that are done are listed by wend tasks --done',
  'match-case': 'letter case counts in patterns: /Word/',
  in: 'a folder is path:folder/, a topic topic:name',
  is: 'a key that is set is [key], one of a value key:value; tasks are listed by wend tasks',
  has: 'a key that is set is [key]; text of a heading is section:text, any text /one.*two/',
  'ignore-case': 'letter case does not matter unless in patterns: /word/i',
})

/** A name that is no field: a word when it hardly looks like a field, else a failure that lists the fields. */
function unknownField(field: Comparison, known: Known): Expression {
  const written = known.text.slice(field.column - 1, field.valueColumn - 1) + field.value
  refuseDay(written, field.column, known)
  if (!/^[a-z][a-z_-]+$/.test(field.name) || field.operator !== ':' || /^[\d:]/.test(field.value))
    return { kind: 'word', text: written, column: field.column }
  const elsewhere = ofOthers[field.name]
  if (elsewhere !== undefined) return complain(known, field.column, `${field.name}: is no field here; ${elsewhere}`)
  const names = [...queryFields, ...known.keys()]
  const near = names.find((one) => distance(one, field.name) <= (field.name.length > 4 ? 2 : 1))
  const keys = [...known.keys()].filter((key) => queryField(key) === undefined).sort()
  const own =
    keys.length === 0
      ? ''
      : `; keys of front matter here: ${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ', …' : ''}`
  return complain(
    known,
    field.column,
    near === undefined
      ? `no field is named "${field.name}"; fields are ${queryFields.join(', ')}${own}; put quotes around it to look for the text`
      : `no field is named "${field.name}"; did you mean "${near}:"?`,
  )
}

/** The ways to satisfy an expression. Within a `strict` expression, every word is a condition too. */
function branchesOf(expression: Expression, strict: boolean): readonly Branch[] {
  switch (expression.kind) {
    case 'word':
      return [{ texts: [expression.text], conditions: strict ? [expression] : [] }]
    case 'phrase':
      return [{ texts: [expression.text], conditions: [expression] }]
    case 'field':
      return [{ texts: ranksBy(expression) ? [expression.value] : [], conditions: [expression] }]
    case 'pattern':
    case 'not':
      return [{ texts: [], conditions: [expression] }]
    case 'or': {
      const branches = expression.of.flatMap((part) => branchesOf(part, strict))
      return branches.length > mostBranches ? [{ texts: textsOf(expression), conditions: [expression] }] : branches
    }
    case 'and':
      return productOf(
        expression,
        expression.of.map((part) => branchesOf(part, strict || expression.spelled || part.kind === 'or')),
      )
  }
}

function productOf(expression: Expression, parts: readonly (readonly Branch[])[]): readonly Branch[] {
  let all: readonly Branch[] = [{ texts: [], conditions: [] }]
  for (const part of parts) {
    if (all.length * part.length > mostBranches) return [{ texts: textsOf(expression), conditions: [expression] }]
    all = all.flatMap((one) =>
      part.map((other) => ({
        texts: [...one.texts, ...other.texts],
        conditions: [...one.conditions, ...other.conditions],
      })),
    )
  }
  return all
}

/** Whether the value of a field says what a note is about. */
export function ranksBy({ name, operator, flags }: Comparison): boolean {
  const field = queryField(name)
  return (
    operator === ':' &&
    flags === undefined &&
    field !== undefined &&
    field !== 'path' &&
    field !== 'tag' &&
    field !== 'topic'
  )
}

function textsOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.of.flatMap(textsOf)
    case 'word':
    case 'phrase':
      return [expression.text]
    case 'field':
      return ranksBy(expression) ? [expression.value] : []
    case 'not':
    case 'pattern':
      return []
  }
}
