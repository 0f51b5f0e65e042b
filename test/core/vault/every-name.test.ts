import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Link } from '../../../src/core/model/link.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { type ToolName, toolDialects } from '../../../src/core/model/tool-dialect.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { FileIndex, type FileMatch, withoutNoteExtension } from '../../../src/core/vault/file-index.ts'
import { foldName, isBeyondAscii, normaliseName } from '../../../src/core/vault/fold.ts'
import { logseqFileName, logseqNames } from '../../../src/core/vault/logseq-names.ts'
import { logseqPageName } from '../../../src/core/parse/dialects/logseq-title.ts'
import { nameSlug } from '../../../src/core/vault/name-index.ts'
import { namesFile } from '../../../src/core/vault/names-file.ts'
import { percentDecode } from '../../../src/core/model/percent-decode.ts'
import { preferNear } from '../../../src/core/vault/prefer-near.ts'
import { readableHeading } from '../../../src/core/vault/math/readable-math.ts'
import { headingNamed, isBlockAnchor, isFirstOfSeveral, resolveAnchor } from '../../../src/core/vault/resolve-anchor.ts'
import { siteAddresses, tidy } from '../../../src/core/vault/site-addresses.ts'
import { uidOf } from '../../../src/core/vault/uid-of.ts'
import { runs } from '../../support/runs.ts'

test.each([
  ['a', 'a'],
  ['a%20b', 'a b'],
  ['%', '%'],
  ['%2', '%2'],
  ['%zz', '%zz'],
  ['%E9', '%E9'],
  ['%C3%A9', 'é'],
  ['a%20%E9b%20', 'a%20%E9b '],
  ['100%', '100%'],
  ['%25', '%'],
  ['%e4%b8%ad', '中'],
  ['%C3', '%C3'],
  ['%20%', ' %'],
])('%s is decoded to %s', (text, expected) => {
  expect(percentDecode(text)).toBe(expected)
})

test.each([
  ['Abc', 'abc', 'Abc', false],
  ['É', 'é', 'É', true],
  ['É', 'é', 'É', true],
  ['İ', 'i̇', 'İ', true],
  ['ß', 'ß', 'ß', true],
  ['ﬁ', 'ﬁ', 'ﬁ', true],
  ['ΑΣ', 'ας', 'ΑΣ', true],
])('%s is compared as %s, with case as %s', (name, folded, exact, beyond) => {
  expect([foldName(name), normaliseName(name), isBeyondAscii(name)]).toEqual([folded, exact, beyond])
})

test('ASCII ends at 127', () => {
  expect([isBeyondAscii('\u007f'), isBeyondAscii('\u0080')]).toEqual([false, true])
})

test.each<[string, readonly string[], string, string]>([
  ['2024-03-05', ['2024_03_05'], '2024-03-05', '2024-03-05'],
  ['2024_03_05', ['2024_03_05'], '2024_03_05', '2024_03_05'],
  ['2024/03/05', ['2024___03___05'], '2024___03___05', '2024/03/05'],
  ['2024-3-5', [], '2024-3-5', '2024-3-5'],
  ['Mar 5th, 2024', ['2024_03_05'], 'Mar 5th, 2024', 'Mar 5th, 2024'],
  ['March 5th, 2024', ['2024_03_05'], 'March 5th, 2024', 'March 5th, 2024'],
  ['Jan 1st, 2024', ['2024_01_01'], 'Jan 1st, 2024', 'Jan 1st, 2024'],
  ['Feb 2nd, 2024', ['2024_02_02'], 'Feb 2nd, 2024', 'Feb 2nd, 2024'],
  ['Apr 3rd, 2024', ['2024_04_03'], 'Apr 3rd, 2024', 'Apr 3rd, 2024'],
  ['May 21st, 2024', ['2024_05_21'], 'May 21st, 2024', 'May 21st, 2024'],
  ['Jun 30th, 2024', ['2024_06_30'], 'Jun 30th, 2024', 'Jun 30th, 2024'],
  ['Jul 4th, 2024', ['2024_07_04'], 'Jul 4th, 2024', 'Jul 4th, 2024'],
  ['Aug 8th, 2024', ['2024_08_08'], 'Aug 8th, 2024', 'Aug 8th, 2024'],
  ['Sep 9th, 2024', ['2024_09_09'], 'Sep 9th, 2024', 'Sep 9th, 2024'],
  ['Oct 10th, 2024', ['2024_10_10'], 'Oct 10th, 2024', 'Oct 10th, 2024'],
  ['Nov 11th, 2024', ['2024_11_11'], 'Nov 11th, 2024', 'Nov 11th, 2024'],
  ['Dec 12th, 2024', ['2024_12_12'], 'Dec 12th, 2024', 'Dec 12th, 2024'],
  ['Foo 5th, 2024', [], 'Foo 5th, 2024', 'Foo 5th, 2024'],
  ['mar 5th, 2024', ['2024_03_05'], 'mar 5th, 2024', 'mar 5th, 2024'],
  ['Mar 5, 2024', [], 'Mar 5, 2024', 'Mar 5, 2024'],
  ['a/b/c', ['a___b___c'], 'a___b___c', 'a/b/c'],
  ['a: b', ['a%3A b'], 'a%3A b', 'a: b'],
  ['a%b', ['a%25b'], 'a%25b', 'a%b'],
  ['q?', ['q%3F'], 'q%3F', 'q?'],
  ['a|b*"<>\\#', ['a%7Cb%2A%22%3C%3E%5C%23'], 'a%7Cb%2A%22%3C%3E%5C%23', 'a|b*"<>\\#'],
  ['plain', [], 'plain', 'plain'],
])('the page %s of Logseq', (page, names, file, back) => {
  expect([logseqNames(page), logseqFileName(page), logseqPageName(file)]).toEqual([names, file, back])
})

