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
  /** Which of them each other note links with, too. */
  readonly #between = new Map<NotePath, NotePath[]>()

  constructor(vault: Vault, note: Note) {
    this.#vault = vault
    this.#near = vault.neighbours(note.path).filter((path) => this.#degree(path) <= manyOf(vault))
    for (const path of this.#near)
      for (const other of this.#joinedWith(path)) {
        const between = this.#between.get(other)
        if (between === undefined) this.#between.set(other, [path])
        else between.push(path)
      }
  }

  /** The notes that another links with, too, those with the fewest links first, and how much of both neighbourhoods they are. */
  shared(other: Note): { readonly paths: readonly NotePath[]; readonly share: number } {
    const paths = this.#between.get(other.path) ?? []
    if (paths.length === 0) return { paths, share: 0 }
    const theirs = this.#vault.neighbours(other.path)
    const share = this.#sum(paths) / Math.sqrt(this.#sum(this.#near) * this.#sum(theirs))
    return { paths: [...paths].sort((a, b) => this.#degree(a) - this.#degree(b)), share }
  }

  /** The notes that have a note among their neighbours: an index page has none, and is one of those it is linked from. */
  #joinedWith(path: NotePath): readonly NotePath[] {
    const isIndex = (one: NotePath): boolean => this.#vault.note(one)?.isIndex === true
    const all = isIndex(path) ? this.#vault.sourcesOf(path) : this.#vault.neighbours(path)
    return all.filter((one) => !isIndex(one))
  }

  /** What some neighbours say: the fewer links one has, the more (Adamic and Adar 2003, "Friends and neighbors on the Web"). */
  #sum(paths: readonly NotePath[]): number {
    return paths.reduce((sum, path) => sum + 1 / Math.log2(1 + Math.max(2, this.#degree(path))), 0)
  }

  #degree(path: NotePath): number {
    return this.#vault.backlinkCount(path) + this.#vault.linkCount(path)
  }
}
