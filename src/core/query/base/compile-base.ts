import type { Note } from '../../model/note.ts'
import { type BaseExpression, BaseProblem, type BinaryOperator } from './base-expression.ts'
import { fileFields, fileFunctions, propertyOf } from './base-file.ts'
import { type BaseWorld, fieldOf, globalFunctions, valueFunctions } from './base-functions.ts'
import {
  BaseDate,
  BaseDuration,
  type BaseValue,
  boundedText,
  compare,
  dateOf,
  durationOf,
  equal,
  isList,
  isTruthy,
  laterBy,
  numberOf,
  textOf,
} from './base-value.ts'

/** What an expression comes to for a note. */
export type Evaluate = (note: Note) => BaseValue

/** What expressions of one base may name, beside properties and the file: formulas by name, made on demand. */
export interface BaseScope extends BaseWorld {
  readonly formula: (name: string) => Evaluate | undefined
}

/** Makes an expression something to ask of notes. Throws a `BaseProblem` at a function or name that is not known. */
export function compileBase(expression: BaseExpression, scope: BaseScope): Evaluate {
  switch (expression.kind) {
    case 'value':
      return () => expression.value
    case 'name':
      return named(expression)
    case 'list': {
      const items = expression.of.map((item) => compileBase(item, scope))
      return (note) => items.map((item) => item(note))
    }
    case 'member':
      return member(expression, scope)
    case 'index':
      return indexed(expression, scope)
    case 'call':
      return called(expression, scope)
    case 'unary': {
      const of = compileBase(expression.of, scope)
      return expression.operator === '!' ? (note) => !isTruthy(of(note)) : (note) => negative(of(note))
    }
    case 'binary':
      return binary(expression.operator, compileBase(expression.left, scope), compileBase(expression.right, scope))
  }
}

type Of<K extends BaseExpression['kind']> = Extract<BaseExpression, { kind: K }>

function named({ name, column }: Of<'name'>): Evaluate {
  if (name === 'file') return (note) => `[[${note.path}]]`
  if (name === 'this') throw new BaseProblem('"this" is the note that shows the base; there is none here', column)
  if (name === 'note' || name === 'formula') throw new BaseProblem(`"${name}" needs a name after a dot`, column)
  return (note) => propertyOf(note, name)
}

function member({ of, name, column }: Of<'member'>, scope: BaseScope): Evaluate {
  if (of.kind === 'name') {
    if (of.name === 'note') return (note) => propertyOf(note, name)
    if (of.name === 'formula') return formula(name, column, scope)
    if (of.name === 'file') {
      const field = Object.hasOwn(fileFields, name) ? fileFields[name] : undefined
      if (field === undefined) throw new BaseProblem(`file.${name} is not known`, column)
      return (note) => field(note, scope)
    }
  }
  const value = compileBase(of, scope)
  return (note) => fieldOf(value(note), name)
}

function formula(name: string, column: number, scope: BaseScope): Evaluate {
  const found = scope.formula(name)
  if (found === undefined) throw new BaseProblem(`the formula "${name}" is not there or can't be read`, column)
  return found
}

function indexed({ of, at, column }: Of<'index'>, scope: BaseScope): Evaluate {
  if (of.kind === 'name' && (of.name === 'note' || of.name === 'formula') && at.kind === 'value') {
    const name = String(at.value)
    return of.name === 'note' ? (note) => propertyOf(note, name) : formula(name, column, scope)
  }
  const [value, index] = [compileBase(of, scope), compileBase(at, scope)]
  return (note) => {
    const [whole, place] = [value(note), index(note)]
    if (isList(whole)) return typeof place === 'number' ? (whole.at(place) ?? null) : null
    return fieldOf(whole, textOf(place))
  }
}

function called({ of, name, given, column }: Of<'call'>, scope: BaseScope): Evaluate {
  const values = given.map((argument) => compileBase(argument, scope))
  if (of === undefined) {
    const run = Object.hasOwn(globalFunctions, name) ? globalFunctions[name] : undefined
    if (run === undefined) throw new BaseProblem(`the function ${name}() is not known`, column)
    return (note) =>
      run(
        values.map((value) => value(note)),
        scope,
      )
  }
  if (of.kind === 'name' && of.name === 'file') {
    const run = Object.hasOwn(fileFunctions, name) ? fileFunctions[name] : undefined
    if (run === undefined) throw new BaseProblem(`file.${name}() is not known`, column)
    return (note) =>
      run(
        note,
        values.map((value) => value(note)),
        scope,
      )
  }
  const run = Object.hasOwn(valueFunctions, name) ? valueFunctions[name] : undefined
  if (run === undefined) throw new BaseProblem(`the function ${name}() is not known`, column)
  const value = compileBase(of, scope)
  return (note) =>
    run(
      value(note),
      values.map((argument) => argument(note)),
      scope,
    )
}

function negative(value: BaseValue): BaseValue {
  const number = numberOf(value)
  return number === undefined ? null : -number
}

function binary(operator: BinaryOperator, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case '||':
      return (note) => isTruthy(left(note)) || isTruthy(right(note))
    case '&&':
      return (note) => isTruthy(left(note)) && isTruthy(right(note))
    case '==':
      return (note) => equal(left(note), right(note))
    case '!=':
      return (note) => !equal(left(note), right(note))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return (note) => inOrder(compare(left(note), right(note)), operator)
    default:
      return (note) => calculate(operator, left(note), right(note))
  }
}

function inOrder(difference: number | undefined, operator: '<' | '<=' | '>' | '>='): boolean {
  if (difference === undefined) return false
  if (difference === 0) return operator.endsWith('=')
  return operator.startsWith('<') ? difference < 0 : difference > 0
}

function calculate(operator: '+' | '-' | '*' | '/' | '%', left: BaseValue, right: BaseValue): BaseValue {
  const date = operator === '+' || operator === '-' ? dateOf(left) : undefined
  if (date !== undefined) {
    const duration = durationOf(right)
    if (duration !== undefined) return laterBy(date, duration, operator === '+' ? 1 : -1)
    const other = dateOf(right)
    if (other !== undefined && operator === '-') return date.ms - other.ms
  }
  const isText = (value: BaseValue): boolean => typeof value === 'string' || isList(value) || value instanceof BaseDate
  if (operator === '+' && (isText(left) || isText(right))) return boundedText(textOf(left) + textOf(right))
  const [a, b] = [numberOf(left), numberOf(right)]
  return a === undefined || b === undefined || left instanceof BaseDuration ? null : finite(arithmetic(operator, a, b))
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '%', a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
  }
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null
}