test.each<[readonly string[], string, readonly string[]]>([
  [['b/n.md', 'a/n.md'], 'b/x.md', ['b/n.md', 'a/n.md']],
  [['a/b/n.md', 'n.md'], 'x.md', ['n.md', 'a/b/n.md']],
  [['aa/n.md', 'b/n.md'], 'x.md', ['b/n.md', 'aa/n.md']],
  [['b/n.md', 'a/n.md'], 'x.md', ['a/n.md', 'b/n.md']],
  [['😀/n.md', 'ＡＡ/n.md'], 'x.md', ['ＡＡ/n.md', '😀/n.md']],
  [['n.md'], 'x.md', ['n.md']],
  [['a/b/c.md', 'a/b.md', 'z.md'], 'a/b/q.md', ['a/b/c.md', 'z.md', 'a/b.md']],
  [['ab/n.md', 'a/n.mdd'], 'x.md', ['a/n.mdd', 'ab/n.md']],
  [['c/n.md', 'a/n.md', 'b/n.md'], 'b/x.md', ['b/n.md', 'a/n.md', 'c/n.md']],
])('of %j the nearest to %s', (paths, from, expected) => {
  expect(preferNear(paths as readonly NotePath[], from as NotePath)).toEqual(expected)
})

test('the nearest of many, by code points where all else is equal', () => {
  const name = fc
    .array(fc.constantFrom('a', 'b', 'B', '/', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{1f600}', '\u{10ffff}'), {
      minLength: 1,
      maxLength: 4,
    })
    .map(
      (letters) =>
        letters
          .join('')
          .replace(/\/+/g, '/')
          .replace(/^\/|\/$/g, '') || 'a',
    )
  const key = (path: string, from: string): string => {
    const [folder, own] = [path, from].map((one) => one.split('/').slice(0, -1).join('/'))
    const points = [...path].map((letter) => letter.codePointAt(0)?.toString(16).padStart(6, '0'))
    return [folder === own ? 0 : 1, path.split('/').length, path.length, points.join('')].join(' ')
  }
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 6 }), name, (paths, from) => {
      const expected = [...paths].sort((a, b) => (key(a, from) < key(b, from) ? -1 : 1))
      expect(preferNear(paths as readonly string[] as readonly NotePath[], from as NotePath)).toEqual(expected)
    }),
    runs(200),
  )
})

test.each([
  ['wiki', 'a.png', true],
  ['wiki', 'Node.js', false],
  ['wiki', 'a.md', false],
  ['wiki', 'a.MARKDOWN', false],
  ['wiki', 'v1.2', false],
  ['wiki', 'a.PDF', true],
  ['wiki', 'a.pdf?x', true],
  ['wiki', 'a%2Epng', true],
  ['markdown', 'a.png', true],
  ['markdown', 'a.xyz', true],
  ['markdown', 'a', false],
  ['markdown', '.x', false],
  ['markdown', '/.x', false],
  ['markdown', 'a.b/c', false],
  ['markdown', 'a.toolongext', false],
  ['markdown', 'a.md?x', false],
  ['image', 'a', true],
  ['image', 'a.md', false],
  ['html', 'a.html', true],
  ['embed', 'a.canvas', true],
  ['embed', 'a', false],
])('the %s link to %s means a file: %s', (kind, target, expected) => {
  expect(namesFile({ kind, target } as Link)).toBe(expected)
})

