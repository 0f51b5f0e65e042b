import type { Note } from '../../model/note.ts'
import { calculate, inOrder, negative } from './base-arithmetic.ts'
import { type BaseExpression, BaseProblem, type BinaryOperator } from './base-expression.ts'
import { type BaseFile, fileFields, fileFunctions, linkedFile, propertyOf } from './base-file.ts'
import { BasePattern, type BaseValue, compare, equal, isLink, isList, isTruthy, textOfValue } from './base-value.ts'
import { weightOf } from './base-weight.ts'
import type { BaseWorld } from './base-world.ts'
import { globalFunctions } from './global-functions.ts'
import { valueOfField, valueFunctions } from './value-functions.ts'
import { nameTable } from '../../model/name-table.ts'

/** The variables inside a function: `value`, `index` and `acc` in a list, `values` in a summary. */
export type BoundNames = Readonly<Record<string, BaseValue>>

/** The value of an expression for a note, with the variables bound here. */
export type Evaluate = (note: Note, bound?: BoundNames) => BaseValue

/** What expressions of one base may refer to besides properties and the file: formulas by name, compiled on demand. */
export interface BaseScope extends BaseWorld {
  readonly formula: (name: string) => Evaluate | undefined
  /** The variables that may be used here. */
  readonly bound?: readonly string[]
  /** Counts steps in lists; false when the view has used up its steps, so that no base runs on. */
  readonly step: (count: number) => boolean
  /** A list or record that was made; null when those of a view are together too large, or when it nests too deep. */
  readonly made: (value: BaseValue) => BaseValue
}

/** Compiles an expression into a function of notes. Throws a `BaseProblem` at an unknown function or name. */
export function compileBase(expression: BaseExpression, scope: BaseScope): Evaluate {
  switch (expression.kind) {
    case 'value':
      return () => expression.value
    case 'pattern': {
      const pattern = new BasePattern(expression.source, expression.flags)
      return () => pattern
    }
    case 'name':
      return named(expression, scope)
    case 'list': {
      const items = expression.of.map((item) => compileBase(item, scope))
      return (note, bound) => scope.made(items.map((item) => item(note, bound)))
    }
    case 'record': {
      const fields = expression.of.map(([name, value]) => [name, compileBase(value, scope)] as const)
      return (note, bound) => scope.made(Object.fromEntries(fields.map(([name, value]) => [name, value(note, bound)])))
    }
    case 'member':
      return member(expression, scope)
    case 'index':
      return indexed(expression, scope)
    case 'call':
      return called(expression, scope)
    case 'unary': {
      const of = compileBase(expression.of, scope)
      return expression.operator === '!'
        ? (note, bound) => !isTruthy(of(note, bound))
        : (note, bound) => negative(of(note, bound))
    }
    case 'binary':
      return binary(expression.operator, compileBase(expression.left, scope), compileBase(expression.right, scope))
  }
}

type Of<K extends BaseExpression['kind']> = Extract<BaseExpression, { kind: K }>

function named({ name, column }: Of<'name'>, scope: BaseScope): Evaluate {
  if (scope.bound?.includes(name) === true) return (_note, bound) => bound?.[name] ?? null
  if (name === 'file') return (note) => `[[${note.path}]]`
  if (name === 'this') return () => `[[${scope.path}]]`
  if (name === 'note' || name === 'formula') throw new BaseProblem(`"${name}" needs a name after a dot`, column)
  return (note) => propertyOf(note, name)
}

function member({ of, name, column }: Of<'member'>, scope: BaseScope): Evaluate {
  if (of.kind === 'name' && scope.bound?.includes(of.name) !== true) {
    if (of.name === 'note') return (note) => propertyOf(note, name)
    if (of.name === 'formula') return formula(name, column, scope)
    if (of.name === 'file') {
      const field = fileFields[name]
      if (field === undefined) throw new BaseProblem(`file.${name} is not known`, column)
      return (note) => field({ path: note.path, note }, scope)
    }
  }
  const value = compileBase(of, scope)
  return (note, bound) => memberOf(value(note, bound), name, scope)
}

/** A member of a value: for a link, what is known of the file that it names; for a note, its properties. */
function memberOf(value: BaseValue, name: string, scope: BaseScope): BaseValue {
  const file = fileNamed(value, scope)
  if (file === undefined) return valueOfField(value, name)
  return fileFields[name]?.(file, scope) ?? (file.note === undefined ? null : propertyOf(file.note, name))
}

