/** An expression of a base, as a tree; `column` is where it was written, counted from 1. */
export type BaseExpression = { readonly column: number } & (
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'record'; readonly of: readonly (readonly [name: string, value: BaseExpression])[] }
  | { readonly kind: 'list'; readonly of: readonly BaseExpression[] }
  | { readonly kind: 'member'; readonly of: BaseExpression; readonly name: string }
  | { readonly kind: 'index'; readonly of: BaseExpression; readonly at: BaseExpression }
  | {
      readonly kind: 'call'
      /** What the function is called on; absent for those that stand alone. */
      readonly of?: BaseExpression
      readonly name: string
      readonly given: readonly BaseExpression[]
    }
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly of: BaseExpression }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: BaseExpression
      readonly right: BaseExpression
    }
)

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%'

/** Why an expression can't be read, and where: the column counts from 1. */
export class BaseProblem extends Error {
  readonly column: number

  constructor(message: string, column: number) {
    super(message)
    this.column = column
  }
}

/** The longest expression that is read, in characters, and how deep it may nest. */
const longest = 4000
const deepest = 50

const strength: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}

/** Reads an expression as Obsidian's bases have them. Throws a `BaseProblem` where it can't. */
export function parseBaseExpression(text: string): BaseExpression {
  if (text.length > longest) throw new BaseProblem(`it is longer than ${longest} characters`, 1)
  const reader = new BaseReader(text)
  const expression = reader.binary(0)
  reader.end()
  return expression
}

class BaseReader {
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  end(): void {
    this.#blanks()
    if (this.#at < this.#text.length) this.#fail(`"${this.#text.charAt(this.#at)}" was not expected here`)
  }

  binary(least: number): BaseExpression {
    if (++this.#depth > deepest) this.#fail(`it is nested more than ${deepest} levels deep`)
    let left = this.#unary()
    for (;;) {
      const operator = this.#see(/\|\||&&|==|!=|<=|>=|[<>+\-*/%]/y) as BinaryOperator | undefined
      if (operator === undefined || strength[operator] <= least) break
      const column = this.#at + 1
      this.#at += operator.length
      left = { kind: 'binary', operator, left, right: this.binary(strength[operator]), column }
    }
    this.#depth--
    return left
  }

  #unary(): BaseExpression {
    const sign = this.#see(/[!-]/y) as '!' | '-' | undefined
    if (sign === undefined) return this.#postfix(this.#primary())
    if (++this.#depth > deepest) this.#fail(`it is nested more than ${deepest} levels deep`)
    const column = ++this.#at
    const of = this.#unary()
    this.#depth--
    return { kind: 'unary', operator: sign, of, column }
  }

  #postfix(start: BaseExpression): BaseExpression {
    let of = start
    for (;;) {
      const column = this.#at + 1
      if (this.#take('.')) {
        const name = this.#see(identifier) ?? this.#fail('a name was expected after the dot')
        this.#at += name.length
        of = this.#take('(')
          ? { kind: 'call', of, name, given: this.#listUntil(')'), column: column + 1 }
          : { kind: 'member', of, name, column: column + 1 }
      } else if (this.#take('[')) {
        of = { kind: 'index', of, at: this.binary(0), column }
        this.#require(']')
      } else return of
    }
  }

  #primary(): BaseExpression {
    this.#blanks()
    const column = this.#at + 1
    if (this.#take('(')) {
      const inner = this.binary(0)
      this.#require(')')
      return inner
    }
    if (this.#take('[')) return { kind: 'list', of: this.#listUntil(']'), column }
    if (this.#take('{')) return { kind: 'record', of: this.#fieldsUntil('}'), column }
    const number = this.#see(/\d+(?:\.\d+)?/y)
    if (number !== undefined) {
      this.#at += number.length
      return { kind: 'value', value: Number(number), column }
    }
    if (this.#see(/["']/y) !== undefined) return { kind: 'value', value: this.#string(), column }
    if (this.#see(/\//y) !== undefined) return this.#pattern(column)
    return this.#nameOrCall(column)
  }

  /** `/source/flags`; within brackets a slash is part of it. */
  #pattern(column: number): BaseExpression {
    const written = this.#see(/\/(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[a-z]*/y)
    if (written === undefined) return this.#fail('this pattern is never closed')
    const end = written.lastIndexOf('/')
    const [source, flags] = [written.slice(1, end), written.slice(end + 1)]
    try {
      new RegExp(source, flags)
    } catch {
      this.#fail('this pattern is none of JavaScript')
    }
    this.#at += written.length
    return { kind: 'pattern', source, flags, column }
  }

  #nameOrCall(column: number): BaseExpression {
    const name = this.#see(identifier)
    if (name === undefined) this.#fail(this.#at < this.#text.length ? 'a value was expected here' : 'it ends too early')
    this.#at += name.length
    if (name === 'true' || name === 'false') return { kind: 'value', value: name === 'true', column }
    if (name === 'null') return { kind: 'value', value: null, column }
    return this.#take('(')
      ? { kind: 'call', name, given: this.#listUntil(')'), column }
      : { kind: 'name', name, column }
  }

  #listUntil(close: ')' | ']'): readonly BaseExpression[] {
    const items: BaseExpression[] = []
    if (this.#take(close)) return items
    do items.push(this.binary(0))
    while (this.#take(','))
    this.#require(close)
    return items
  }

  #fieldsUntil(close: '}'): readonly (readonly [string, BaseExpression])[] {
    const fields: (readonly [string, BaseExpression])[] = []
    if (this.#take(close)) return fields
    do {
      const name = this.#see(/["']/y) === undefined ? this.#see(identifier) : undefined
      this.#at += name?.length ?? 0
      const key = name ?? (this.#see(/["']/y) === undefined ? this.#fail('a name was expected here') : this.#string())
      this.#require(':')
      fields.push([key, this.binary(0)])
    } while (this.#take(','))
    this.#require(close)
    return fields
  }

  #string(): string {
    const quote = this.#text.charAt(this.#at)
    let text = ''
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text.charAt(at)
      if (character === quote) {
        this.#at = at + 1
        return text
      }
      if (character === '\\') text += escaped(this.#text.charAt(++at))
      else text += character
    }
    return this.#fail('this quote is never closed')
  }

  #see(pattern: RegExp): string | undefined {
    this.#blanks()
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text)?.[0]
  }

  #take(character: string): boolean {
    this.#blanks()
    if (this.#text.charAt(this.#at) !== character) return false
    this.#at++
    return true
  }

  #require(character: string): void {
    if (!this.#take(character)) this.#fail(`${character} was expected here`)
  }

  #blanks(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++
  }

  #fail(message: string): never {
    throw new BaseProblem(message, this.#at + 1)
  }
}

const identifier = /[\p{L}_$][\p{L}\p{N}_$-]*(?<!-)/uy

function escaped(character: string): string {
  return character === 'n' ? '\n' : character === 't' ? '\t' : character
}
