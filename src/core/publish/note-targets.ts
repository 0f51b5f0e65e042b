import type { Note } from '../model/note.ts'
import { targetPath } from '../model/resolution.ts'
import { changedNotes } from '../vault/changed-notes.ts'
import type { Vault } from '../vault/vault.ts'

/** The paths that the links of each note lead to, kept from one state of a vault to the next while its names stay. */
export class NoteTargets {
  readonly #vault: Vault
  readonly #known: WeakMap<Note, readonly string[]>

  constructor(vault: Vault, before?: NoteTargets) {
    this.#vault = vault
    // What a link leads to depends on its own note and on the names in the vault alone.
    this.#known =
      before !== undefined && changedNotes(before.#vault, vault) !== undefined ? before.#known : new WeakMap()
  }

  /** Notes and attachments, each once, in the order of the text. */
  of(note: Note): readonly string[] {
    const known = this.#known.get(note)
    if (known !== undefined) return known
    const paths = this.#vault.linksFrom(note.path).flatMap(({ resolution }) => targetPath(resolution) ?? [])
    const made = [...new Set<string>(paths)]
    this.#known.set(note, made)
    return made
  }
}
