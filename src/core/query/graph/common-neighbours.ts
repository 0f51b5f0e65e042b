import type { NotePath } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { Vault } from '../../vault/vault.ts'

/** A note that links with more than this is linked with all sorts of notes. */
export function manyOf({ size }: Vault): number {
  return Math.max(10, size / 10)
}

/** The notes that a note links with; one that is linked with a tenth of the vault says nothing of it. */
export class Neighbours {
  readonly #vault: Vault
  readonly #near: readonly NotePath[]
  /** What they say together. */
  readonly #own: number
  /** What those of them say together that each note of the vault links with, too. */
  readonly #mutual: Float64Array

  constructor(vault: Vault, note: Note) {
    this.#vault = vault
    this.#near = vault.neighbours(note.path).filter((path) => degreeOf(vault, path) <= manyOf(vault))
    this.#own = sumOf(vault, this.#near)
    this.#mutual = new Float64Array(vault.size)
    for (const path of this.#near) this.#add(path, worthOf(vault, path))
  }

  /** Adds what one says to the notes that have it among their neighbours: an index page has none, and is one of those it is linked from. */
  #add(path: NotePath, worth: number): void {
    const isIndex = this.#vault.note(path)?.isIndex === true
    for (const other of isIndex ? this.#vault.sourcesOf(path) : this.#vault.neighbours(path)) {
      const number = this.#vault.numberOf(other) ?? -1
      if (number >= 0) this.#mutual[number] = (this.#mutual[number] ?? 0) + worth
    }
  }

  /** No less than the share of a note, told without its neighbours: as if it linked with no others. */
  mostOf(number: number): number {
    const mutual = this.#mutual[number] ?? 0
    return mutual === 0 ? 0 : Math.sqrt(mutual / this.#own)
  }

  /** How much of both neighbourhoods the notes are that another note, no index page, links with, too. */
  shareOf(other: Note, number: number): number {
    const mutual = this.#mutual[number] ?? 0
    return mutual === 0 ? 0 : mutual / Math.sqrt(this.#own * sumOf(this.#vault, this.#vault.neighbours(other.path)))
  }

  /** The notes that another links with, too, those with the fewest links first. */
  between(other: Note): readonly NotePath[] {
    const theirs = new Set(this.#vault.neighbours(other.path))
    const both = this.#near.filter((path) => theirs.has(path))
    return both.sort((a, b) => degreeOf(this.#vault, a) - degreeOf(this.#vault, b))
  }
}

function sumOf(vault: Vault, paths: readonly NotePath[]): number {
  return paths.reduce((sum, path) => sum + worthOf(vault, path), 0)
}

const worths = new WeakMap<Vault, Map<NotePath, number>>()

/** What a neighbour says: the fewer links it has, the more (Adamic and Adar 2003, "Friends and neighbors on the Web"). Told once for each state of a vault. */
function worthOf(vault: Vault, path: NotePath): number {
  const known = worths.get(vault) ?? new Map<NotePath, number>()
  worths.set(vault, known)
  const worth = known.get(path) ?? 1 / Math.log2(1 + Math.max(2, degreeOf(vault, path)))
  known.set(path, worth)
  return worth
}

function degreeOf(vault: Vault, path: NotePath): number {
  return vault.backlinkCount(path) + vault.linkCount(path)
}
