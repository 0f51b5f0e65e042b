import type { NotePath } from '../../model/note-path.ts'
import { targetPath } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import { GrowingNumbers } from './growing-numbers.ts'
import type { NoteTerms } from './note-terms.ts'

/** Sentences that cite a note and are looked at; a hub's others say little more. */
const mostCitations = 50

/** What a note says around its links. */
export type Citations = NoteTerms['citations']

/** The note that each citation of a note is about; -1 when it is about none, or the note itself. */
export function citedNotes(vault: Vault, from: NotePath, links: readonly number[]): readonly number[] {
  if (links.length === 0) return []
  const known = vault.known.resolutions(from)
  return links.map((link) => {
    const resolution = known?.[link] ?? vault.linksFrom(from)[link]?.resolution
    const path = resolution === undefined ? undefined : targetPath(resolution)
    return path === undefined || path === from ? -1 : (vault.numberOf(path) ?? -1)
  })
}

/** Collects which citations are about which notes, in the order of the notes that cite. */
export class CitationTargets {
  readonly #targets = new GrowingNumbers()
  readonly #places = new GrowingNumbers()

  /** Adds a citation, by its place, that is about a note. */
  add(target: number, place: number): void {
    this.#targets.push(target)
    this.#places.push(place)
  }

  /** Gives for each of so many notes the places of the citations that are about it, until it is enough. */
  byTarget(notes: number): (note: number) => Uint32Array {
    const [targets, places] = [this.#targets.all(), this.#places.all()]
    const starts = new Uint32Array(notes + 1)
    for (const target of targets) starts[target + 1] = (starts[target + 1] ?? 0) + 1
    for (let note = 0; note < notes; note++) starts[note + 1] = (starts[note + 1] ?? 0) + (starts[note] ?? 0)
    const next = starts.slice()
    const sorted = new Uint32Array(places.length)
    for (const [at, target] of targets.entries()) {
      const place = next[target] ?? 0
      next[target] = place + 1
      sorted[place] = places[at] ?? 0
    }
    return (note) => {
      const [start, end] = [starts[note] ?? 0, starts[note + 1] ?? 0]
      return sorted.subarray(start, Math.min(end, start + mostCitations))
    }
  }
}
