import type { NotePath } from '../model/note-path.ts'
import { targetPath } from '../model/resolution.ts'
import type { Vault } from '../vault/vault.ts'
import type { FieldTerms, NoteTerms } from './note-terms.ts'

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

/** Collects what is said of a note, from the notes that cite it in order, until it is enough. */
export class CitedText {
  readonly #said = new Map<number, FieldTerms[]>()

  /** Adds what one note says; `targets` are those of its citations. */
  add(citations: Citations, targets: readonly number[]): void {
    for (const [at, [, terms]] of citations.entries()) {
      const target = targets[at] ?? -1
      if (target < 0) continue
      const said = this.#said.get(target)
      if (said === undefined) this.#said.set(target, [terms])
      else if (said.length < mostCitations) said.push(terms)
    }
  }

  /** What is said of a note. */
  of(number: number): readonly FieldTerms[] {
    return this.#said.get(number) ?? []
  }
}
