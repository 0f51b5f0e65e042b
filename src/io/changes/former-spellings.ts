import * as nodeFiles from '../files/file-system.ts'
import { join } from 'node:path'
import type { Draft, FormerTexts } from '../../core/plan/draft.ts'
import { decodeText, type Encoding } from '../files/decode-text.ts'
import type { VaultFolders } from './apply-changes.ts'
import { invertSplices } from './edit-bytes.ts'
import { historyEntries, historyFolder, type Journal, readJournal, type Step } from './journal.ts'
import { contentHash } from './run-journal.ts'

/** Longer replacements are no links. */
const longest = 300

type WriteStep = Extract<Step, { kind: 'write' }>

/** What changes that are taken back made of a note. */
interface Changed {
  /** What was replaced, by what replaced it; the latest last. */
  readonly texts: Map<string, Set<string>>
  readonly last: WriteStep
}

/**
 * Reads from the history how links were spelled before changes that a draft takes back: it gives a file a path, or a place a text, that such a
 * change took from it. Renaming back can so restore each byte: exactly where the note is as the change left it, else by what is written.
 * Undefined when it takes none back.
 */
export function formerSpellings({ root, state }: VaultFolders, draft: Draft): FormerTexts | undefined {
  let byPath = new Map<string, Changed>()
  let takesBack = false
  const journals = standing(state)
  journals.forEach(({ steps }, at) => {
    const later = journals.slice(at)
    if (isTakenBack(steps, draft, (path) => presentPath(path, later))) {
      takesBack = true
      for (const step of steps) if (step.kind === 'write') remember(byPath, step)
    }
    byPath = moved(byPath, steps)
  })
  if (!takesBack) return undefined
  const exact = new Map<string, ReadonlyMap<number, string> | undefined>()
  const placesOf = (path: string, { last }: Changed): ReadonlyMap<number, string> | undefined => {
    if (!exact.has(path)) exact.set(path, formerPlaces(join(root, path), last))
    return exact.get(path)
  }
  return {
    at: (path, written, offset) => {
      const changed = byPath.get(path)
      if (changed === undefined) return []
      const places = placesOf(path, changed)
      if (places === undefined) return [...(changed.texts.get(written) ?? [])].toReversed()
      const before = places.get(offset)
      return before === undefined ? [] : [before]
    },
    isAsLeft: (path) => {
      const changed = byPath.get(path)
      return changed !== undefined && placesOf(path, changed) !== undefined
    },
  }
}

/** The changes that were not undone, oldest first. */
function standing(state: string): readonly Journal[] {
  return historyEntries(nodeFiles, state).flatMap((name) => {
    const journal = readJournal(nodeFiles, join(historyFolder(state), name))
    return journal === undefined || journal === 'damaged' || journal.entry?.undone === true ? [] : [journal]
  })
}

/** Where a file is now that had a path before some changes. */
function presentPath(path: string, journals: readonly Journal[]): string {
  return journals.reduce(
    (now, { steps }) => steps.reduce((at, step) => (step.kind === 'move' && step.path === now ? step.to : at), now),
    path,
  )
}

/** Whether a draft gives the very file back its path, or the very note its words: another file that gets that path takes nothing back. */
function isTakenBack(steps: readonly Step[], { moves, edits }: Draft, present: (path: string) => string): boolean {
  const paths = new Set<string>(moves.values())
  return steps.some((step) => {
    if (step.kind === 'move') return paths.has(step.path) && moves.get(present(step.path)) === step.path
    if (step.kind !== 'write' || edits.size === 0) return false
    const own = [...edits].find(([path]) => path === present(step.path))?.[1] ?? []
    const texts = new Set(own.map(({ before, after }) => `${after}\n${before}`))
    return step.splices.some(({ removed, inserted }) => texts.has(`${removed.toString()}\n${inserted.toString()}`))
  })
}

function remember(byPath: Map<string, Changed>, step: WriteStep): void {
  const texts = byPath.get(step.path)?.texts ?? new Map<string, Set<string>>()
  byPath.set(step.path, { texts, last: step })
  for (const { removed, inserted } of step.splices) {
    if (removed.length === 0 || inserted.length === 0 || removed.length > longest || inserted.length > longest) continue
    const before = removed.toString('utf8')
    const after = inserted.toString('utf8')
    const befores = texts.get(after) ?? new Set<string>()
    befores.delete(before)
    texts.set(after, befores.add(before))
  }
}

/** What was replaced, by the offset in the decoded text where its replacement stands; undefined when the file has changed since. */
function formerPlaces(file: string, { after, splices }: WriteStep): ReadonlyMap<number, string> | undefined {
  const bytes = nodeFiles.readFileSync(file)
  const decoded = decodeText(bytes)
  if ('binary' in decoded || contentHash(bytes) !== after) return undefined
  const { encoding } = decoded
  let byte = encoding === 'utf-8-bom' ? 3 : encoding === 'utf-8' ? 0 : 2
  let offset = 0
  const places = new Map<number, string>()
  for (const { at, removed, inserted } of invertSplices(splices)) {
    offset += decode(bytes.subarray(byte, at), encoding).length
    byte = at
    places.set(offset, decode(inserted, encoding))
    offset += decode(removed, encoding).length
    byte += removed.length
  }
  return places
}

function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'utf-16le') return bytes.toString('utf16le')
  return encoding === 'utf-16be' ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('utf8')
}

function moved<T>(byPath: Map<string, T>, steps: readonly Step[]): Map<string, T> {
  const moves = new Map(steps.flatMap((step) => (step.kind === 'move' ? [[step.path, step.to] as const] : [])))
  return moves.size === 0 ? byPath : new Map([...byPath].map(([path, value]) => [moves.get(path) ?? path, value]))
}