test.each([
  ['xref:a.b', 'a.b'],
  ['xref:a?q', 'a'],
  ['a', null],
  ['XREF:a', null],
  ['@a', 'a'],
  ['@"a b"', 'a b'],
  ["@'a'", 'a'],
  ['@a?q', 'a'],
  ['xref:', ''],
  ['~/a', null],
])('the uid in %s', (target, expected) => {
  expect(uidOf(target) ?? null).toBe(expected)
})

test.each([
  ['/a/', 'a'],
  ['a//b', 'a/b'],
  ['/a/index.html', 'a'],
  ['index.html', ''],
  ['a/b.html', 'a/b.html'],
  ['A/B', 'a/b'],
  ['/', ''],
  ['a/index', 'a/index'],
  ['a/.html', 'a'],
  ['a/x.htm', 'a/x.htm'],
  ['//a///b//', 'a/b'],
])('the address %s is compared as %s', (address, expected) => {
  expect(tidy(address)).toBe(expected)
})

test.each<[string, string, string, readonly string[]]>([
  ['docusaurus', 'docs/a.md', '', ['docs/a', 'docs/next/a', 'a']],
  ['docusaurus', 'docs/01-a.md', '', ['docs/a', 'docs/next/a', 'a']],
  ['docusaurus', 'docs/1.2-a.md', '', ['docs/1.2-a', 'docs/next/1.2-a', '1.2-a']],
  ['docusaurus', 'docs/2024-01-b.md', '', ['docs/2024-01-b', 'docs/next/2024-01-b', '2024-01-b']],
  ['docusaurus', 'docs/01 - s/02_b.md', '', ['docs/s/b', 'docs/next/s/b', 's/b']],
  ['docusaurus', 'docs/s/index.md', '', ['docs/s', 'docs/next/s', 's']],
  ['docusaurus', 'docs/s/README.md', '', ['docs/s', 'docs/next/s', 's']],
  ['docusaurus', 'docs/s/s.md', '', ['docs/s', 'docs/next/s', 's']],
  ['docusaurus', 'docs/top/part/part.md', '', ['docs/top/part', 'docs/next/top/part', 'top/part']],
  ['docusaurus', 'docs/s/a.md', 'slug: q', ['docs/s/q', 'docs/next/s/q', 's/q']],
  ['docusaurus', 'docs/s/a.md', 'slug: /q/', ['docs/q', 'docs/next/q', 'q']],
  ['docusaurus', 'docs/s/a.md', 'id: " x "', ['docs/s/x', 'docs/next/s/x', 's/x']],
  ['docusaurus', 'docs/a.md', 'slug: 5', ['docs/a', 'docs/next/a', 'a']],
  ['docusaurus', 'docs/a.md', 'slug: " "', ['docs/a', 'docs/next/a', 'a']],
  ['docusaurus', 'blog/2024-01-02-b.md', '', ['blog/2024/01/02/b']],
  ['docusaurus', 'blog/2024-01-02-b/index.md', '', ['blog/2024/01/02/b']],
  ['docusaurus', 'blog/b.md', 'slug: /q/', ['blog/q']],
  ['docusaurus', 'src/pages/index.md', '', ['']],
  ['docusaurus', 'src/pages/x/about.md', '', ['x/about']],
  ['docusaurus', 'other/a.md', '', []],
  ['docusaurus', 'docs/1-.md', '', ['docs/1-', 'docs/next/1-', '1-']],
  ['vuepress', 'a.md', 'permalink: /q/r.html', ['q/r.html']],
  ['vuepress', 'a.md', '', []],
  ['hugo', 'content/posts/a.md', '', ['posts/a']],
  ['hugo', 'content/posts/a.de.md', '', ['posts/a']],
  ['hugo', 'content/posts/a.de-at.md', '', ['posts/a']],
  ['hugo', 'content/posts/a.deu.md', '', ['posts/a.deu']],
  ['hugo', 'content/posts/x/index.md', '', ['posts/x']],
  ['hugo', 'content/posts/_index.md', '', ['posts']],
  ['hugo', 'content/_index.md', '', ['']],
  ['hugo', 'content/posts/a.md', 'slug: Q', ['posts/q']],
  ['hugo', 'content/posts/a.md', 'url: /u/', ['posts/a', 'u']],
  ['hugo', 'content/posts/a.md', 'url: u', ['posts/a', 'posts/a/u']],
  ['hugo', 'content/posts/a.md', 'aliases: [/x, y]', ['posts/a', 'x', 'posts/a/y']],
  ['hugo', 'content/posts/a.md', 'aliases: z', ['posts/a', 'posts/a/z']],
  ['hugo', 'other/a.md', '', []],
  ['hugo', 'contents/a.md', '', []],
  ['hugo root', 'a.md', 'slug: q', ['q']],
  ['hugo root', 'a.md', '', ['a']],
  ['hugo root', 's/a.md', '', ['s/a']],
  ['none', 'a.md', 'slug: q', []],
])('%s: the addresses of %s with %j', (said, path, front, expected) => {
  const [tool = '', root] = said.split(' ')
  const { site } = toolDialects[tool as ToolName] ?? {}
  const sites = root === undefined ? [site?.root ?? ''] : ['']
  const rest = { admonitions: false, assets: [], rootMarks: [], pages: false, syntax: [] }
  const dialects = tool === 'none' ? undefined : { tools: [tool as ToolName], sites, ...rest }
  const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
  const note = parseNote({ path: path as NotePath, text: `---\n${front}\n---\n`, facts, dialects })
  expect(siteAddresses(note)).toEqual(expected)
})

