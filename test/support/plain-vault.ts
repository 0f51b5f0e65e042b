import { slug } from 'github-slugger'
import type { Note } from '../../src/core/model/note.ts'
import type { VaultDialects } from '../../src/core/model/tool-dialect.ts'
import type { Vault } from '../../src/core/vault/vault.ts'

/** What a step of links.md found: the candidates, the best first, and what is worth saying of the way. */
export interface Hit {
  readonly paths: readonly string[]
  readonly styles: readonly string[]
}

/** A vault as plain lists, to look for targets in by trying every file, as links.md says. */
export class PlainVault {
  readonly #notes: readonly Note[]
  readonly #attachments: readonly string[]
  readonly #from: string

  constructor(vault: Vault, from: string) {
    this.#notes = vault.notes
    this.#attachments = vault.attachments.map(({ path }) => path)
    this.#from = from
  }

  /** Section 2, step by step. */
  wiki(target: string): Hit | undefined {
    const path = withoutExtension(target.replaceAll('\\', '/').replace(/\/+$/, ''))
    const whole = target.replaceAll('\\', '/').replace(/\/+$/, '')
    if (path.startsWith('/')) return this.#at(path.slice(1), whole.slice(1))
    if (/^\.\.?(?:\/|$)/.test(path))
      return this.#at(join(folderOf(this.#from), path), join(folderOf(this.#from), whole))
    const near = join(folderOf(this.#from), path)
    return (
      (target.endsWith('/') ? this.#folder(whole, join(folderOf(this.#from), whole)) : undefined) ??
      this.#byPath(path, (stem) => same(stem, path), target) ??
      this.#byPath(near ?? '', (stem) => same(stem, near ?? ''), target) ??
      this.#byPath(path, (stem) => endsWith(stem, path), target) ??
      this.#byName(target) ??
      this.#folder(whole, join(folderOf(this.#from), whole)) ??
      this.#attachment(whole)
    )
  }

  /** Section 3, step by step. */
  markdown(path: string): Hit | undefined {
    const from = path.replace(/^\/+/, '')
    const near = join(path.startsWith('/') ? '' : folderOf(this.#from), from)
    const places = [near, join('', from)].filter((one) => one !== undefined)
    const isFolder = /(?:^|\/)(?:\.\.?)?$/.test(path)
    for (const one of isFolder ? [] : places) {
      const hit = this.#file(one, (own) => own) ?? this.#file(one, withoutExtension)
      if (hit !== undefined) return hit
    }
    for (const one of places) {
      const hit = this.#folderItself(one)
      if (hit !== undefined) return hit
    }
    if (isFolder || /^(?:\.\.?)?\//.test(path)) return undefined
    const suffix = withoutExtension(join('', from) ?? '')
    const found = this.#best(this.#notes, ({ path: own }) => endsWith(withoutExtension(own), suffix), suffix)
    if (found === undefined) return undefined
    return { paths: found.paths, styles: ['non-portable-link', ...(found.isExact ? [] : ['case-mismatch'])] }
  }

  /**
   * Section 9: `/x` is seen from the folder of the site, `x` from the note, from its page one folder deeper where it begins with `..`, and from
   * the folder of the site; `/x` may also be a file of folders with others, and a folder of the site.
   */
  site(path: string, { sites, assets, rootMarks }: VaultDialects): Hit | undefined {
    const mark = rootMarks.find((one) => path.startsWith(one))
    if (mark !== undefined) {
      const rest = path.slice(mark.length)
      return this.#file(rest, (own) => own) ?? this.#page(rest)
    }
    const isWhole = path.startsWith('/')
    for (const site of sites) {
      const deeper = path.startsWith('../') ? join(`${folderOf(this.#from)}/page`, path) : undefined
      const places = isWhole ? [`${site}/${path}`] : [join(folderOf(this.#from), path), deeper, `${site}/${path}`]
      for (const place of places) {
        const hit = place === undefined ? undefined : this.#page(place.split('/').filter(Boolean).join('/'))
        if (hit !== undefined) return hit
      }
    }
    if (!isWhole) return undefined
    const inside = (folder: string): string => `${folder}${path}`.replace(/^\/+/, '')
    const files = assets.map((folder) => this.#file(inside(folder), (own) => own))
    return files.find(Boolean) ?? this.#folderOfSite(sites.map((site) => inside(site).replace(/\/+$/, '')))
  }

  /** The note that a page is made of. */
  #page(place: string): Hit | undefined {
    const stem = withoutExtension(place.replace(/\/+$/, '').replace(/\.html?$/i, ''))
    const names = ['index', 'README', '_index'].map((name) => (stem === '' ? name : `${stem}/${name}`))
    if (stem !== '') names.unshift(stem)
    if (/^(?:.*\/)?index$/.test(stem)) names.push(stem.slice(0, -'index'.length) + 'README')
    return names.map((name) => this.#byPath(name, (own) => same(own, name))).find(Boolean)
  }

  #folderOfSite(places: readonly string[]): Hit | undefined {
    const found = places.flatMap((place) => this.#foldersAt(place)?.paths ?? [])
    return found.length === 0 ? undefined : { paths: found.slice(0, 1), styles: [] }
  }

  #at(path: string | undefined, whole: string | undefined): Hit | undefined {
    if (path === undefined || whole === undefined) return undefined
    return (
      this.#byPath(path, (stem) => same(stem, path)) ??
      this.#files(
        this.#attachments.filter((own) => same(own, whole)),
        whole,
      ) ??
      this.#index(whole)
    )
  }

  #byPath(asked: string, fits: (stem: string) => boolean, target?: string): Hit | undefined {
    const found = this.#notes.filter(({ path }) => fits(withoutExtension(path)))
    if (found.length === 0) return undefined
    const isExact = ({ path }: Note): boolean =>
      withoutExtension(path).normalize('NFC').endsWith(asked.normalize('NFC'))
    const exact = found.filter(isExact)
    const paths = this.#nearest((exact.length > 0 ? exact : found).map(({ path }) => path))
    const first = this.#notes.find(({ path }) => path === paths[0])
    if (exact.length > 0 || target === undefined || first === undefined)
      return { paths, styles: exact.length > 0 ? [] : ['case-mismatch'] }
    const called = (name: string): boolean => name.normalize('NFC') === target.normalize('NFC')
    if (called(first.title)) return { paths, styles: ['resolved-by-title'] }
    return { paths, styles: first.aliases.some(called) ? ['resolved-by-alias'] : ['case-mismatch'] }
  }

  #byName(target: string): Hit | undefined {
    const names = [target, withoutExtension(target)]
    const named = (namesOf: (note: Note) => readonly string[], style: string): Hit | undefined => {
      for (const name of names) {
        const folded = this.#notes.filter((note) => namesOf(note).some((one) => same(one, name)))
        const exact = folded.filter((note) => namesOf(note).includes(name))
        const found = exact.length > 0 ? exact : folded
        if (found.length > 0) return { paths: this.#nearest(found.map(({ path }) => path)), styles: [style] }
      }
      return undefined
    }
    const wanted = plainSlug(withoutExtension(target))
    const slugs = this.#notes.filter(({ path, title, aliases }) =>
      [withoutExtension(path.slice(path.lastIndexOf('/') + 1)), title, ...aliases].some(
        (one) => plainSlug(one) === wanted,
      ),
    )
    return (
      named(({ title }) => [title], 'resolved-by-title') ??
      named(({ aliases }) => aliases, 'resolved-by-alias') ??
      (slugs.length > 0 && wanted !== ''
        ? { paths: this.#nearest(slugs.map(({ path }) => path)), styles: ['resolved-by-slug'] }
        : undefined)
    )
  }

  #folder(path: string, near: string | undefined): Hit | undefined {
    const exact = this.#index(path) ?? (near === undefined ? undefined : this.#index(near))
    if (exact !== undefined) return exact
    const folders = new Set(
      [...this.#notes.map((note) => note.path as string), ...this.#attachments].flatMap(foldersOf),
    )
    const ending = [...folders].filter((folder) => endsWith(folder, path))
    const cased = ending.filter((folder) => folder.normalize('NFC').endsWith(path.normalize('NFC')))
    const paths = (cased.length > 0 ? cased : ending).flatMap((folder) => this.#index(folder)?.paths ?? [])
    return paths.length > 0 ? { paths: this.#nearest(paths), styles: [] } : undefined
  }

  #index(folder: string): Hit | undefined {
    for (const name of ['index', 'README']) {
      const found = this.#best(
        this.#notes,
        ({ path }) => same(withoutExtension(path), `${folder}/${name}`),
        `${folder}/${name}`,
      )
      if (found !== undefined) return { paths: found.paths, styles: [] }
    }
    return undefined
  }

  #attachment(path: string): Hit | undefined {
    const near = join(folderOf(this.#from), path) ?? ''
    const all = this.#attachments
    return (
      this.#files(
        all.filter((own) => same(own, path)),
        path,
      ) ??
      this.#files(
        all.filter((own) => same(own, near)),
        near,
      ) ??
      this.#files(
        all.filter((own) => endsWith(own, path)),
        path,
      )
    )
  }

  #files(found: readonly string[], asked: string): Hit | undefined {
    if (found.length === 0) return undefined
    const exact = found.filter((own) => own.normalize('NFC').endsWith(asked.normalize('NFC')))
    const paths = this.#nearest(exact.length > 0 ? exact : found)
    return { paths, styles: exact.length > 0 ? [] : ['case-mismatch'] }
  }

  #file(asked: string, shown: (path: string) => string): Hit | undefined {
    const all = [
      ...this.#notes.map(({ path }) => path as string),
      ...(shown === withoutExtension ? [] : this.#attachments),
    ]
    const found = all.filter((own) => same(shown(own), asked))
    return found.length > 0 ? this.#cased(found, asked, shown) : undefined
  }

  #cased(found: readonly string[], asked: string, shown: (path: string) => string): Hit {
    const exact = found.filter((own) => shown(own).normalize('NFC') === asked.normalize('NFC'))
    return {
      paths: this.#nearest(exact.length > 0 ? exact : found),
      styles: exact.length > 0 ? [] : ['case-mismatch'],
    }
  }

  #folderItself(asked: string): Hit | undefined {
    const index = this.#index(asked)
    if (index !== undefined) return index
    const hit = this.#foldersAt(asked)
    return hit && { ...hit, paths: hit.paths.slice(0, 1) }
  }

  #foldersAt(asked: string): Hit | undefined {
    const all = [...this.#notes.map(({ path }) => path as string), ...this.#attachments]
    const folders = [...new Set(all.flatMap(foldersOf))].filter((folder) => same(folder, asked))
    return folders.length === 0 ? undefined : this.#cased(folders, asked, (one) => one)
  }

  #best(
    notes: readonly Note[],
    fits: (note: Note) => boolean,
    asked: string,
  ): { paths: readonly string[]; isExact: boolean } | undefined {
    const found = notes.filter(fits)
    if (found.length === 0) return undefined
    const exact = found.filter(({ path }) => withoutExtension(path).normalize('NFC').endsWith(asked.normalize('NFC')))
    return {
      paths: this.#nearest((exact.length > 0 ? exact : found).map(({ path }) => path)),
      isExact: exact.length > 0,
    }
  }

  #nearest(paths: readonly string[]): readonly string[] {
    const away = (path: string): readonly number[] => [
      folderOf(path) === folderOf(this.#from) ? 0 : 1,
      path.split('/').length,
      path.length,
    ]
    return [...new Set(paths)].sort((a, b) => {
      const [x, y] = [away(a), away(b)]
      const at = x.findIndex((one, place) => one !== y[place])
      return at < 0 ? (a < b ? -1 : 1) : (x[at] ?? 0) - (y[at] ?? 0)
    })
  }
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase()
const same = (one: string, other: string): boolean => fold(one) === fold(other)
const endsWith = (path: string, end: string): boolean => end !== '' && `/${fold(path)}`.endsWith(`/${fold(end)}`)
export const withoutExtension = (path: string): string => path.replace(/\.(?:md|markdown)$/i, '')
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const plainSlug = (name: string): string => slug(name.normalize('NFC')).replace(/[-_]+/g, '-').replace(/^-|-$/g, '')

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

/** A path seen from a folder; undefined where it leaves the vault. */
export function join(folder: string, path: string): string | undefined {
  const parts: string[] = []
  for (const part of [...folder.split('/'), ...path.split('/')]) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
