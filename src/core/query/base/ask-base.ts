import type { MetadataValue, Note } from '../../model/note.ts'
import type { Report } from '../../model/report.ts'
import { BaseProblem, parseBaseExpression } from './base-expression.ts'
import type { BaseWorld } from './base-functions.ts'
import { BaseDate, BaseDuration, type BaseValue, compare, isList, isTruthy, textOf } from './base-value.ts'
import { type BaseScope, compileBase, type Evaluate } from './compile-base.ts'
import type { Base, BaseFilter, BaseOrder, BaseView } from './read-base.ts'

/** What a view of a base says, made ready to be asked of notes. */
export interface BaseQuestion {
  readonly filter: (note: Note) => boolean
  readonly sort: (notes: readonly Note[]) => readonly Note[]
  readonly limit: number | undefined
  readonly table: (notes: readonly Note[]) => Extract<Report, { kind: 'table' }>
  /** What was left out since it can't be read, as sentences. */
  readonly problems: readonly string[]
}

/** Makes a view of a base ready. Filters and columns that can't be read are left out and told. */
export function askBase(base: Base, view: BaseView, world: BaseWorld): BaseQuestion {
  const question = new Question(base, world)
  const filters = [question.filter(base.filter), question.filter(view.filter)].flatMap((filter) => filter ?? [])
  const names = view.columns.length > 0 ? view.columns : ['file.name']
  const columns = names.flatMap((name) => question.column(name) ?? [])
  const orders = view.sort.flatMap((order) => question.order(order) ?? [])
  const group = view.group === undefined ? undefined : question.order(view.group)
  return {
    filter: (note) => filters.every((filter) => filter(note)),
    sort: (notes) => sorted(notes, group === undefined ? orders : [group, ...orders]),
    limit: view.limit,
    table: (notes) => tableOf(notes, columns, group),
    problems: [...base.problems, ...question.problems],
  }
}

interface Column {
  readonly name: string
  readonly heading: string
  readonly of: Evaluate
}

interface Order {
  readonly of: Evaluate
  readonly direction: 1 | -1
}

class Question {
  readonly problems: string[] = []
  readonly #base: Base
  readonly #scope: BaseScope
  /** Formulas that are made; undefined while one is being made, so that none can hold itself. */
  readonly #formulas = new Map<string, Evaluate | undefined>()

  constructor(base: Base, world: BaseWorld) {
    this.#base = base
    this.#scope = { ...world, formula: (name) => this.#formula(name) }
  }

  filter(filter: BaseFilter | undefined): ((note: Note) => boolean) | undefined {
    if (filter === undefined) return undefined
    if (filter.kind === 'statement') {
      const holds = this.#compiled(filter.text, 'filter')
      return holds === undefined ? undefined : (note) => isTruthy(holds(note))
    }
    const parts = filter.of.flatMap((part) => this.filter(part) ?? [])
    if (parts.length === 0) return undefined
    if (filter.kind === 'and') return (note) => parts.every((part) => part(note))
    if (filter.kind === 'or') return (note) => parts.some((part) => part(note))
    return (note) => !parts.some((part) => part(note))
  }

  column(name: string): Column | undefined {
    const of = this.#compiled(name, 'column')
    const plain = plainName(name)
    const { headings } = this.#base
    const heading = headings.get(name) ?? headings.get(plain) ?? headings.get(`note.${plain}`) ?? plain
    return of === undefined ? undefined : { name: plain, heading, of }
  }

  order({ property, descending }: BaseOrder): Order | undefined {
    const of = this.#compiled(property, 'order')
    return of === undefined ? undefined : { of, direction: descending ? -1 : 1 }
  }

  #compiled(text: string, what: 'filter' | 'column' | 'order' | 'formula'): Evaluate | undefined {
    try {
      return compileBase(parseBaseExpression(asExpression(text, what)), this.#scope)
    } catch (error) {
      if (!(error instanceof BaseProblem)) throw error
      this.problems.push(`${what} left out: ${text.replace(/\s+/g, ' ')} (column ${error.column}: ${error.message})`)
      return undefined
    }
  }

  #formula(name: string): Evaluate | undefined {
    const text = this.#base.formulas.get(name)
    if (text === undefined || this.#formulas.has(name)) return this.#formulas.get(name)
    this.#formulas.set(name, undefined)
    const made = this.#compiled(text, 'formula')
    const known = made === undefined ? undefined : remembering(made)
    this.#formulas.set(name, known)
    return known
  }
}

/** Columns and orders name properties, whose names may be no words of an expression: `reading time`, `note.due-date`. */
function asExpression(text: string, what: 'filter' | 'column' | 'order' | 'formula'): string {
  if (what === 'filter' || what === 'formula') return text
  const [, place = 'note', name = text] = /^(note|formula)\.(.+)$/s.exec(text) ?? []
  if (/^file\.\w+$/.test(text) || /[()[\]]/.test(text)) return text
  return text.startsWith('file.') ? text : `${place}[${JSON.stringify(name)}]`
}

/** What a note has is made once: formulas that name formulas twice would take twice as long at each step. */
function remembering(of: Evaluate): Evaluate {
  const known = new WeakMap<Note, { readonly value: BaseValue }>()
  return (note) => {
    const kept = known.get(note)
    if (kept !== undefined) return kept.value
    const value = of(note)
    known.set(note, { value })
    return value
  }
}

function plainName(name: string): string {
  return name.replace(/^(?:note|formula)\./, '')
}

function sorted(notes: readonly Note[], orders: readonly Order[]): readonly Note[] {
  if (orders.length === 0) return notes
  const keyed = notes.map((note) => ({ note, keys: orders.map(({ of }) => of(note)) }))
  keyed.sort((a, b) => {
    for (const [at, { direction }] of orders.entries()) {
      const difference = inOrder(a.keys[at] ?? null, b.keys[at] ?? null, direction)
      if (difference !== 0) return difference
    }
    return 0
  })
  return keyed.map(({ note }) => note)
}

/** Nothing comes last, whatever the direction. */
function inOrder(a: BaseValue, b: BaseValue, direction: 1 | -1): number {
  const [none, other] = [isNothing(a), isNothing(b)]
  if (none || other) return Number(none) - Number(other)
  return (compare(a, b) ?? compare(textOf(a), textOf(b)) ?? 0) * direction
}

function isNothing(value: BaseValue): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0)
}

function tableOf(
  notes: readonly Note[],
  columns: readonly Column[],
  group: Order | undefined,
): Extract<Report, { kind: 'table' }> {
  const table = {
    kind: 'table',
    columns: columns.map(({ name }) => name),
    headings: columns.map(({ heading }) => heading),
    rows: notes.map((note) => ({ path: note.path, cells: columns.map(({ name, of }) => cellOf(name, of(note))) })),
  } as const
  if (group === undefined) return table
  const groups = new Map<string, number[]>()
  for (const [row, note] of notes.entries()) {
    const name = textOf(group.of(note)) || '(none)'
    const rows = groups.get(name)
    if (rows === undefined) groups.set(name, [row])
    else rows.push(row)
  }
  return { ...table, groups: [...groups].map(([name, rows]) => ({ name, rows })) }
}

/** A value as a table has it; a note is called by its name. */
function cellOf(name: string, value: BaseValue): MetadataValue | undefined {
  if (name === 'file.name' && typeof value === 'string') return value.replace(/\.md$/i, '')
  return plainValue(value)
}

function plainValue(value: BaseValue): MetadataValue {
  if (isList(value)) return value.map(plainValue)
  if (value instanceof BaseDate || value instanceof BaseDuration) return textOf(value)
  return value as MetadataValue
}
