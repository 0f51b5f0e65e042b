import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Vault } from '../../vault/vault.ts'
import { leastWeight, type Prerequisite, prerequisitesOf } from './prerequisites.ts'

/** A note to read, and why; the last one is the note asked about. */
export interface ReadingEntry {
  readonly note: Note
  /** How many steps of prerequisites away from the note asked about. */
  readonly depth: number
  readonly inferred: boolean
  readonly reasons: readonly string[]
}

/** How far a reading list goes. */
export interface ReadingLimits {
  readonly depth: number
  /** At most so many notes before the one asked about; the surest are kept. */
  readonly max: number
}

/** Below this product of weights a note that is needed only by way of doubtful steps is left out. */
const leastSureness = 0.25

/** What a note needs, doubtful prerequisites included; computed once for each note. */
type NeedsOf = (path: NotePath) => readonly Prerequisite[]

interface Needed extends Prerequisite {
  readonly depth: number
  /** The product of the weights along the surest way to it. */
  readonly sureness: number
}

/**
 * What to read before a note, in order: next is always the note that needs least of those still unread, so that a cycle is cut at its
 * weakest link.
 */
export function readingOrder(vault: Vault, target: Note, limits: ReadingLimits): readonly ReadingEntry[] {
  const known = new Map<NotePath, readonly Prerequisite[]>()
  const needsOf: NeedsOf = (path) => {
    const note = vault.note(path)
    const needs = known.get(path) ?? (note === undefined ? [] : prerequisitesOf(vault, note))
    known.set(path, needs)
    return needs
  }
  const kept = keepSurest(collect(vault, target, limits.depth, needsOf), limits.max)
  const left = new Map([...kept.keys()].map((path) => [path, needsAmong(path, kept, needsOf)]))
  const order: ReadingEntry[] = []
  while (left.size > 0) {
    const next = leastNeedy(left)
    left.delete(next)
    order.push(...entry(vault, kept.get(next)))
  }
  return [...order, targetEntry(target)]
}

/** How much each note needs each of the others: the weight of the prerequisite less that of the reverse. */
function needsAmong(
  path: NotePath,
  others: ReadonlyMap<NotePath, unknown>,
  needsOf: NeedsOf,
): ReadonlyMap<NotePath, number> {
  const weightBack = (other: NotePath): number => needsOf(other).find((need) => need.path === path)?.weight ?? 0
  return new Map(
    needsOf(path)
      .filter((need) => others.has(need.path))
      .map((need) => [need.path, Math.max(0, need.weight - weightBack(need.path))]),
  )
}

/** The note that needs least of what is left; of several, the surest. */
function leastNeedy(left: ReadonlyMap<NotePath, ReadonlyMap<NotePath, number>>): NotePath {
  const needed = ([, needs]: readonly [NotePath, ReadonlyMap<NotePath, number>]): number =>
    [...needs].reduce((sum, [path, weight]) => (left.has(path) ? sum + weight : sum), 0)
  return [...left].reduce((best, candidate) => (needed(candidate) < needed(best) ? candidate : best))[0]
}

/** All notes needed within a number of steps, each by its surest way. */
function collect(vault: Vault, target: Note, depth: number, needsOf: NeedsOf): ReadonlyMap<NotePath, Needed> {
  const found = new Map<NotePath, Needed>()
  let edge: readonly { readonly note: Note; readonly sureness: number }[] = [{ note: target, sureness: 1 }]
  for (let level = 1; level <= depth && edge.length > 0; level++) {
    const next = new Map<NotePath, { note: Note; sureness: number }>()
    for (const { note, sureness } of edge) {
      for (const need of needsOf(note.path)) {
        if (need.weight < leastWeight) continue
        const other = vault.note(need.path)
        const total = sureness * need.weight
        if (other === undefined || other === target || total <= (found.get(need.path)?.sureness ?? leastSureness))
          continue
        const first = found.get(need.path)?.depth ?? level
        found.set(need.path, { ...need, depth: first, sureness: total })
        if (first === level) next.set(need.path, { note: other, sureness: total })
      }
    }
    edge = [...next.values()]
  }
  return found
}

function keepSurest(found: ReadonlyMap<NotePath, Needed>, max: number): ReadonlyMap<NotePath, Needed> {
  return new Map([...found].sort(([, a], [, b]) => b.sureness - a.sureness).slice(0, max))
}

function entry(vault: Vault, needed: Needed | undefined): readonly ReadingEntry[] {
  const note = needed && vault.note(needed.path)
  if (needed === undefined || note === undefined) return []
  return [{ note, depth: needed.depth, inferred: needed.inferred, reasons: needed.reasons }]
}

function targetEntry(note: Note): ReadingEntry {
  return { note, depth: 0, inferred: false, reasons: [] }
}
