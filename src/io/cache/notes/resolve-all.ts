import type { NotePath } from '../../../core/model/note-path.ts'
import { targetPath } from '../../../core/model/resolution.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import type { Progress } from '../../terminal/progress.ts'
import { linkDecider } from './decide-links.ts'
import type { IndexStore } from './index-store.ts'
import { MemorySections } from '../memory-sections.ts'
import { type Decided, packResolutions } from './note-codec.ts'
import { bytesOf, Slices } from '../slices.ts'

/** Resolves all links of an index, whose vault is given, a note at a time: what each points at, how many there are, and who links to whom. */
export function resolveAll(store: IndexStore, vault: Vault, progress: Progress | undefined): MemorySections {
  const { notes, attachments } = vault
  const decide = linkDecider({ root: store.root, notes, attachments, sameNames: vault })
  const tally = new Tally(store)
  const resolutions = new Slices('resolutions')
  for (const [place, note] of notes.entries()) {
    progress?.step(place, notes.length, 'resolving links')
    // Not `note.links`, which would be kept with the note.
    const decided = store.links(place).map((link) => decide(note, link))
    packResolutions(resolutions.out, decided, tally.placeOf)
    resolutions.end()
    tally.add(place, decided)
  }
  progress?.end()
  const sections = new MemorySections()
  resolutions.write(sections)
  tally.write(sections)
  return sections
}

/** Counts links by the places of notes. */
class Tally {
  readonly placeOf: (path: NotePath) => number | undefined
  readonly #counts: Uint32Array
  /** The places of notes that link to each. */
  readonly #sources: number[][]

  constructor(store: IndexStore) {
    this.placeOf = (path) => store.placeOf(path)
    this.#counts = new Uint32Array(2 * store.size)
    this.#sources = Array.from({ length: store.size }, () => [])
  }

  add(place: number, decided: readonly Decided[]): void {
    for (const { resolution } of decided) {
      const path = targetPath(resolution)
      const target = path === undefined ? undefined : this.placeOf(path)
      if (target === place) continue
      this.#count(2 * place)
      if (target === undefined) continue
      this.#count(2 * target + 1)
      const sources = this.#sources[target]
      if (sources?.at(-1) !== place) sources?.push(place)
    }
  }

  write(sections: MemorySections): void {
    sections.add('counts', [bytesOf(this.#counts)])
    const inverse = new Slices('sources')
    for (const places of this.#sources) {
      inverse.out.text(JSON.stringify(places))
      inverse.end()
    }
    inverse.write(sections)
  }

  #count(at: number): void {
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
  }
}
