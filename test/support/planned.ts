import { type ChangeSet, type Edit, editText } from '../../src/core/model/change.ts'
import { FailureError } from '../../src/core/model/failure.ts'
import type { ToolName } from '../../src/core/model/tool-dialect.ts'
import type { PlanSource } from '../../src/core/plan/draft.ts'
import { dialectsOf, vaultOf } from './vault-of.ts'

/** The texts of a vault by path. */
export type Texts = Readonly<Record<string, string>>

/** What is around the notes of a vault: the tool whose it is, and files that exist but are left out of it. */
interface Around {
  readonly tool?: ToolName
  readonly files?: readonly string[]
}

/** A vault made from texts, as changes are planned on it. */
export function sourceOf(texts: Texts, { tool, files = [] }: Around = {}): PlanSource {
  const vault = vaultOf(texts, [], (path) => files.includes(path), tool && dialectsOf(tool))
  return { vault, textOf: (path) => texts[path] ?? '' }
}

/** The texts after a planned change. */
export function applied(texts: Texts, { changes }: ChangeSet): Texts {
  const edits = new Map(
    changes.flatMap((change) => (change.kind === 'edit' ? [[change.path, change.edits] as const] : [])),
  )
  const moves = new Map(
    changes.flatMap((change) => (change.kind === 'move' ? [[change.path, change.to] as const] : [])),
  )
  const paths = new Map<string, string>(moves)
  const edited = new Map<string, readonly Edit[]>(edits)
  const gone = new Set<string>(changes.flatMap(({ kind, path }) => (kind === 'trash' ? [path] : [])))
  return Object.fromEntries([
    ...Object.entries(texts)
      .filter(([path]) => !gone.has(path))
      .map(([path, text]) => [paths.get(path) ?? path, editText(text, edited.get(path) ?? [])] as const),
    ...changes.flatMap((change) => (change.kind === 'create' ? [[change.path, change.text] as const] : [])),
  ])
}

/** What a plan gives, or of an expected failure the message, without what all such messages say. */
export function outcomeOf(plan: () => string): string {
  try {
    return plan()
  } catch (error) {
    if (!(error instanceof FailureError && 'message' in error.failure)) throw error
    const said = error.failure.message.replace(/^the front matter of \S+ cannot be edited: /, '')
    return `refused: ${said.replace('; nothing was changed', '')}`
  }
}

/** What a plan gives, or of an expected failure the message and the hint. */
export function answerOf(plan: () => unknown): unknown {
  try {
    return plan()
  } catch (error) {
    if (!(error instanceof FailureError && 'message' in error.failure)) throw error
    const { failure } = error
    return `${failure.message} — ${('hint' in failure ? failure.hint : undefined) ?? ''}`
  }
}

/** The same with the line ends of Windows, in all texts of a list or record; what has some of them already stays. */
export function withCrlf<T>(value: T): T {
  if (typeof value === 'string') return (value.includes('\r') ? value : value.replaceAll('\n', '\r\n')) as T
  if (Array.isArray(value)) return value.map((one: unknown) => withCrlf(one)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withCrlf<unknown>(one)])) as T
}
