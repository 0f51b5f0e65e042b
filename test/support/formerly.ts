import type { ChangeSet, Edit } from '../../src/core/model/change.ts'
import type { FormerTexts } from '../../src/core/plan/draft.ts'

/** What stands at a place of a text now, and stood there before an edit of it. */
interface Replaced {
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
}

/** What notes said before one change that is taken back, where nobody wrote to them since. */
export function formerTextsOf({ changes }: ChangeSet): FormerTexts {
  const moves = new Map<string, string>(
    changes.flatMap((change) => (change.kind === 'move' ? [[change.path, change.to] as const] : [])),
  )
  const replaced = new Map<string, readonly Replaced[]>(
    changes.flatMap((change) =>
      change.kind === 'edit' ? [[moves.get(change.path) ?? change.path, placesNow(change.edits)] as const] : [],
    ),
  )
  const former = new Map([...moves].map(([from, to]) => [to, from]))
  const edited = new Set(changes.flatMap((change) => (change.kind === 'edit' ? [change.path as string] : [])))
  const at = (path: string, written: string, offset: number): Replaced | undefined =>
    replaced.get(path)?.find(({ start, after }) => start === offset && after === written)
  return {
    at: (path, written, offset) => {
      const found = at(path, written, offset)
      return found === undefined || found.before === written ? [] : [found.before]
    },
    isTraced: (path, written, offset) =>
      at(path, written, offset) !== undefined ||
      !(replaced.get(path) ?? []).some(({ start, end }) => start < offset + written.length && offset < end),
    folderOf: (path) => {
      const old = former.get(path) ?? path
      return edited.has(old) ? old.slice(0, Math.max(0, old.lastIndexOf('/'))) : undefined
    },
  }
}

function placesNow(edits: readonly Edit[]): readonly Replaced[] {
  let moved = 0
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, before, after }) => {
      const start = span.start + moved
      moved += after.length - before.length
      return { start, end: start + after.length, before, after }
    })
}
