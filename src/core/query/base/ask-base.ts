import type { Note } from '../../model/note.ts'
import type { Report } from '../../model/report.ts'
import { BaseProblem, parseBaseExpression } from './base-expression.ts'
import { type BaseColumn, type ColumnSummary, type Order, sortByOrders, baseTable } from './base-table.ts'
import { type BaseValue, isTruthy } from './base-value.ts'
import { depthOf, weightOf } from './base-weight.ts'
import type { BaseWorld } from './base-world.ts'
import { type BaseScope, compileBase, type Evaluate } from './compile-base.ts'
import type { Base, BaseFilter, BaseOrder, BaseView, UnreadFilter } from './read-base.ts'
import { knownSummaries } from './summaries.ts'

/** A view of a base, ready to be evaluated for notes. */
export interface BaseQuestion {
  readonly filter: (note: Note) => boolean
  readonly sort: (notes: readonly Note[]) => readonly Note[]
  readonly limit: number | undefined
  readonly table: (notes: readonly Note[]) => Extract<Report, { kind: 'table' }>
  /** The first unreadable filter, when there are filters but none can be read, so that every note would be listed. */
  readonly unread: UnreadFilter | undefined
  /** What was left out, as sentences, each once; what limits cut off is known only when the table has been made. */
  readonly told: () => readonly string[]
}

/** Prepares a view of a base. Filters and columns that can't be read are left out and reported. */
export function askBase(base: Base, view: BaseView, world: BaseWorld): BaseQuestion {
  const question = new Question(base, world)
  const filters = [question.filter(base.filter), question.filter(view.filter)].flatMap((filter) => filter ?? [])
  const names = view.columns.length > 0 ? view.columns : ['file.name']
  const columns = names.flatMap((name) => question.column(name) ?? [])
  const orders = view.sort.flatMap((order) => question.order(order) ?? [])
  const group = view.group === undefined ? undefined : question.order(view.group)
  const summaries = columns.map((column) => question.summary(view.summaries, column))
  return {
    unread: filters.length > 0 ? undefined : question.unread,
    filter: (note) => filters.every((filter) => filter(note)),
    sort: (notes) => sortByOrders(notes, group === undefined ? orders : [group, ...orders]),
    limit: view.limit,
    table: (notes) => baseTable(notes, { columns, group, summaries }),
    told: () => [...new Set([...base.problems, ...leftOut(view), ...question.problems])],
  }
}

/** The parts of a view that a table in the terminal can't show. */
function leftOut({ type }: BaseView): readonly string[] {
  return ['table', 'list', 'cards'].includes(type.toLowerCase()) ? [] : [`a view of type ${type} is shown as a table`]
}

/** How many items `filter`, `map` and `reduce` may visit for one view; functions on large lists and texts count extra steps. */
const mostSteps = 1_000_000

/** How many characters and parts all lists that one view makes may hold together, and how deep they may nest. */
const mostMade = 30_000_000
const deepest = 50

class Question {
  readonly problems: string[] = []
  /** The first filter that can't be read. */
  unread: UnreadFilter | undefined
  readonly #base: Base
  readonly #scope: BaseScope
  /** Compiled formulas by name; undefined while one is being compiled, so that none can refer to itself. */
  readonly #formulas = new Map<string, Evaluate | undefined>()
  #steps = 0
  #made = 0

  constructor(base: Base, world: BaseWorld) {
    this.#base = base
    this.#scope = {
      ...world,
      formula: (name) => this.#formula(name),
      step: (count) => this.#step(count),
      made: (value) => this.#list(value),
    }
  }

  #step(count: number): boolean {
    const before = this.#steps
    this.#steps += count
    if (before <= mostSteps && this.#steps > mostSteps)
      this.problems.push(`lists of more than ${mostSteps} items in all are not gone through`)
    return this.#steps <= mostSteps
  }

  #list(value: BaseValue): BaseValue {
    if (typeof value !== 'object' || value === null) return value
    const weight = weightOf(value)
    const isTooMuch = this.#made + weight > mostMade
    if (!isTooMuch && depthOf(value) <= deepest) {
      this.#made += weight
      return value
    }
    this.problems.push(
      isTooMuch
        ? `lists of more than ${mostMade} characters in all are not made`
        : `lists in lists more than ${deepest} deep are not made`,
    )
    return null
  }

  filter(filter: BaseFilter | undefined): ((note: Note) => boolean) | undefined {
    if (filter === undefined) return undefined
    if (filter.kind === 'unread') {
      this.unread ??= filter
      return undefined
    }
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

  column(name: string): BaseColumn | undefined {
    const of = this.#compiled(name, 'column')
    const plain = plainName(name)
    const { headings } = this.#base
    const heading = headings.get(name) ?? headings.get(plain) ?? headings.get(`note.${plain}`) ?? plain
    return of === undefined ? undefined : { written: name, name: plain, heading, of }
  }

  /** The summary of a column: one that the base defines, or one that every base has. */
  summary(asked: ReadonlyMap<string, string>, { written, name }: BaseColumn): ColumnSummary | undefined {
    const summary = asked.get(written) ?? asked.get(name) ?? asked.get(`note.${name}`)
    if (summary === undefined || summary === '') return undefined
    const own = this.#base.summaries.get(summary)
    if (own !== undefined) {
      const made = this.#compiled(own, 'summary', ['values'])
      const [anyNote] = this.#scope.vault.notes
      return made && anyNote && { name: summary, of: (values) => made(anyNote, { values }) }
    }
    const folded = summary.toLowerCase()
    const known = knownSummaries[folded]
    if (known === undefined) this.problems.push(`summary left out: ${summary} is none that bases have`)
    return known && { name: summary, of: known }
  }

  order({ property, descending }: BaseOrder): Order | undefined {
    const of = this.#compiled(property, 'order')
    return of === undefined ? undefined : { of, direction: descending ? -1 : 1 }
  }

  #compiled(text: string, what: Part, bound: readonly string[] = []): Evaluate | undefined {
    try {
      return compileBase(parseBaseExpression(asExpression(text, what)), { ...this.#scope, bound })
    } catch (error) {
      if (!(error instanceof BaseProblem)) throw error
      const reason = `${text.replace(/\s+/g, ' ')} (column ${error.column}: ${error.message})`
      if (what === 'filter') this.unread ??= { text, reason }
      this.problems.push(`${what} left out: ${reason}`)
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

/** Where an expression stands. */
type Part = 'filter' | 'column' | 'order' | 'formula' | 'summary'

/** Columns and orders name properties, and such a name need not be an expression: `reading time`, `note.due-date`. */
function asExpression(text: string, what: Part): string {
  if (what !== 'column' && what !== 'order') return text
  const [, place = 'note', name = text] = /^(note|formula)\.(.+)$/s.exec(text) ?? []
  if (/^file\.\w+$/.test(text) || /[()[\]]/.test(text)) return text
  return text.startsWith('file.') ? text : `${place}[${JSON.stringify(name)}]`
}

/** The values of a formula, computed once for each note: formulas that refer twice to the one before would double the time at each step. */
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
