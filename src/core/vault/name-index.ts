import { slug } from 'github-slugger'
import type { Note } from '../model/note.ts'
import { fileStem, type NotePath } from '../model/note-path.ts'
import { foldName, isBeyondAscii } from './fold.ts'
import { LazyLookup } from './lazy-lookup.ts'

/** Finds notes by title, by alias, and by the slug of file stem, title or alias (links.md section 2, steps 6-8). */
export class NameIndex {
  readonly #titles: LazyLookup<Note>
  readonly #aliases: LazyLookup<Note>
  readonly #slugs: LazyLookup<Note>

  constructor(notes: readonly Note[]) {
    this.#titles = new LazyLookup({
      things: notes,
      keysOf: ({ title }) => [foldName(title)],
      mayHave: ({ title }, key) => mayFoldTo(title, key),
    })
    this.#aliases = new LazyLookup({
      things: notes,
      keysOf: ({ aliases }) => aliases.map(foldName),
      mayHave: ({ aliases }, key) => aliases.some((alias) => mayFoldTo(alias, key)),
    })
    this.#slugs = new LazyLookup({
      things: notes,
      keysOf: (note) => namesOf(note).map(nameSlug),
      mayHave: ({ path, title, aliases }, slug) =>
        maySlugTo(title, slug) || maySlugTo(path, slug, stemOf(path)) || aliases.some((name) => maySlugTo(name, slug)),
    })
  }

  /** Notes with this title, ignoring case. */
  withTitle(name: string): readonly NotePath[] | undefined {
    return pathsOf(this.#titles.get(foldName(name)))
  }

  /** Notes with this alias, ignoring case. */
  withAlias(name: string): readonly NotePath[] | undefined {
    return pathsOf(this.#aliases.get(foldName(name)))
  }

  /** Notes with a file stem, title or alias of this slug; none for the empty slug, which names of signs alone have. */
  withSlug(slug: string): readonly NotePath[] | undefined {
    return pathsOf(this.#slugs.get(slug))
  }

  /** Notes with exactly this title; if there are none, those with it in another case. */
  titled(name: string): readonly NotePath[] | undefined {
    return pathsOf(exactFirst(this.#titles.get(foldName(name)), ({ title }) => title === name))
  }

  /** The same for an alias. */
  aliased(name: string): readonly NotePath[] | undefined {
    return pathsOf(exactFirst(this.#aliases.get(foldName(name)), ({ aliases }) => aliases.includes(name)))
  }
}

/** A cheap test; false only if a name does not fold to a key. */
function mayFoldTo(name: string, key: string): boolean {
  return name.length === key.length || isBeyondAscii(name)
}

/** What a note is called by: its file name, its title and its aliases. */
export function namesOf({ path, title, aliases }: Note): readonly string[] {
  return [fileStem(path), title, ...aliases]
}

function pathsOf(notes: readonly Note[] | undefined): readonly NotePath[] | undefined {
  return notes?.map(({ path }) => path)
}

/** The slug under which names are compared: GitHub's, with runs of `-` collapsed; empty for names of symbols only. */
export function nameSlug(name: string): string {
  return slug(name.normalize('NFC')).replace(/[-_]+/g, '-').replace(/^-|-$/g, '')
}

/** Where the file stem lies in the path of a note. */
function stemOf(path: string): { readonly from: number; readonly to: number } {
  const extension = path.charCodeAt(path.length - 3) === dot ? 3 : 9
  return { from: path.lastIndexOf('/') + 1, to: path.length - extension }
}

/**
 * A cheap test; false only if a name, or part of it, does not have this slug. Of ASCII, a slug keeps letters and digits and adds only
 * dashes.
 */
function maySlugTo(name: string, slug: string, { from, to } = { from: 0, to: name.length }): boolean {
  let at = 0
  for (let i = from; i < to; i++) {
    const code = name.charCodeAt(i)
    if (code > 127) return true
    if (!isLetterOrDigit(code)) continue
    while (slug.charCodeAt(at) === dash) at++
    if (slug.charCodeAt(at++) !== lowerCode(code)) return isBeyondAscii(name)
  }
  return at === slug.length
}

const dot = 46
const dash = 45

/** Whether a character of ASCII is a letter or digit, by its code. */
export function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

/** The code of the small letter for an ASCII capital; other codes unchanged. */
export function lowerCode(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}

function exactFirst(notes: readonly Note[] | undefined, isExact: (note: Note) => boolean): readonly Note[] | undefined {
  if (notes === undefined || notes.length < 2) return notes
  const exact = notes.filter(isExact)
  return exact.length > 0 ? exact : notes
}
