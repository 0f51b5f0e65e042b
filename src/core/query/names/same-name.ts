import { followsWikiRules, type Link } from '../../model/link.ts'
import { fileName, fileStem, folderOf, isNoteFile, type NotePath, toNotePath } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import { namesFile } from '../../vault/names-file.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import type { Vault } from '../../vault/vault.ts'
import { nameKey } from './name-key.ts'

/** Finds the file that a broken link surely means: the only one whose name has the same `nameKey` as the name in the link. */
export class SameName {
  readonly #vault: Vault
  #notes: ReadonlyMap<string, readonly NotePath[]> | undefined
  #files: ReadonlyMap<string, readonly NotePath[]> | undefined

  constructor(vault: Vault) {
    this.#vault = vault
  }

  /**
   * The one file of the vault that a link names. A wikilink names it by file name, title or alias, with the folders that were written; a
   * markdown link by the path from its note or the root. Undefined when there is none or more than one, and for an index of a folder.
   */
  find(from: Note, link: Link): NotePath | undefined {
    const written = percentDecode(link.target.replace(/\?.*$/, '')).replaceAll('\\', '/').replace(/\/+$/, '')
    const file = namesFile(link)
    const key = keyOf(written, file)
    if (key === '') return undefined
    const named = file ? this.#filesOf(key) : this.#notesOf(key)
    const found = named.filter((path) => this.#answers(from, link, path, { written, file }))
    const [only, other] = found
    if (only === undefined || other !== undefined || only === from.path) return undefined
    return isIndex(only) ? undefined : only
  }

  #answers(
    from: Note,
    link: Link,
    path: NotePath,
    name: { readonly written: string; readonly file: boolean },
  ): boolean {
    const { written, file } = name
    const asPath = !followsWikiRules(link) || /^(?:\/|\.\.?\/)/.test(written)
    if (!asPath) {
      if (!written.includes('/')) return true
      return endsWithSegments(segmentsOf(path, file), segmentsOf(written, file))
    }
    const places = written.startsWith('/')
      ? [written.slice(1)]
      : [`${folderOf(from.path)}/${written}`.replace(/^\//, '')]
    if (!written.startsWith('/') && !/^\.\.?\//.test(written)) places.push(written)
    const wanted = segmentsOf(path, file).join('/')
    return places.some((place) => {
      const inside = toNotePath(place)
      return inside !== undefined && segmentsOf(inside, file).join('/') === wanted
    })
  }

  #notesOf(key: string): readonly NotePath[] {
    return (this.#notes ??= notesByKey(this.#vault)).get(key) ?? []
  }

  #filesOf(key: string): readonly NotePath[] {
    return (this.#files ??= filesByKey(this.#vault)).get(key) ?? []
  }
}

function notesByKey({ notes }: Vault): ReadonlyMap<string, readonly NotePath[]> {
  const map = new Map<string, NotePath[]>()
  for (const { path, title, aliases } of notes) {
    const stem = fileStem(path)
    add(map, nameKey(stem), path)
    if (title !== stem) add(map, nameKey(title), path)
    for (const alias of aliases) add(map, nameKey(alias), path)
  }
  return map
}

function filesByKey({ attachments }: Vault): ReadonlyMap<string, readonly NotePath[]> {
  const map = new Map<string, NotePath[]>()
  for (const { path } of attachments) add(map, keyOf(path, true), path)
  return map
}

function add(map: Map<string, NotePath[]>, key: string, path: NotePath): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [path])
  else if (!list.includes(path)) list.push(path)
}

/** The key of the last segment of a path; attachments keep their extension. */
function keyOf(path: string, file: boolean): string {
  const name = fileName(path)
  const dot = file ? name.lastIndexOf('.') : -1
  return dot <= 0 ? nameKey(name) : `${nameKey(name.slice(0, dot))}${name.slice(dot).toLowerCase()}`
}

function segmentsOf(path: string, file: boolean): readonly string[] {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  return segments.map((segment, at) => (at === segments.length - 1 ? keyOf(segment, file) : nameKey(segment)))
}

function endsWithSegments(path: readonly string[], end: readonly string[]): boolean {
  return end.length <= path.length && end.every((segment, at) => path[path.length - end.length + at] === segment)
}

function isIndex(path: NotePath): boolean {
  return isNoteFile(path) && /^(?:index|readme|_index)$/i.test(fileStem(path))
}
