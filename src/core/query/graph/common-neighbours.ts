import type { NotePath } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { Vault } from '../../vault/vault.ts'

/** From this many links on, what a note links with says nothing: a tenth of the vault, at least 10. */
export function manyOf({ size }: Vault): number {
  return Math.max(10, size / 10)
}

/** The notes that a note links with or that link to it, apart from those with more links than `manyOf` allows. */
export class Neighbours {
  readonly #vault: Vault
  readonly #near: readonly NotePath[]
  /** The summed worth of the note's neighbours. */
  readonly #own: number
  /** For each note of the vault, the summed worth of the neighbours that it shares with the note. */
  readonly #mutual: Float64Array

  constructor(vault: Vault, note: Note) {
    this.#vault = vault
    this.#near = vault.neighbours(note.path).filter((path) => degreeOf(vault, path) <= manyOf(vault))
    this.#own = sumOf(vault, this.#near)
    this.#mutual = new Float64Array(vault.size)
    for (const path of this.#near) this.#add(path, worthOf(vault, path))
  }

  /**
   * Adds the worth of a neighbour to all notes that have it as a neighbour too. An index page counts as a neighbour of what links to it
   * only.
   */
  #add(path: NotePath, worth: number): void {
    const isIndex = this.#vault.note(path)?.isIndex === true
    for (const other of isIndex ? this.#vault.sourcesOf(path) : this.#vault.neighbours(path)) {
      const number = this.#vault.numberOf(other) ?? -1
      if (number >= 0) this.#mutual[number] = (this.#mutual[number] ?? 0) + worth
    }
  }

  /** An upper bound of `shareOf` that needs no look at the other note's neighbours. */
  mostOf(number: number): number {
    const mutual = this.#mutual[number] ?? 0
    return mutual === 0 ? 0 : Math.sqrt(mutual / this.#own)
  }

  /** The worth of the common neighbours as a share of both neighbourhoods (a cosine, 0 to 1). */
  shareOf(other: Note, number: number): number {
    const mutual = this.#mutual[number] ?? 0
    return mutual === 0 ? 0 : mutual / Math.sqrt(this.#own * sumOf(this.#vault, this.#vault.neighbours(other.path)))
  }

  /** The neighbours that both notes have, those with the fewest links first. */
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

/**
 * The worth of a neighbour: the fewer links it has, the more (Adamic and Adar 2003, "Friends and neighbors on the Web"). Computed once for
 * each state of a vault.
 */
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
