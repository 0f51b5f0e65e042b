import type { Note } from '../model/note.ts'
import { targetPath } from '../model/resolution.ts'
import { vaultNews } from '../vault/update/vault-news.ts'
import type { Vault } from '../vault/vault.ts'

/** The paths that the links of each note lead to, kept from one state of a vault to the next while its files stay. */
export class NoteTargets {
  readonly #vault: Vault
  /** In the order of the notes of the vault. */
  readonly #known: (readonly string[] | undefined)[]

  constructor(vault: Vault, before?: NoteTargets) {
    this.#vault = vault
    const news = before && vaultNews(before.#vault, vault)
    this.#known = before === undefined || news === undefined ? [] : [...before.#known]
    for (const path of news?.relinked ?? []) this.#known[vault.numberOf(path) ?? 0] = undefined
  }

  /** Notes and attachments, each once, in the order of the text. */
  of(note: Note): readonly string[] {
    const number = this.#vault.numberOf(note.path)
    if (number === undefined) return []
    return (this.#known[number] ??= this.#read(note))
  }

  #read(note: Note): readonly string[] {
    const paths = this.#vault.linksFrom(note.path).flatMap(({ resolution }) => targetPath(resolution) ?? [])
    return [...new Set<string>(paths)]
  }
}
