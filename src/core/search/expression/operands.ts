import type { Comparison, Expression, Operator } from './expression.ts'
import { type ExpressionReader, isBlankCharacter } from './reader.ts'

/** Takes the operand that stands here, as the dialect has them; undefined where none does, as before `)`. */
export function operandOf(reader: ExpressionReader): Expression | undefined {
  switch (reader.dialect.operands) {
    case 'words':
      return wordOperand(reader)
    case 'tags':
      return tagOperand(reader)
    case 'comparisons':
      return comparison(reader)
  }
}

function wordOperand(reader: ExpressionReader): Expression | undefined {
  const column = reader.column
  if (reader.seesQuote()) return { kind: 'phrase', text: reader.takeQuoted(), column }
  return patternOperand(reader) ?? propertyOperand(reader) ?? fieldOperand(reader) ?? plainWord(reader)
}

/** `/source/flags`: the closing slash stands at the end of a word or before flags, so that a path is text. */
function patternOperand(reader: ExpressionReader): (Expression & { readonly kind: 'pattern' }) | undefined {
  const column = reader.column
  const found = reader.see(/\/((?:[^/\\]|\\.|\/(?![dgimsuvy]*(?:[\s)]|$)))+)\/([dgimsuvy]*)(?=[\s)]|$)/sy)
  if (found === undefined) return undefined
  const [whole, source = '', flags = ''] = found
  refuseUnreadable(reader, { source, flags, column })
  reader.at += whole.length
  return { kind: 'pattern', source, flags, column }
}

/** Fails when a pattern has unknown flags or is no valid regular expression; `column` is that of its first slash. */
function refuseUnreadable(
  reader: ExpressionReader,
  { source, flags, column }: { readonly source: string; readonly flags: string; readonly column: number },
): void {
  if (!/^[isu]*$/.test(flags))
    reader.fail(`flags of a pattern are i, s and u, not "${flags}"`, column + source.length + 2)
  try {
    new RegExp(source, flags)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, '') : ''
    reader.fail(`this pattern can't be read: ${reason.toLowerCase()}`, column)
  }
}

/** Obsidian's `[key]`, `[key:value]`, `[key:one OR other]` and `[key:>5]`. */
function propertyOperand(reader: ExpressionReader): Expression | undefined {
  const column = reader.column
  const found = reader.see(/\["?([\p{L}_][\p{L}\p{N}_ -]*?)"?(?:: ?"?([^\]"]+)"?)?\](?=[\s)]|$)/uy)
  const [whole = '', name = '', written = ''] = found ?? []
  // `[draft]` and `[note: this]` are text where no key is called so.
  if (found === undefined || (reader.dialect.isField?.(name) === false && !/^[^:]+:\S/.test(whole))) return undefined
  reader.at += whole.length
  if (written.trim() === '')
    return { kind: 'field', name, operator: 'set', value: '', quoted: false, column, valueColumn: column }
  const of = writtenValues(written).map(({ operator, value, at }): Comparison => {
    const valueColumn = column + whole.indexOf(written) + at
    return {
      kind: 'field',
      name,
      // Obsidian's word for a key that has no value.
      ...(operator === ':' && value === 'null' ? noValue : { operator, value }),
      ...(operator === ':' ? patternIn(reader, value, valueColumn) : undefined),
      quoted: false,
      column,
      valueColumn,
    }
  })
  return of.length === 1 ? of[0] : { kind: 'or', of, column }
}

const noValue = { operator: '=', value: '' } as const

/** The source and flags of a value that is a pattern. */
function patternIn(
  reader: ExpressionReader,
  value: string,
  column: number,
): { readonly value: string; readonly flags: string } | undefined {
  const [, source, flags = ''] = /^\/(.+)\/([dgimsuvy]*)$/.exec(value) ?? []
  if (source === undefined) return undefined
  refuseUnreadable(reader, { source, flags, column })
  return { value: source, flags }
}

/** The values between brackets, parted by OR, each with the operator before it and where it begins. */
function writtenValues(
  written: string,
): readonly { readonly operator: Operator; readonly value: string; readonly at: number }[] {
  let from = 0
  return written.split(/(?<=\s)OR(?=\s)/).map((part) => {
    const [before = '', sign = ':'] = /^\s*(?:([<>]=?|!=|=)\s*(?=\S))?/.exec(part) ?? []
    const at = from + before.length
    from += part.length + 'OR'.length
    return { operator: sign as Operator, value: part.slice(before.length).trim(), at }
  })
}

const fieldStart = /([\p{L}_][\p{L}\p{N}_-]*)(:(?:[<>]=?|!=|=)?|[<>]=?|!=|=)(?=[^\s:/=)]|\/)/uy

/** `name:value`, `name:>=value`, and `name>=value` where the name is a field for sure; before a group the value is empty. */
function fieldOperand(reader: ExpressionReader): Expression | undefined {
  const column = reader.column
  const [whole = '', name = '', mark = ''] = reader.see(fieldStart) ?? []
  if (name === '' || (mark === ':' && reader.text.startsWith('//', reader.at + whole.length))) return undefined
  if (!mark.startsWith(':') && reader.dialect.isField?.(name) !== true) return undefined
  reader.at += whole.length
  const operator = (mark.length > 1 ? mark.replace(':', '') : mark) as Operator
  return { kind: 'field', name, operator, column, valueColumn: reader.column, ...fieldValue(reader, operator) }
}

