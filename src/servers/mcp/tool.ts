import type { AgentSession } from './agent-session.ts'

/** A property of a tool's input as JSON Schema says it. */
export type SchemaProperty = Readonly<Record<string, unknown>> & { readonly description?: string }

/** What a tool was asked with; checked against its schema already. */
export type ToolInput = Readonly<Record<string, unknown>>

/** What a tool answers: data as the JSON contract has it, the list in it that may be cut. */
export interface ToolAnswer {
  readonly data: Readonly<Record<string, unknown>>
  /** The field of `data` that holds a list; it is given in pages. */
  readonly list?: string
  /** The start of the list among all records, and their total, when only a part was made. */
  readonly window?: { readonly from: number; readonly total: number }
}

/** A tool as data. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Readonly<Record<string, SchemaProperty>>
  readonly required?: readonly string[]
  /** The list of its answer, and its other fields. */
  readonly output: Readonly<Record<string, SchemaProperty>>
  /** How many records a page has where the input does not say; absent where that is as usual. */
  readonly page?: number
  /** Absent for tools that only read. */
  readonly writes?: 'adds' | 'replaces'
  readonly run: (session: AgentSession, input: ToolInput, signal: AbortSignal) => Promise<ToolAnswer>
}

/** A text of the input, if given. */
export function textIn(input: ToolInput, name: string): string | undefined {
  const value = input[name]
  return typeof value === 'string' ? value : undefined
}

/** The texts of the input: a list, or one alone. */
export function textsIn(input: ToolInput, name: string): readonly string[] {
  const value = input[name]
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  return typeof value === 'string' ? [value] : []
}

/** A number of the input, if given. */
export function numberIn(input: ToolInput, name: string): number | undefined {
  const value = input[name]
  return typeof value === 'number' ? value : undefined
}
