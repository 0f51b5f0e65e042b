import type { Note } from '../model/note.ts'
import type { ProblemCode } from '../model/problem-code.ts'
import { foldName } from '../vault/fold.ts'
import { keepsNames } from '../vault/update/vault-change.ts'
import type { Vault } from '../vault/vault.ts'
import { byPlace, type CheckRequest, type CheckResult, checkVault } from './check-vault.ts'

/** A vault that was checked, and what was found. */
export interface Checked {
  readonly vault: Vault
  readonly found: CheckResult
}

/**
 * What a check of a vault finds after some notes changed, of which only those are checked whose problems may be others; the
 * request is the one of the check before. Undefined when names changed: then all is to be checked.
 */
export function updateCheck(
  before: Checked,
  now: Vault,
  changed: readonly Note[],
  request: CheckRequest,
): CheckResult | undefined {
  if (now.size !== before.vault.size || !keepsNames(before.vault, { notes: changed, removed: [] })) return undefined
  const { canvases } = now
  const again = new Set(notesToCheck(before.vault, now, changed, (code) => request.rules.has(code)))
  for (const { path } of canvases) again.add(path)
  const notes = [...now.notes, ...canvases].filter(({ path }) => again.has(path) && request.reports(path))
  const { problems } = checkVault(now, { ...request, notes })
  const kept = before.found.problems.filter(({ path }) => !again.has(path))
  const more = changed.reduce(
    (sum, { path }) => sum + (request.reports(path) ? linksOf(now, path) - linksOf(before.vault, path) : 0),
    0,
  )
  const { checked } = before.found
  return { checked: { ...checked, links: checked.links + more }, problems: [...kept, ...problems].sort(byPlace) }
}

function linksOf(vault: Vault, path: string): number {
  return vault.note(path)?.links.length ?? 0
}

/** The notes whose problems may be others: those that changed, those that link to or from them, and those whose suggestions rest on them. */
function notesToCheck(
  before: Vault,
  now: Vault,
  changed: readonly Note[],
  follows: (code: ProblemCode) => boolean,
): ReadonlySet<string> {
  const again = new Set<string>()
  const add = (paths: Iterable<string>): void => {
    for (const path of paths) again.add(path)
  }
  for (const { path } of changed) {
    add([path, ...before.sourcesOf(path), ...now.sourcesOf(path)])
    for (const vault of [before, now])
      add(vault.linksFrom(path).flatMap(({ resolution }) => ('path' in resolution ? [resolution.path] : [])))
  }
  const pairs = changed.map((note) => ({ note, old: before.note(note.path) }))
  if (pairs.some(({ note, old }) => suggestedBy(note) !== (old && suggestedBy(old)))) add(notesWithBroken(now))
  const retitled = pairs.filter(({ note, old }) => note.titleSource !== old?.titleSource)
  const titles = new Set(retitled.map(({ note }) => foldName(note.title)))
  if (titles.size > 0 && follows('duplicate-title'))
    add(now.notes.flatMap(({ path, title }) => (titles.has(foldName(title)) ? [path] : [])))
  return again
}

/** All of a note by which it may be suggested for a broken link, besides its names. */
function suggestedBy({ headings, summary }: Note): string {
  return JSON.stringify([summary, headings.map(({ text }) => text)])
}

function notesWithBroken(vault: Vault): readonly string[] {
  return vault.notes.flatMap(({ path }) =>
    vault.linksFrom(path).some(({ resolution: { status } }) => status === 'broken' || status === 'outside')
      ? [path]
      : [],
  )
}
