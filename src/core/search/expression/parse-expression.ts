import type { Comparison, Dialect, Expression } from './expression.ts'
import { operandOf } from './operands.ts'
import { ExpressionReader } from './reader.ts'

/** The longest expression that is read, in characters; a longer one is cut. */
export const longestExpression = 4000

/**
 * Reads an expression: operands of the dialect, `AND`, `OR`, `NOT`, `|`, `!`, `-`, parentheses; in words also `"phrases"`,
 * `field:value` and `/patterns/`. Undefined when there is nothing in it. Fails with a usage message that points at the column.
 */
export function parseExpression(text: string, dialect: Dialect): Expression | undefined {
  const reader = new ExpressionReader(text.slice(0, longestExpression), dialect)
  const lone = /^\s*(AND|OR|NOT)\s*$/.exec(reader.text)?.[1]
  if (lone !== undefined && dialect.operands === 'words') return { kind: 'word', text: lone, column: 1 }
  const expression = alternatives(reader, 0)
  reader.skipBlanks()
  if (!reader.atEnd) reader.fail('nothing was opened that this could close')
  return expression
}

/** How deep parentheses are read. */
const deepest = 50

const and = /(?:AND|&&)(?=[\s()]|$)/y
const or = /(?:OR(?=[\s()]|$)|\|\|?)/y

/** The operator that binds weakest, and its parts. */
function alternatives(reader: ExpressionReader, depth: number): Expression | undefined {
  return reader.dialect.orFirst ? ands(reader, depth, ors) : ors(reader, depth, ands)
}

type Level = (reader: ExpressionReader, depth: number, inner?: Level) => Expression | undefined

function ors(reader: ExpressionReader, depth: number, inner: Level = single): Expression | undefined {
  reader.skipBlanks()
  const column = reader.column
  const parts: Expression[] = []
  for (;;) {
    const part = inner(reader, depth)
    reader.skipBlanks()
    const operator = reader.see(or)
    if (part !== undefined) parts.push(part)
    else if (operator !== undefined) reader.fail(`${operator[0]} needs something before it`)
    else return undefined
    if (operator === undefined) return parts.length === 1 ? parts[0] : { kind: 'or', of: parts, column }
    const place = reader.column
    reader.take(or)
    requireOperand(reader, operator[0], place)
  }
}

function ands(reader: ExpressionReader, depth: number, inner: Level = single): Expression | undefined {
  const tags = reader.dialect.operands === 'tags'
  reader.take(tags ? /[,\s]+/y : /\s+/y)
  const column = reader.column
  const early = reader.see(and)
  if (early !== undefined) reader.fail(`${early[0]} needs something before it`)
  const parts: Expression[] = []
  let spelled = tags
  for (let part = inner(reader, depth); part !== undefined; part = inner(reader, depth)) {
    parts.push(part)
    if (tags) reader.take(/[,\s]+/y)
    spelled = takeAnd(reader) || spelled
  }
  return parts.length <= 1 ? parts[0] : { kind: 'and', of: parts, spelled, column }
}

function takeAnd(reader: ExpressionReader): boolean {
  reader.skipBlanks()
  const column = reader.column
  const operator = reader.take(and)
  if (operator === undefined) return false
  requireOperand(reader, operator[0], column)
  return true
}

/** Fails where an operator stands before nothing. */
function requireOperand(reader: ExpressionReader, operator: string, column: number): void {
  reader.skipBlanks()
  if (reader.atEnd || [/\)/y, and, or].some((pattern) => reader.see(pattern)))
    reader.fail(`${operator} needs something after it`, column)
}

/** An operand, one that is negated, or a group in parentheses; undefined where none begins. */
function single(reader: ExpressionReader, depth: number): Expression | undefined {
  reader.skipBlanks()
  if (reader.atEnd || reader.see(and) !== undefined || reader.see(or) !== undefined) return undefined
  const column = reader.column
  if (reader.take(/NOT(?=[\s()]|$)/y)) {
    requireOperand(reader, 'NOT', column)
    const of = single(reader, depth)
    return of === undefined ? reader.fail('NOT needs something after it', column) : { kind: 'not', of, column }
  }
  if (reader.take(negation(reader))) {
    const of = single(reader, depth)
    return of === undefined ? reader.fail('there is nothing to exclude here', column) : { kind: 'not', of, column }
  }
  if (opensGroup(reader)) return group(reader, depth)
  const operand = operandOf(reader)
  if (operand?.kind !== 'field' || reader.dialect.operands !== 'words' || !reader.see(/\(/y)) return operand
  return heldAgainst(operand, group(reader, depth))
}

/** Puts a field before each word of a group: `name:(a OR b)` is `name:a OR name:b`. */
function heldAgainst(field: Comparison, expression: Expression): Expression {
  switch (expression.kind) {
    case 'word':
    case 'phrase':
      return { ...field, value: expression.text, quoted: expression.kind === 'phrase', valueColumn: expression.column }
    case 'not':
      return { ...expression, of: heldAgainst(field, expression.of) }
    case 'and':
      return { ...expression, of: expression.of.map((part) => heldAgainst(field, part)), spelled: true }
    case 'or':
      return { ...expression, of: expression.of.map((part) => heldAgainst(field, part)) }
    case 'field':
    case 'pattern':
      return expression
  }
}

/**
 * `!` or `-` directly before what is excluded. In words a dash that the query begins with is text (`-rf`), unless what follows
 * can be no option: a quote, a field, a property or a group; `--word` is text anywhere.
 */
function negation({ dialect, at, text }: ExpressionReader): RegExp {
  if (dialect.operands !== 'words') return /[-!](?=[^\s=])/y
  const first = text.slice(0, at).trim() === ''
  return first ? /!(?=[\p{L}\p{N}_"(/])|-(?=["(/]|\[[\p{L}_"]|[\p{L}_]+:[^\s:/])/uy : /[-!](?=[\p{L}\p{N}_"(/[#])/uy
}

/** Whether a `(` stands here that groups: in words one that closes where a word ends, so that `(QK^T)/d` is text. */
function opensGroup(reader: ExpressionReader): boolean {
  if (reader.see(/\(/y) === undefined) return false
  if (reader.dialect.operands !== 'words') return true
  const close = reader.closingParenthesis(reader.at)
  if (close < 0) return reader.fail('this parenthesis is never closed')
  return /^(?:[\s)|]|$)/.test(reader.text.slice(close + 1, close + 2))
}

function group(reader: ExpressionReader, depth: number): Expression {
  const column = reader.column
  if (depth >= deepest) return reader.fail('this is nested too deep')
  reader.at++
  reader.groups++
  const inner = alternatives(reader, depth + 1)
  reader.groups--
  reader.skipBlanks()
  if (!reader.take(/\)/y)) return reader.fail('this parenthesis is never closed', column)
  return inner ?? reader.fail('there is nothing between these parentheses', column)
}
