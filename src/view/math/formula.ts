/** The class that decides the space around an atom (The TeXbook, chapter 17). */
export type AtomClass = 'ord' | 'op' | 'bin' | 'rel' | 'open' | 'close' | 'punct' | 'inner'

/** How the cells of a column are set. */
export type ColumnAlign = 'left' | 'center' | 'right'

/** What stands between two columns: a gap in cells, and a rule or none. */
export type ColumnGap = { readonly cells: number; readonly rule: boolean }

/** A table row: its cells, and the rule above it if there is one. */
export type FormulaTableRow = { readonly cells: readonly Formula[]; readonly ruleAbove: boolean }

/** The sides of a table that carry a rule. */
export type Frame = { readonly top: boolean; readonly bottom: boolean; readonly left: boolean; readonly right: boolean }

/** What each kind of formula consists of. */
export type FormulaParts = {
  /** A letter, number, operator or name; `sized` when `\big` or `\middle` asks for a tall one. */
  readonly symbol: { readonly text: string; readonly atom: AtomClass; readonly sized: boolean }
  /** Words set as they are, spaces included. */
  readonly text: { readonly text: string }
  /** Explicit space, in terminal cells. */
  readonly space: { readonly cells: number }
  readonly row: { readonly items: readonly Formula[] }
  /** Something to which its author gave a class, such as `\mathrel{…}` or `\operatorname{…}`. */
  readonly classed: { readonly body: Formula; readonly atom: AtomClass }
  /** A fraction, or without its bar a binomial. */
  readonly fraction: { readonly over: Formula; readonly under: Formula; readonly bar: boolean }
  readonly root: { readonly body: Formula; readonly index: Formula | undefined }
  readonly scripts: { readonly base: Formula; readonly sub: Formula | undefined; readonly sup: Formula | undefined }
  /** Something with marks centred below and above it: a sum, `\lim`, `\overset`. */
  readonly limits: { readonly base: Formula; readonly under: Formula | undefined; readonly over: Formula | undefined }
  /** A mark over or under the base: `mark` is the character KaTeX names it by. */
  readonly accent: { readonly base: Formula; readonly mark: string; readonly below: boolean }
  readonly brace: { readonly base: Formula; readonly shape: 'brace' | 'bracket'; readonly below: boolean }
  /** An arrow as long as its labels. */
  readonly arrow: { readonly shape: string; readonly over: Formula | undefined; readonly under: Formula | undefined }
  /** Brackets as tall as what is between them; an empty string stands for no bracket. */
  readonly fence: { readonly left: string; readonly right: string; readonly items: readonly Formula[] }
  readonly table: {
    readonly rows: readonly FormulaTableRow[]
    readonly align: readonly ColumnAlign[]
    readonly gaps: readonly ColumnGap[]
    readonly frame: Frame
    /** True when the cells are displayed formulas, as in aligned equations, false for matrices and cases. */
    readonly displayed: boolean
  }
  readonly enclosure: { readonly shape: 'box' | 'strike'; readonly body: Formula }
  readonly phantom: { readonly body: Formula }
  readonly tag: { readonly body: Formula }
}

/** The name of a kind of formula. */
export type FormulaKind = keyof FormulaParts

/** A formula as it is laid out: what TeX means, free of how it was written. */
export type Formula<K extends FormulaKind = FormulaKind> = {
  [P in K]: { readonly kind: P } & FormulaParts[P]
}[K]

/** A row of the given items; a single item stands for itself. */
export function rowOf(items: readonly Formula[]): Formula {
  const [only] = items
  return items.length === 1 && only !== undefined ? only : { kind: 'row', items }
}

/** What carries the scripts or limits of a formula: itself when it has none. */
export function nucleusOf(formula: Formula): Formula {
  return formula.kind === 'scripts' || formula.kind === 'limits' ? nucleusOf(formula.base) : formula
}

/** What its author gave a class to. */
export function withoutClass(formula: Formula): Formula {
  return formula.kind === 'classed' ? withoutClass(formula.body) : formula
}

/** True for one letter or number, with or without a mark and scripts: under a root it needs neither line nor brackets. */
export function isOneSymbol(formula: Formula): boolean {
  const nucleus = nucleusOf(formula)
  return (nucleus.kind === 'accent' ? nucleus.base : nucleus).kind === 'symbol'
}

/** True when a script of a formula would run on from one that its base has at the same place, as in `{x^2}^3`. */
export function repeatsScript({ base, sub, sup }: Formula<'scripts'>): boolean {
  if (base.kind !== 'scripts' || isPrime(base.sup)) return false
  return (sub !== undefined && base.sub !== undefined) || (sup !== undefined && base.sup !== undefined)
}

function isPrime(formula: Formula | undefined): boolean {
  if (formula?.kind === 'row') return formula.items.every(isPrime)
  return formula?.kind === 'symbol' && /^[′″]+$/.test(formula.text)
}