test.each([
  ['x', null],
  ['$5', null],
  ['$a$', 'a'],
  ['$$a$$', 'a'],
  ['$\\alpha_1$', 'α1'],
  ["$f'$", 'f′'],
  ['$\\frac{a}{b}$', 'a/b'],
  ['$\\dfrac ab$', 'a/b'],
  ['$\\sqrt{x}$', '√x'],
  ['$\\not=$', '≠'],
  ['$\\hat x$', 'x̂'],
  ['$\\mathbf{v}$', 'v'],
  ['$\\log n$', 'log n'],
  ['$\\{a\\}$', '{a}'],
  ['$\\|x\\|$', '‖x‖'],
  ['$a\\,b$', 'ab'],
  ['$a~b$', 'ab'],
  ['$x^{2}_{i}$', 'x2i'],
  ['$\\unknown{z}$', 'unknownz'],
  ['$a}b$', 'a'],
  ['${{{{{{{{{{{{{{{{{{{{{{a}}}}}}}}}}}}}}}}}}}}}}$', 'a'],
  ['$\\frac$', '/'],
  ['$\\sqrt  {y}$', '√y'],
  ['$\\%\\#\\_\\&\\$$', '%#_&$'],
  ['$a\\$b$ c', 'a$b c'],
  ['$$ \\alpha $$', ' α '],
  ['Prices of $5-$6', null],
  ['a$b$', null],
  ['A $x$ and $y$ z', 'A x and y z'],
  ['$ a$', null],
  ['$a $', null],
  ['$\\R$', 'ℝ'],
  ['$a\\\\b$', 'ab'],
  ['$\\tfrac12$', '1/2'],
  ['$\\cfrac{1}{2}$', '1/2'],
  ['$a \\mod b$', 'a mod b'],
  ['$\\vec{v}\\bar u$', 'v⃗ū'],
])('the heading %s is shown as %s', (heading, expected) => {
  expect(readableHeading(heading) ?? null).toBe(expected)
})

type Row = readonly [readonly string[], boolean] | null

test.each<[string, Row, Row, Row, Row]>([
  ['a', [['a.md'], true], [['a.md'], true], null, null],
  ['A', [['a.md'], false], [['x/A.md'], true], null, null],
  ['x/a', [['x/A.md'], false], [['x/A.md'], false], null, null],
  ['x/A', [['x/A.md'], true], [['x/A.md'], true], null, null],
  ['b', null, [['x/y/b.markdown', 'x/b.md'], true], null, null],
  ['y/b', null, [['x/y/b.markdown'], true], null, null],
  ['X/Y/B', [['x/y/b.markdown'], false], [['x/y/b.markdown'], false], null, null],
  ['b.md', null, null, null, [['x/b.md'], true]],
  ['é', [['é.md'], true], [['é.md'], true], null, null],
  ['É', [['é.md'], false], [['é.md'], false], null, null],
  ['É', [['é.md'], false], [['é.md'], false], null, null],
  ['z.png', [['z.png'], true], [['z.png'], true], [['z.png'], true], [['z.png'], true]],
  ['z', null, null, null, null],
  ['link', null, [['x/b.md'], true], null, null],
  ['x/link', [['x/b.md'], true], [['x/b.md'], true], null, null],
  ['', null, null, null, null],
  ['y', null, null, null, null],
  ['x/', null, null, null, null],
  ['/b', null, null, null, null],
  ['k/b', null, null, null, null],
])('files at %j, ending with it, with their extension', (query, ...expected) => {
  const paths: readonly string[] = ['a.md', 'x/A.md', 'x/y/b.markdown', 'x/b.md', 'é.md', 'z.png', 'x/link.md']
  const asPaths = paths as readonly NotePath[]
  const leadsTo = new Map([['x/link.md' as NotePath, 'x/b.md' as NotePath]])
  const [stems, whole] = [new FileIndex(asPaths, withoutNoteExtension, leadsTo), new FileIndex(asPaths)]
  const said = (match: FileMatch | undefined): Row => (match === undefined ? null : [match.paths, match.exactCase])
  const found = [stems.at(query), stems.endingWith(query), whole.at(query), whole.endingWith(query)]
  expect(found.map(said)).toEqual(expected)
})

