import type { Note } from '../model/note.ts'
import type { ProblemCode } from '../model/problem-code.ts'
import { foldName } from '../vault/fold.ts'
import type { Vault } from '../vault/vault.ts'
import { type NoteFacts, repeatsHeading } from './note-facts.ts'

/** A note that changed, with its facts before and now. */
export interface ChangedNote {
  readonly note: Note
  readonly before: NoteFacts
  readonly now: NoteFacts
}

/** What is known of a change that left paths, titles, aliases and attachments as they were. */
export interface KnownChange {
  readonly changed: readonly ChangedNote[]
  /** Notes with links that were decided anew. */
  readonly links: readonly string[]
  /** Notes that other notes have come to link to, or that a note linking to them changed. */
  readonly sources: readonly string[]
  /** Whether a rule is to be followed. */
  readonly follows: (code: ProblemCode) => boolean
}

/**
 * The notes whose problems may be others after a change: those that changed, those with links that were decided anew, and those
 * whose rules look at changed notes. Whether links have other suggestions is not asked here.
 */
export function notesToCheck(vault: Vault, { changed, links, sources, follows }: KnownChange): ReadonlySet<string> {
  const again = new Set<string>([...changed.map(({ note }) => note.path), ...links])
  const add = (paths: Iterable<string>): void => {
    for (const path of paths) again.add(path)
  }
  if (follows('orphan') || follows('one-way-link')) add(sources)
  if (follows('duplicate-heading'))
    for (const { note, before, now } of changed)
      if (repeatsHeading(before) || repeatsHeading(now)) add(vault.sourcesOf(note.path))
  const retitled = follows('duplicate-title')
    ? changed.filter(({ before, now }) => before.titleSource !== now.titleSource)
    : []
  const titles = new Set(retitled.map(({ note }) => foldName(note.title)))
  if (titles.size > 0) add(vault.notes.flatMap(({ path, title }) => (titles.has(foldName(title)) ? [path] : [])))
  return again
}
