import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeAddresses } from '../../../src/core/publish/addresses.ts'
import { hrefFrom } from '../../../src/core/model/site-href.ts'

const pages = (...paths: readonly string[]): readonly (string | undefined)[] => {
  const { page } = makeAddresses(paths, [])
  return paths.map(page)
}

describe('addresses', () => {
  test.each([
    ['Attention.md', 'attention.html'],
    ['50% off.md', '50-off.html'],
    ['A & B + C#.md', 'a-b-c.html'],
    ["What's this?.md", 'what-s-this.html'],
    ['v1.2 notes.md', 'v1.2-notes.html'],
    ['007.jpg.md', '007.jpg.html'],
    ['Größe.md', 'größe.html'],
    ['Gro\u0308ße.md', 'größe.html'],
    ['数学.md', '数学.html'],
    ['folder one/Note.markdown', 'folder-one/note.html'],
    ['a.html/b.md', 'a-html/b.html'],
    ['...md', 'note.html'],
    ['???.md', 'note.html'],
    ['con.md', 'con-note.html'],
    ['aux.txt.md', 'aux-note.txt.html'],
    ['index.md', 'index-note.html'],
    ['404.md', '404-note.html'],
    ['README.md', 'readme.html'],
    ['search.md', 'search.html'],
    ['sub/index.md', 'sub/index.html'],
    ['wend/style.md', 'wend-folder/style.html'],
  ])('%s lies at %s', (path, address) => {
    expect(pages(path)).toEqual([address])
  })

  test('names equal in lower case or composed have an address each, the same in any order', () => {
    const paths = ['GQA.md', 'gqa.md', 'Gqa.md', 'e\u0301.md', 'é.md']
    const { page } = makeAddresses(paths, [])
    const again = makeAddresses([...paths].reverse(), [])
    expect(new Set(paths.map(page)).size).toBe(5)
    expect(page('gqa.md')).toBe('gqa.html')
    expect(paths.map(again.page)).toEqual(paths.map(page))
  })

  test('a number that another note has by name is passed over', () => {
    expect(pages('a.md', 'A.md', 'a-2.md')).toEqual(['a.html', 'a-3.html', 'a-2.html'])
  })

  test('long names end within what file systems take, and stay apart', () => {
    const [one = '', other = ''] = pages(`${'数'.repeat(200)}a.md`, `${'数'.repeat(200)}b.md`)
    expect(Buffer.byteLength(one)).toBeLessThan(220)
    expect(one).not.toBe(other)
  })

  test('an alias takes no address of a page, nor one of wend', () => {
    const { free } = makeAddresses(['attention.md'], [])
    expect([free('Attention'), free('../../etc/x'), free('index'), free('GQA')]).toEqual([
      undefined,
      'etc-x.html',
      'index-note.html',
      'gqa.html',
    ])
  })

  test('no name leads out of the site or to a file of wend', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), (segments) => {
        const path = `${segments.join('/')}.md`
        const address = makeAddresses([path], []).page(path) ?? ''
        expect(address).toMatch(/^(?!wend\/)[^/\\\0]+(?:\/[^/\\\0]+)*\.html$/)
        expect(address.split('/').every((name) => !name.startsWith('.'))).toBe(true)
      }),
    )
  })

  test('an href is relative and decodes to its address', () => {
    expect(hrefFrom('a/b.html', 'a/c d%.html')).toBe('c%20d%25.html')
    expect(hrefFrom('a/b.html', 'größe.html', 'ein-maß')).toBe('../gr%C3%B6%C3%9Fe.html#ein-ma%C3%9F')
    expect(hrefFrom('index.html', "a/what's.html")).toBe('a/what%27s.html')
  })
})