test.each([
  ['A b', 'a-b'],
  ['a--b', 'a-b'],
  ['_a_', 'a'],
  ['-a', 'a'],
  ['É', 'é'],
  ['É', 'é'],
  ['!!!', ''],
  ['a_b', 'a-b'],
  ['C++', 'c'],
  [' a ', 'a'],
  ['a - b', 'a-b'],
  ['日本', '日本'],
])('the slug of %s is %j', (name, expected) => {
  expect(nameSlug(name)).toBe(expected)
})

const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
const document =
  '# Top title\n\n## A\n\n### B\n\n## A\n\n### C# x\n\n#### D\n\n## Setup {#own}\n\n<a id="Html"></a>\n\npara ^Blk\n\npara ^blk\n\n## $\\alpha$ x\n\n## Q -- R\n\n## 1.2 Z\n\n## top\n'

/** What an anchor names, its id, the line of its heading, and whether that is the first of several. */
test.each<[string, readonly unknown[] | null]>([
  ['', ['top', null, null, null]],
  ['#', ['top', null, null, null]],
  [' A ', ['heading', null, 3, true]],
  ['a', ['heading', null, 3, true]],
  ['#A', ['heading', null, 3, true]],
  ['A#B', ['heading', null, 5, false]],
  ['A#C# x', ['heading', null, 9, false]],
  ['C# x', ['heading', null, 9, false]],
  ['C# x#D', ['heading', null, 11, false]],
  ['A#D', ['heading', null, 11, false]],
  ['B#C', null],
  ['A#A', null],
  ['own', ['id', 'own', 13, false]],
  ['OWN', ['id', 'own', 13, false]],
  ['html', ['id', 'Html', null, null]],
  ['Html', ['id', 'Html', null, null]],
  ['^Blk', ['block', 'Blk', null, null]],
  ['^blk', ['block', 'blk', null, null]],
  ['^BLK', ['block', 'Blk', null, null]],
  ['^no', null],
  ['A#^blk', ['block', 'blk', null, null]],
  ['A#^no', null],
  ['Top', ['heading', null, 27, false]],
  ['TOP', ['heading', null, 27, false]],
  ['nothing', null],
  ['a-1', ['heading', null, 7, false]],
  ['a-2', null],
  ['α x', ['heading', null, 21, false]],
  ['q----r', ['heading', null, 23, false]],
  ['q-r', ['heading', null, 23, false]],
  ['Q R', ['heading', null, 23, false]],
  ['Q#R', ['heading', null, 23, false]],
  ['1 2 Z', ['heading', null, 25, false]],
  ['12-z', ['heading', null, 25, false]],
  ['top title', ['heading', null, 1, false]],
  ['top-title', ['heading', null, 1, false]],
  ['A##B', ['heading', null, 5, false]],
  ['#A#B#', ['heading', null, 5, false]],
  ['C#', null],
  ['Top title#A#B', ['heading', null, 5, false]],
  ['Top title#Setup', ['heading', null, 13, false]],
  ['a#b', ['heading', null, 5, false]],
  ['setup', ['heading', null, 13, false]],
  ['Setup {#own}', null],
])('the anchor %j', (anchor, expected) => {
  const note = parseNote({ path: 'a.md' as NotePath, text: document, facts })
  const match = resolveAnchor(note, anchor)
  const heading = headingNamed(match)
  const place = heading === undefined ? [null, null] : [heading.line, isFirstOfSeveral(note, heading)]
  const said = match === undefined ? null : [match.kind, 'id' in match ? match.id : null, ...place]
  expect(said).toEqual(expected)
})

test('the top of a note without headings', () => {
  const note = parseNote({ path: 'a.md' as NotePath, text: 'text', facts })
  expect(['top', '#Top', 'x'].map((anchor) => resolveAnchor(note, anchor)?.kind)).toEqual(['top', 'top', undefined])
  expect(['^a', 'a^', ''].map(isBlockAnchor)).toEqual([true, false, false])
})
