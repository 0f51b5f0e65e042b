/** How a field is compared: `key:value` is `:` (what that means is the field's own), a key alone is `set`, `has` is for lists. */
export type Operator = ':' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | 'has' | 'set'

/** What a query, `--tag` or `--where` asks, as a tree; `column` is where it was written, counted from 1 in UTF-16 units. */
export type Expression = { readonly column: number } & (
  | {
      readonly kind: 'and'
      readonly of: readonly Expression[]
      /** Whether AND was written out; if not, the parts stand side by side. */
      readonly spelled: boolean
    }
  | { readonly kind: 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | Comparison
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
)

/** A comparison of a field with a value; the value is as typed, without its quotes, and empty for `set`. */
export interface Comparison {
  readonly kind: 'field'
  readonly name: string
  readonly operator: Operator
  readonly value: string
  readonly quoted: boolean
  /** The flags of a pattern, where the value is the source of one. */
  readonly flags?: string
  readonly column: number
  readonly valueColumn: number
}

/** What differs between the places where expressions are written. */
export interface Dialect {
  /** What the expression is called in messages. */
  readonly called: string
  /** What an operand is: words to rank by, the names of tags, or comparisons of keys. */
  readonly operands: 'words' | 'tags' | 'comparisons'
  /** Whether OR binds before AND, as zk has it for tags. */
  readonly orFirst: boolean
  /** In a query: whether a name before `=` or `<` is a field; else that is text. */
  readonly isField?: (name: string) => boolean
}

/** Queries of `search`: words side by side rank, the rest are conditions. */
export const queryDialect: Dialect = { called: 'the query', operands: 'words', orFirst: false }

/** `--tag`: names of tags, which may hold blanks; `,` is AND. */
export const tagDialect: Dialect = { called: '--tag', operands: 'tags', orFirst: true }

/** `--where`: `key`, `key=value` and the other comparisons; values may hold blanks. */
export const whereDialect: Dialect = { called: '--where', operands: 'comparisons', orFirst: false }
