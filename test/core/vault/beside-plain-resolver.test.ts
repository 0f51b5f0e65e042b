import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { folderOf, join, PlainVault, withoutExtension } from '../../support/plain-vault.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

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

const runs = { numRuns: 15 }
/** Where the note with the links is. */
const places = ['', 'f/', 'F/', 'f/g/', 'g/', 'h/f/']

test.each(places)('a wikilink in %j leads where the first step of links.md section 2 that hits leads', (place) => {
  fc.assert(
    fc.property(vaults, questions, (files, asked) => {
      const vault = { ...files, from: `${place}from.md` }
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

test.each(places)('a markdown link in %j leads where the first step of links.md section 3 that hits leads', (place) => {
  fc.assert(
    fc.property(vaults, questions, (files, asked) => {
      const vault = { ...files, from: `${place}from.md` }
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
