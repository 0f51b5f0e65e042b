import { distance } from 'fastest-levenshtein'
import { fail } from '../../model/failure.ts'
import { wordsIn } from './words.ts'

/** The names that can stand before a colon. */
export const queryFields = ['title', 'tag', 'topic', 'path'] as const
export type QueryField = (typeof queryFields)[number]

/** Something a note must (or, with `not`, must not) satisfy; `column` counts from 1 in the query. */
export type Condition = { readonly not: boolean; readonly column: number } & (
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'field'; readonly field: QueryField; readonly text: string }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
)

/** One side of an OR: words to rank by, and conditions. */
export interface Branch {
  readonly words: readonly string[]
  /** Words of phrases and titles asked for: they rank, and the condition decides. */
  readonly phraseWords: readonly string[]
  readonly conditions: readonly Condition[]
}

/** The longest query that is read, in characters; a longer one is cut. */
export const longestQuery = 4000

/**
 * Reads a query: words, `"a phrase"`, `-not`, `title:` `tag:` `topic:` `path:`, `OR` (binds weaker than standing side by
 * side), `/regex/` with flags i, s, u. Fails with a usage message that points at the column.
 */
export function parseQuery(query: string): readonly Branch[] {
  const text = query.slice(0, longestQuery)
  const branches: Draft[] = [{ words: [], phraseWords: [], conditions: [] }]
  let lastOr: number | undefined
  for (const piece of pieces(text)) {
    const branch = branches.at(-1)
    if (branch === undefined) break
    if (piece.raw === 'OR') {
      if (isEmpty(branch)) complain(text, piece.column, 'OR needs something before it')
      branches.push({ words: [], phraseWords: [], conditions: [] })
      lastOr = piece.column
      continue
    }
    addPiece(text, branch, piece)
  }
  if (lastOr !== undefined && branches.at(-1)?.words.length === 0 && branches.at(-1)?.conditions.length === 0)
    complain(text, lastOr, 'OR needs something after it')
  return branches
}

interface Draft {
  readonly words: string[]
  readonly phraseWords: string[]
  readonly conditions: Condition[]
}

function isEmpty({ words, conditions }: Branch): boolean {
  return words.length === 0 && conditions.length === 0
}

interface Piece {
  readonly raw: string
  readonly column: number
}

/** The parts of a query between spaces; quotes and slashes hold spaces together. */
function pieces(text: string): readonly Piece[] {
  const found: Piece[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) at++
    else {
      const end = pieceEnd(text, at)
      found.push({ raw: text.slice(at, end), column: at + 1 })
      at = end
    }
  }
  return found
}

function pieceEnd(text: string, start: number): number {
  const opening = /^-?(?:[a-z]+:)?(["/])/i.exec(text.slice(start, start + 40))
  const mark = opening?.[1]
  const from = start + (opening?.[0].length ?? 0)
  if (mark === '"' || (mark === '/' && /^-?\/$/.test(opening?.[0] ?? ''))) {
    const close = closing(text, from, mark)
    if (close < 0)
      return complain(
        text,
        from,
        mark === '"'
          ? 'this quote is never closed'
          : 'this pattern is never closed; put a slash at its end, or a phrase in quotes',
      )
    const rest = /^[^\s]*/.exec(text.slice(close + 1))?.[0] ?? ''
    return close + 1 + (mark === '/' ? rest.length : 0)
  }
  const space = text.slice(start).search(/\s/)
  return space < 0 ? text.length : start + space
}

function closing(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++
    else if (text.charAt(at) === mark) return at
  }
  return -1
}

function addPiece(text: string, branch: Draft, { raw, column }: Piece): void {
  const not = raw.length > 1 && raw.startsWith('-')
  const body = not ? raw.slice(1) : raw
  const condition = conditionOf(text, body, column + (not ? 1 : 0))
  if (condition !== undefined) {
    branch.conditions.push({ ...condition, not, column })
    if (!not && condition.kind === 'phrase')
      branch.phraseWords.push(...wordsIn(condition.text).map((word) => word.text))
    if (!not && condition.kind === 'field' && condition.field === 'title')
      branch.phraseWords.push(...wordsIn(condition.text).map((word) => word.text))
  } else if (not) branch.conditions.push({ kind: 'phrase', text: body, not, column })
  else branch.words.push(...wordsIn(body).map((word) => word.text))
}

type Bare =
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'field'; readonly field: QueryField; readonly text: string }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }

function conditionOf(text: string, body: string, column: number): Bare | undefined {
  if (body.startsWith('"')) return { kind: 'phrase', text: filled(text, unquoted(body), column) }
  if (body.startsWith('/') && body.length > 1) return patternOf(text, body, column)
  const [, name, value = ''] = /^([A-Za-z]+):(.*)$/s.exec(body) ?? []
  if (name === undefined) return undefined
  const field = queryFields.find((one) => one === name.toLowerCase())
  if (field !== undefined) return { kind: 'field', field, text: filled(text, unquoted(value), column) }
  const near = queryFields.find((one) => distance(one, name.toLowerCase()) <= 2)
  if (near !== undefined && value !== '' && name.length > 2)
    complain(text, column, `no field is named "${name}"; did you mean "${near}:"?`)
  return undefined
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1) : value
}

function filled(text: string, value: string, column: number): string {
  return value.trim() === '' ? complain(text, column, 'there is nothing to look for here') : value
}

function patternOf(text: string, body: string, column: number): Bare {
  const [, source = '', flags = ''] = /^\/(.*)\/([^/]*)$/s.exec(body) ?? []
  if (!/^[isu]*$/.test(flags))
    complain(text, column + source.length + 2, `flags of a pattern are i, s and u, not "${flags}"`)
  filled(text, source, column)
  try {
    new RegExp(source, flags)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, '') : ''
    complain(text, column, `this pattern can't be read: ${reason.toLowerCase()}`)
  }
  return { kind: 'pattern', source, flags }
}

/** Fails with the query and a mark below the column. */
function complain(query: string, column: number, message: string): never {
  const from = Math.max(0, column - 40)
  const shown = query.slice(from, from + 70).replace(/\s/g, ' ')
  return fail({
    kind: 'usage',
    message,
    lines: [shown, `${' '.repeat(column - 1 - from)}^`],
    hint: `column ${column} of the query`,
  })
}
