import type { Vault } from '../../core/vault/vault.ts'

/** What agents see change. */
export interface VisibleChange {
  /** Whether there are other notes than before, or one has another title. */
  readonly isOtherList: boolean
  /** The paths of notes whose text is another one, or that are gone. */
  readonly paths: readonly string[]
}

/** What changed for agents between two states of what they see; undefined when nothing did. */
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