/** What stands behind the operator of a field: a text in quotes, a pattern, or all up to the next blank. */
function fieldValue(reader: ExpressionReader, operator: Operator): Pick<Comparison, 'value' | 'quoted' | 'flags'> {
  if (reader.seesQuote()) return { value: reader.takeQuoted(), quoted: true }
  const pattern = operator === ':' ? patternOperand(reader) : undefined
  if (pattern !== undefined) return { value: pattern.source, flags: pattern.flags, quoted: false }
  return { value: reader.take(/[^\s()](?:[^\s()]|\([^\s()]*\))*/y)?.[0] ?? '', quoted: false }
}

/** Up to the next blank; parentheses and bars that stand within balanced parentheses of the word are its own (`p(x|y)`). */
function plainWord(reader: ExpressionReader): Expression | undefined {
  const column = reader.column
  const start = reader.at
  let depth = 0
  for (; !reader.atEnd; reader.at++) {
    const character = reader.text.charAt(reader.at)
    if (isBlankCharacter(character) || (character === '|' && depth === 0 && reader.at > start)) break
    if (character === '(' && reader.closingParenthesis(reader.at) > 0) depth++
    else if (character === ')') {
      if (depth === 0 && reader.groups > 0) break
      depth = Math.max(0, depth - 1)
    }
  }
  const text = reader.text.slice(start, reader.at)
  return text === '' ? undefined : { kind: 'word', text, column }
}

/** A tag up to an operator, a comma, or the end of the group; blanks within it count. */
function tagOperand(reader: ExpressionReader): Expression | undefined {
  const column = reader.column
  if (reader.see(/"/y)) return { kind: 'phrase', text: reader.takeQuoted(), column }
  const found = reader.take(/(?:(?!\s+(?:AND|OR|NOT|&&)(?:[\s()]|$))[^,|()])+/y)
  const text = found?.[0].trim() ?? ''
  if (/^(?:AND|OR|NOT|-|!)$/.test(text)) return reader.fail(`a tag was expected here, not ${text}`, column)
  return text === '' ? undefined : { kind: 'word', text, column }
}

const operators = /\s*(<=|>=|!=|==|[=<>~:]|has(?=\s|$))\s*/y

/** `key` alone, or `key operator value`; a key in quotes may hold anything. */
function comparison(reader: ExpressionReader): Expression | undefined {
  const column = reader.column
  const quotedKey = reader.see(/["']/y) !== undefined
  const name = quotedKey ? reader.takeQuoted() : keyOf(reader)
  if (name === '') {
    if (reader.atEnd || reader.see(/\)/y)) return undefined
    return reader.fail('a key was expected here')
  }
  const operator = reader.take(operators)?.[1]
  if (operator === '=' && reader.see(/[<>]/y)) reader.fail('write >= or <=')
  const made = { kind: 'field', name, column, valueColumn: reader.column } as const
  if (operator === undefined) return { ...made, operator: 'set', value: '', quoted: false }
  const sign = operator === '==' ? '=' : (operator as Operator)
  const mayBeNone = sign === '=' || sign === '!='
  if (reader.see(/["']/y)) {
    const value = mayBeNone ? reader.takeQuotedOrNone().trim() : reader.takeQuoted()
    return { ...made, operator: sign, value, quoted: true }
  }
  return { ...made, operator: sign, value: valueOf(reader, sign), quoted: false }
}

/** A key: all before an operator, with blanks within it. */
function keyOf(reader: ExpressionReader): string {
  const key = reader.take(/(?:(?!\s+(?:AND|OR|NOT|has|&&|\|\|?)(?:[\s()]|$))[^=<>~:!()|"])+/y)
  return key?.[0].trim() ?? ''
}

/** A comparison that begins within a value: an AND or OR was forgotten before it. */
const nextComparison = /\s+([\p{L}_][\p{L}\p{N}_.-]*)\s*(?:[<>!]=|==?|[<>])/uy

/** AND or OR with a comparison behind it where a value would begin (`due= AND rating>3`); alone it is the value (`state = OR`). */
const behindNothing = /(?<=\s)(?:AND|OR|&&|\|\|?)\s+(?!(?:AND|OR|&&|\|\|?)(?:[\s()]|$))[^\s)]/y

/** A value: everything up to AND, OR or the end of the group. Only `=` and `!=` allow an empty value. */
function valueOf(reader: ExpressionReader, operator: Operator): string {
  const start = reader.at
  const sign = reader.see(/[<>=~]+/y)?.[0]
  if (sign !== undefined) reader.fail(`a value was expected here, not ${sign}; if it is one, write it in quotes`)
  const mayBeNone = operator === '=' || operator === '!='
  if (mayBeNone && reader.see(behindNothing)) return ''
  let depth = 0
  for (; !reader.atEnd; reader.at++) {
    const character = reader.text.charAt(reader.at)
    if (character === ')' && depth-- === 0) break
    if (character === '(') depth++
    if (!isBlankCharacter(character) || depth > 0) continue
    if (reader.see(/\s+(?:AND|OR|&&|\|\|?)(?:[\s()]|$)/y)) break
    refuseForgotten(reader)
  }
  const value = reader.text.slice(start, reader.at).trim()
  if (value === '' && !mayBeNone) return reader.fail(`${operator} needs a value after it`, start)
  return value
}

function refuseForgotten(reader: ExpressionReader): void {
  const [whole = '', key = ''] = reader.see(nextComparison) ?? []
  if (whole === '') return
  const column = reader.column + whole.indexOf(key)
  reader.fail(`AND or OR is missing before "${key}"; a value that holds this is written in quotes`, column)
}
