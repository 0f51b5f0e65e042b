import type { Vault } from '../../core/vault/vault.ts'

/** A change that agents can see. */
export interface VisibleChange {
  /** Whether notes were added or removed, or a title changed. */
  readonly isOtherList: boolean
  /** The paths of notes whose text changed, or that are gone. */
  readonly paths: readonly string[]
}

/** The change between two states of the visible vault; undefined when there is none. */
export function changedBetween(before: Vault | undefined, now: Vault): VisibleChange | undefined {
  if (before === undefined) return undefined
  const gone = before.notes.filter(({ path }) => now.note(path) === undefined)
  const other = now.notes.filter((note) => before.note(note.path) !== note)
  const changed = other.filter((note) => {
    const old = before.note(note.path)
    return old !== undefined && (old.file.modifiedMs !== note.file.modifiedMs || old.file.size !== note.file.size)
  })
  const isOtherList = gone.length > 0 || other.some((note) => before.note(note.path)?.title !== note.title)
  const paths = [...gone, ...changed].map(({ path }) => path)
  return isOtherList || paths.length > 0 ? { isOtherList, paths } : undefined
}
