import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import type { VaultDialects } from '../../../src/core/model/tool-dialect.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { folderOf, join, PlainVault, withoutExtension } from '../../support/plain-vault.ts'
import { noteAt } from '../../support/vault-of.ts'

const facts = { size: 0, modifiedMs: 0, createdMs: 0 }

/** A site of MkDocs, of which no page has an address of its own, with what others have: files of other folders, and a mark for the root. */
const dialectsOf = (sites: readonly string[]): VaultDialects => ({
  ...{ tools: ['mkdocs'], admonitions: false, rootMarks: ['@site/'], pages: false, syntax: [] },
  ...{ sites, assets: [...sites, 'static'] },
})

const folder = fc.constantFrom('', 'docs/', 'docs/f/', 'docs/F/', 'docs/f/page/', 'Docs/', 'static/', 'g/', 'g/f/')
const name = fc.constantFrom('a', 'A', 'b', 'index', 'README', '_index', 'page')
const notePath = fc.tuple(folder, name, fc.constantFrom('.md', '.md', '.markdown')).map((parts) => parts.join(''))
const filePath = fc.tuple(folder, fc.constantFrom('p.png', 'P.png', 'a.html')).map((parts) => parts.join(''))
const ending = fc.constantFrom('', '/', '.html', '.HTM', '/index.html', '/index', '?q', '.md')
const target = fc
  .tuple(
    fc.constantFrom('', '/', './', '../', '../../', '@site/'),
    fc.constantFrom('', '', 'docs/', 'f/', 'F/', 'f/page/', 'page/', 'g/', '../'),
    fc.constantFrom('a', 'A', 'b', 'index', 'README', 'f', 'F', 'p.png', 'P.PNG', 'page', 'gone'),
    ending,
  )
  .map((parts) => parts.join(''))
  .filter((one) => !one.startsWith('/../'))

/** How a site may write a file of a vault: without the folders it starts in, and without the name of an index. */
const address = fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom('/', '/', '', '../', '@site/'), fc.boolean(), ending)

function spelled(
  paths: readonly string[],
  [which, cut, start, isFolder, end]: readonly [number, number, string, boolean, string],
): string {
  const path = withoutExtension(paths[which % paths.length] ?? '')
    .split('/')
    .slice(cut)
    .join('/')
  return `${start}${isFolder ? path.replace(/(?:^|\/)(?:_?index|README)$/, '') : path}${end}`
}

test.each([[['docs']], [['']], [['g', 'docs']], [['docs/f']]])(
  'a path of a site that starts in %j leads where a plain reading of links.md section 9 leads',
  (sites) => {
    const dialects = dialectsOf(sites)
    fc.assert(
      fc.property(
        fc.uniqueArray(notePath, { minLength: 2, maxLength: 8 }),
        fc.uniqueArray(filePath, { maxLength: 3 }),
        folder.map((one) => `${one}from.md`),
        fc.array(target, { minLength: 4, maxLength: 8 }),
        fc.array(address, { minLength: 8, maxLength: 16 }),
        (paths, files, from, asked, addresses) => {
          const targets = [...asked, ...addresses.map((one) => spelled([...paths, ...files], one))].filter(
            (one) => !/^(?:[./]*(?:\?q)?$|\/[/.])/.test(one),
          )
          const text = targets.map((one) => `[t](${one})`).join('\n\n')
          const notes = [...paths, from].map((path) =>
            parseNote({ path: path as NotePath, text: path === from ? text : '', facts, dialects }),
          )
          const vault = new Vault({ notes, attachments: files.map((path) => ({ path: path as NotePath })) })
          const plain = new PlainVault(vault, from)
          const isFile = (path: string | undefined): boolean => [...paths, from, ...files].some((one) => one === path)
          const expected = targets.map((one) => {
            const path = one.replace(/\?.*$/, '')
            const isOutside = !path.startsWith('/') && join(folderOf(from), path) === undefined
            const found = isOutside ? undefined : plain.markdown(path)
            if (isFile(found?.paths[0])) return found
            return plain.site(path, dialects) ?? (isOutside ? 'outside' : (found ?? 'broken'))
          })
          const said = vault.linksFrom(noteAt(vault, from).path).map(({ resolution }) => {
            if (!('styles' in resolution)) return resolution.status
            const { status, styles } = resolution
            return { paths: status === 'ambiguous' ? resolution.candidates : [resolution.path], styles }
          })
          expect(targets.map((one, at) => [one, said[at]])).toEqual(targets.map((one, at) => [one, expected[at]]))
        },
      ),
      { numRuns: 35 },
    )
  },
)
