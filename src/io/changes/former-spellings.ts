import * as nodeFiles from '../files/file-system.ts'
import { join } from 'node:path'
import { folderOf } from '../../core/model/note-path.ts'
import type { Draft, FormerTexts } from '../../core/plan/draft.ts'
import type { VaultFolders } from './apply-changes.ts'
import { type FormerPlaces, formerPlaces, type JournalWrite } from './former-places.ts'
import { journalEntries, historyFolder, type Journal, readJournal, type JournalStep } from './journal.ts'

/** The longest replacement that is kept, in UTF-16 units; no link is longer. */
const longest = 300

type WriteStep = Extract<JournalStep, { kind: 'write' }>

/** The writes to a note since the first change that is being reversed. */
interface Changed {
  /** The replaced texts, by what replaced them; the latest last. */
  readonly texts: Map<string, Set<string>>
  /** All that was written to it since the first of them. */
  readonly trail: JournalWrite[]
  /** Its folder before the last reversed change. */
  readonly folder: string
}

/**
 * Reads from the history how links were spelled before the changes that a draft reverses, which are those that took away a path or text
 * that the draft gives back. So renaming back can restore each byte: by offset when the note is as the change left it, else by matching the
 * text. Undefined when the draft reverses nothing.
 */
export function formerSpellings({ root, state }: VaultFolders, draft: Draft): FormerTexts | undefined {
  let byPath = new Map<string, Changed>()
  let since: number | undefined
  const changes = standing(state)
  changes.forEach(({ steps, written }, at) => {
    const later = changes.slice(at)
    const isBack = isTakenBack(steps, draft, (path) => presentPath(path, later))
    if (isBack) since = written
    for (const step of steps) if (step.kind === 'write') remember(byPath, step, isBack)
    byPath = moved(byPath, steps)
  })
  if (since === undefined) return undefined
  const traced = tracesOf(root, byPath, since)
  return {
    at: (path, written, offset) =>
      traced(path, written, offset)?.filter((former) => former !== written) ??
      [...(byPath.get(path)?.texts.get(written) ?? [])].toReversed(),
    isTraced: (path, written, offset) => (traced(path, written, offset)?.length ?? 0) > 0,
    folderOf: (path) => byPath.get(path)?.folder,
  }
}

/** Traces ranges of notes back; undefined when that is impossible. A note that has not been written to since is unchanged. */
function tracesOf(
  root: string,
  byPath: ReadonlyMap<string, Changed>,
  since: number,
): (path: string, written: string, offset: number) => readonly string[] | undefined {
  const known = new Map<string, FormerPlaces | undefined>()
  const placesOf = (path: string): FormerPlaces | undefined => {
    const file = join(root, path)
    const changed = byPath.get(path)
    if (changed !== undefined) return formerPlaces(nodeFiles.readFileSync(file), changed.trail)
    return nodeFiles.statSync(file).mtimeMs <= since ? (written) => [written] : undefined
  }
  return (path, written, offset) => {
    if (!known.has(path)) known.set(path, placesOf(path))
    return known.get(path)?.(written, offset)
  }
}

/** A change of the history, and when its entry was written, by the clock of the file system. */
type Standing = Pick<Journal, 'steps'> & { readonly written: number }

/** The changes that were not undone, oldest first. */
function standing(state: string): readonly Standing[] {
  return journalEntries(nodeFiles, state).flatMap((name) => {
    const file = join(historyFolder(state), name)
    const journal = readJournal(nodeFiles, file)
    if (journal === undefined || journal === 'damaged' || journal.entry?.undone === true) return []
    return [{ steps: journal.steps, written: nodeFiles.statSync(file).mtimeMs }]
  })
}

/** The present path of a file, given its path before some changes. */
function presentPath(path: string, journals: readonly Pick<Journal, 'steps'>[]): string {
  return journals.reduce(
    (now, { steps }) => steps.reduce((at, step) => (step.kind === 'move' && step.path === now ? step.to : at), now),
    path,
  )
}

/**
 * Whether a draft reverses steps: it gives the same file its path back, or the same note its text. Another file that gets that path does
 * not count.
 */
function isTakenBack(
  steps: readonly JournalStep[],
  { moves, edits }: Draft,
  present: (path: string) => string,
): boolean {
  const paths = new Set<string>(moves.values())
  return steps.some((step) => {
    if (step.kind === 'move') return paths.has(step.path) && moves.get(present(step.path)) === step.path
    if (step.kind !== 'write' || edits.size === 0) return false
    const own = [...edits].find(([path]) => path === present(step.path))?.[1] ?? []
    const texts = new Set(own.map(({ before, after }) => `${after}\n${before}`))
    return step.splices.some(({ removed, inserted }) => texts.has(`${removed.toString()}\n${inserted.toString()}`))
  })
}

function remember(byPath: Map<string, Changed>, step: WriteStep, isTakenBack: boolean): void {
  const known = byPath.get(step.path)
  if (known === undefined && !isTakenBack) return
  const { texts, trail }: Pick<Changed, 'texts' | 'trail'> = known ?? { texts: new Map(), trail: [] }
  const folder = isTakenBack || known === undefined ? folderOf(step.path) : known.folder
  byPath.set(step.path, { texts, trail, folder })
  trail.push({ step, isTakenBack })
  if (!isTakenBack) return
  for (const { removed, inserted } of step.splices) {
    if (removed.length === 0 || inserted.length === 0 || removed.length > longest || inserted.length > longest) continue
    const before = removed.toString('utf8')
    const after = inserted.toString('utf8')
    const befores = texts.get(after) ?? new Set<string>()
    befores.delete(before)
    texts.set(after, befores.add(before))
  }
}

function moved<T>(byPath: Map<string, T>, steps: readonly JournalStep[]): Map<string, T> {
  const moves = new Map(steps.flatMap((step) => (step.kind === 'move' ? [[step.path, step.to] as const] : [])))
  return moves.size === 0 ? byPath : new Map([...byPath].map(([path, value]) => [moves.get(path) ?? path, value]))
}
