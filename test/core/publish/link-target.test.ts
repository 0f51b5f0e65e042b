import { expect, test } from '@jest/globals'
import type { AskedLink } from '../../../src/core/model/link.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { makeAddresses } from '../../../src/core/publish/addresses.ts'
import { linkTarget } from '../../../src/core/publish/link-target.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

const files = ['p.png', 'song.mp3', 'film.webm', 'paper.pdf', 'unpublished.pdf']
const whole = vaultOf(
  { 'a.md': '# A\n', 'sub/b.md': '# B\n\n## Größe & 100%\n\ntext ^id\n', 'hidden.md': '# Hidden\n' },
  files.map((path) => ({ path: path as NotePath })),
  (path) => path === '../outside.md',
)
const source = {
  whole,
  addresses: makeAddresses(
    ['a.md', 'sub/b.md'],
    files.filter((path) => path !== 'unpublished.pdf'),
  ),
  numberOf: (path: string) => (path === 'a.md' ? 0 : path === 'sub/b.md' ? 1 : undefined),
  sizeOf: () => ({ width: 3, height: 2 }),
}
const section = 'größe--100'
const heading = { kind: 'note', href: `sub/b.html#${encodeURIComponent(section)}`, note: 1, section }
const b = { kind: 'note', href: 'sub/b.html', note: 1 }

test.each<[kind: AskedLink['kind'], written: string, target: unknown]>([
  ['wiki', 'b', b],
  ['wiki', 'b#Größe & 100%', heading],
  ['markdown', 'sub/b.md#größe--100', heading],
  ['markdown', 'sub/b.md#gr%C3%B6%C3%9Fe--100', heading],
  ['markdown', 'sub/b.md#Gr%C3%B6%C3%9Fe%20&%20100%25', heading],
  ['wiki', 'b#^id', { ...b, href: 'sub/b.html#%5Eid', section: '^id' }],
  ['wiki', 'b#nothing', { ...b, lacks: 'the note has no "nothing"' }],
  ['markdown', 'sub/b.md#100%', { ...b, lacks: 'the note has no "100%"' }],
  ['wiki', '#A', { kind: 'note', href: '#a', note: 0, section: 'a' }],
  ['wiki', 'a', { kind: 'note', href: '#', note: 0 }],
  ['wiki', 'hidden', { kind: 'text' }],
  ['wiki', 'gone', { kind: 'broken', reason: 'there is no such note' }],
  ['markdown', '../outside.md', { kind: 'text' }],
  ['markdown', 'https://e.org/a b', { kind: 'external', href: 'https://e.org/a%20b' }],
  ['markdown', '//e.org', { kind: 'external', href: 'https://e.org' }],
  ['markdown', 'javascript:alert(1)', { kind: 'text' }],
  ['embed', 'p.png', { kind: 'image', href: 'p.png', size: { width: 3, height: 2 } }],
  ['embed', 'song.mp3', { kind: 'file', href: 'song.mp3', media: 'audio' }],
  ['embed', 'film.webm', { kind: 'file', href: 'film.webm', media: 'video' }],
  ['markdown', 'paper.pdf', { kind: 'file', href: 'paper.pdf' }],
  ['markdown', 'unpublished.pdf', { kind: 'text' }],
])('a %s link to %j leads there', (kind, written, expected) => {
  const at = written.indexOf('#')
  const [target, anchor] = at < 0 ? [written, undefined] : [written.slice(0, at), written.slice(at + 1)]
  const link = { kind, target, ...(anchor === undefined ? {} : { anchor }) }
  expect(linkTarget(source, noteAt(whole, 'a.md'), link, 'a.html')).toEqual(expected)
})