function fileNamed(value: BaseValue, scope: BaseScope): BaseFile | undefined {
  return typeof value === 'string' && isLink(value) ? linkedFile(value, scope) : undefined
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
  return (note, bound) => {
    const [whole, place] = [value(note, bound), index(note, bound)]
    if (isList(whole)) return typeof place === 'number' ? (whole.at(place) ?? null) : null
    return memberOf(whole, textOfValue(place), scope)
  }
}

function called(call: Of<'call'>, scope: BaseScope): Evaluate {
  const { of, name, given, column } = call
  if (of !== undefined && Object.hasOwn(loops, name)) return looped(call, of, scope)
  const values = given.map((argument) => compileBase(argument, scope))
  const args = (note: Note, bound?: BoundNames): readonly BaseValue[] => values.map((value) => value(note, bound))
  if (of === undefined) {
    const run = globalFunctions[name]
    if (run === undefined) throw new BaseProblem(`the function ${name}() is not known`, column)
    return (note, bound) => run(args(note, bound), scope)
  }
  const ofFile = fileFunctions[name]
  const ofValue = valueFunctions[name]
  if (of.kind === 'name' && of.name === 'file') {
    if (ofFile === undefined) throw new BaseProblem(`file.${name}() is not known`, column)
    return (note, bound) => ofFile({ path: note.path, note }, args(note, bound), scope)
  }
  if (ofFile === undefined && ofValue === undefined)
    throw new BaseProblem(`the function ${name}() is not known`, column)
  const value = compileBase(of, scope)
  return (note, bound) => {
    const held = value(note, bound)
    const file = ofFile === undefined ? undefined : fileNamed(held, scope)
    if (file !== undefined && ofFile !== undefined) return ofFile(file, args(note, bound), scope)
    if (ofValue === undefined || !scope.step(stepsIn(held, name))) return null
    return ofValue(held, args(note, bound), scope)
  }
}

/** How many steps a function of a value counts: few when the value is small. `unique` compares each item with each, `sort` with some. */
function stepsIn(held: BaseValue, name: string): number {
  const items = isList(held) ? held.length : 0
  const compared = name === 'unique' ? items ** 2 : name === 'sort' ? items * Math.log2(items + 1) : 0
  return Math.floor(weightOf(held) / 100 + compared / 10)
}

/** A function that evaluates an expression for each item of a list, such as `map`. */
type Loop = (list: readonly BaseValue[], step: (bound: BoundNames) => BaseValue, start: BaseValue) => BaseValue

const loops: Readonly<Record<string, Loop>> = nameTable({
  filter: (list, step) => list.filter((value, index) => isTruthy(step({ value, index }))),
  map: (list, step) => list.map((value, index) => step({ value, index })),
  reduce: (list, step, start) => list.reduce<BaseValue>((acc, value, index) => step({ value, index, acc }), start),
})

function looped({ name, given, column }: Of<'call'>, of: BaseExpression, scope: BaseScope): Evaluate {
  const [expression, first] = given
  if (expression === undefined) throw new BaseProblem(`${name}() needs an expression`, column)
  const names = name === 'reduce' ? ['value', 'index', 'acc'] : ['value', 'index']
  const each = compileBase(expression, { ...scope, bound: [...(scope.bound ?? []), ...names] })
  const start = first === undefined ? undefined : compileBase(first, scope)
  const list = compileBase(of, scope)
  const run = loops[name] as Loop
  return (note, bound) => {
    const items = list(note, bound)
    if (!isList(items)) return null
    const step = (own: BoundNames): BaseValue => (scope.step(1) ? each(note, { ...bound, ...own }) : null)
    return scope.made(run(items, step, start?.(note, bound) ?? null))
  }
}

function binary(operator: BinaryOperator, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case '||':
      return (note, bound) => isTruthy(left(note, bound)) || isTruthy(right(note, bound))
    case '&&':
      return (note, bound) => isTruthy(left(note, bound)) && isTruthy(right(note, bound))
    case '==':
      return (note, bound) => equal(left(note, bound), right(note, bound))
    case '!=':
      return (note, bound) => !equal(left(note, bound), right(note, bound))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return (note, bound) => inOrder(compare(left(note, bound), right(note, bound)), operator)
    default:
      return (note, bound) => calculate(operator, left(note, bound), right(note, bound))
  }
}
