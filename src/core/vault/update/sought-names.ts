import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Resolution } from '../../model/resolution.ts'
import { withoutNoteExtension } from '../file-index.ts'
import { foldName } from '../fold.ts'
import type { KnownLinks } from '../known-links.ts'
import { foundByPath } from './link-overlay.ts'
import { nameSlug } from '../name-index.ts'
import { percentDecode } from '../../model/percent-decode.ts'

/**
 * The names that the links of each note look up: those of links that no path resolves. It is kept while the vault's paths stay the same:
 * when a title or alias changes, only links that look up the old or new one are resolved anew.
 */
export class SoughtNames {
  readonly #known = new WeakMap<Note, ReadonlySet<string>>()

  /** The notes with a link that looks up one of some names. */
  seekers(notes: readonly Note[], links: KnownLinks, names: ReadonlySet<string>): readonly NotePath[] {
    return notes.flatMap((note) => {
      for (const name of this.#of(note, links)) if (names.has(name)) return [note.path]
      return []
    })
  }

  #of(note: Note, links: KnownLinks): ReadonlySet<string> {
    const known = this.#known.get(note)
    if (known !== undefined) return known
    const resolutions = links.resolutions(note.path)
    const made = resolutions?.every((one) => foundByPath(one)) === true ? nothing : soughtBy(note, resolutions)
    this.#known.set(note, made)
    return made
  }
}

const nothing: ReadonlySet<string> = new Set()

function soughtBy(note: Note, resolutions: readonly (Resolution | undefined)[] | undefined): ReadonlySet<string> {
  const loose = note.links.filter((_, order) => foundByPath(resolutions?.[order]) === undefined)
  return new Set(loose.flatMap(({ target }) => namesAskedBy(target)))
}

/** The names that a link with a target may look up, in comparable form. */
export function namesAskedBy(target: string): readonly string[] {
  const spelled = target.trim()
  return [spelled, percentDecode(spelled)].flatMap((name) => [name, withoutNoteExtension(name)]).map(comparedName)
}

/** The comparable form of a name: names that differ only in case, or have the same slug, have the same form. */
export function comparedName(name: string): string {
  return nameSlug(name) || foldName(name)
}
