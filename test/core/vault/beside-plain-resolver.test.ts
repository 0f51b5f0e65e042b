import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { slug } from 'github-slugger'
import type { Note } from '../../../src/core/model/note.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

/** What a step of links.md found: the candidates, the best first, and what is worth saying of the way. */
interface Hit {
  readonly paths: readonly string[]
  readonly styles: readonly string[]
}

/** A vault as plain lists, to look for targets in by trying every file. */
class PlainVault {
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
    const all = [...this.#notes.map(({ path }) => path as string), ...this.#attachments]
    const folders = [...new Set(all.flatMap(foldersOf))].filter((folder) => same(folder, asked))
    if (folders.length === 0) return undefined
    const hit = this.#cased(folders, asked, (one) => one)
    return { ...hit, paths: hit.paths.slice(0, 1) }
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
const withoutExtension = (path: string): string => path.replace(/\.(?:md|markdown)$/i, '')
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const plainSlug = (name: string): string => slug(name.normalize('NFC')).replace(/[-_]+/g, '-').replace(/^-|-$/g, '')

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

/** A path seen from a folder; undefined where it leaves the vault. */
function join(folder: string, path: string): string | undefined {
  const parts: string[] = []
  for (const part of [...folder.split('/'), ...path.split('/')]) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const name = fc.constantFrom('a', 'A', 'b', 'x y', 'X-Y', 'é', 'e\u0301', 'index', 'README', 'v1.2', 'Long Name')
const folder = fc.constantFrom('', '', 'f/', 'F/', 'f/g/', 'g/', 'h/f/')
const notePath = fc.tuple(folder, name, fc.constantFrom('.md', '.md', '.markdown')).map((parts) => parts.join(''))
const title = fc.option(fc.constantFrom('a', 'B', 'x y', 'X Y!', 'Sea', 'SEA', 'f', 'Long name', 'É'), {
  nil: undefined,
})
const noteText = fc
  .tuple(title, fc.array(fc.constantFrom('See', 'see', 'b', 'x_y', 'A'), { maxLength: 2 }))
  .map(
    ([own, aliases]) =>
      `---\n${own === undefined ? '' : `title: "${own}"\n`}aliases: ${JSON.stringify(aliases)}\n---\n`,
  )
const filePath = fc
  .tuple(folder, fc.constantFrom('p.png', 'P.png', 'q.pdf', 'a', 'b.txt'))
  .map((parts) => parts.join(''))
const vaults = fc.record({
  texts: fc.dictionary(notePath, noteText, { minKeys: 1, maxKeys: 7, noNullPrototype: true }),
  files: fc.uniqueArray(filePath, { maxLength: 4 }),
  from: fc.tuple(folder, fc.constant('from.md')).map((parts) => parts.join('')),
})
const ending = fc.constantFrom('', '', '', '/')
const target = fc
  .tuple(
    fc.constantFrom('', '', '', '', '/', './', '../'),
    folder,
    fc.oneof(
      name,
      title.map((one) => one ?? 'See'),
      fc.constantFrom('see', 'see.md', 'SEA', 'p.png', 'P.PNG', 'a.md', 'B.MD', 'x-y', 'f', 'g', 'nothing'),
    ),
    ending,
  )
  .map((parts) => parts.join(''))

/** How a path that is there may be written: the end of it or all of it, from the root, in other letters. */
const spelling = fc.tuple(
  fc.nat(),
  fc.nat(3),
  fc.constantFrom('', '', '', '/', './', '../'),
  fc.constantFrom<(path: string) => string>(
    (path) => path,
    withoutExtension,
    (path) => withoutExtension(path).toUpperCase(),
    (path) => path.toLowerCase(),
    (path) => path.replaceAll('/', '\\'),
    folderOf,
  ),
  ending,
)
const questions = fc.tuple(
  fc.array(target, { minLength: 6, maxLength: 12 }),
  fc.array(spelling, { minLength: 6, maxLength: 12 }),
)

interface Vaults {
  readonly texts: Readonly<Record<string, string>>
  readonly files: readonly string[]
  readonly from: string
}

/** What the resolver says of links (the root by itself is in other tests) that are written in the note at `from`, each beside the target that it asks for, and the same vault as plain lists. */
function resolved(
  { texts, files, from }: Vaults,
  [asked, spelled]: typeof questions extends fc.Arbitrary<infer T> ? T : never,
  link: (target: string) => string,
) {
  const paths = [...Object.keys(texts), ...files, from]
  const targets = [
    ...asked,
    ...spelled.map(([which, depth, start, spell, end]) => {
      const path = paths[which % paths.length] ?? ''
      return `${start}${spell(
        path
          .split('/')
          .slice(-1 - depth)
          .join('/'),
      )}${end}`
    }),
  ].filter((one) => !/^[./\\]*$/.test(one))
  const vault = new Vault({
    notes: vaultOf({ ...texts, [from]: targets.map(link).join('\n\n') }).notes,
    attachments: files.map((path) => ({ path: path as NotePath })),
  })
  const found = vault.linksFrom(noteAt(vault, from).path).map(({ resolution }) => {
    if (!('styles' in resolution)) return resolution.status
    return {
      paths: resolution.status === 'ambiguous' ? resolution.candidates : [resolution.path],
      styles: resolution.styles,
    }
  })
  return { plain: new PlainVault(vault, from), targets, found }
}

const runs = { numRuns: 80 }

test('a wikilink leads where the first step of links.md section 2 that hits leads', () => {
  fc.assert(
    fc.property(vaults, questions, (vault, asked) => {
      const { plain, targets, found } = resolved(vault, asked, (one) => `[[${one}]]`)
      const isOutside = (one: string): boolean =>
        /^\.\.?[/\\]/.test(one) && join(folderOf(vault.from), one.replaceAll('\\', '/')) === undefined
      expect(targets.map((one, at) => [one, found[at]])).toEqual(
        targets.map((one) => [one, isOutside(one) ? 'outside' : (plain.wiki(one) ?? 'broken')]),
      )
    }),
    runs,
  )
})

test('a markdown link leads where the first step of links.md section 3 that hits leads', () => {
  fc.assert(
    fc.property(vaults, questions, (vault, asked) => {
      const { plain, targets, found } = resolved(vault, asked, (one) => `[t](<${one}>)`)
      const isOutside = (one: string): boolean => !one.startsWith('/') && join(folderOf(vault.from), one) === undefined
      const expected = targets
        .map((one) => one.replaceAll('\\', '/'))
        .map((one) => (isOutside(one) ? 'outside' : (plain.markdown(one) ?? 'broken')))
      expect(targets.map((one, at) => [one, found[at]])).toEqual(targets.map((one, at) => [one, expected[at]]))
    }),
    runs,
  )
})
