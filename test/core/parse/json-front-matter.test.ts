import { describe, expect, test } from '@jest/globals'
import type { VaultDialects } from '../../../src/core/model/tool-dialect.ts'
import { readFrontMatter } from '../../../src/core/parse/front-matter.ts'

const hugo: VaultDialects = {
  ...{ tools: ['hugo'], admonitions: false, sites: ['content'], assets: [], rootMarks: [], pages: false },
  syntax: ['hugo'],
}

describe('JSON front matter of Hugo', () => {
  test('is read with its links, each where it stands', () => {
    const text =
      '{\r\n  "title": "A \\"b\\" {c}",\r\n  "tags": ["x", 1, null],\r\n  "deep": {"up": "[[caf\\u00e9|d]]"}\r\n}\r\nbody\r\n'
    const { metadata, bodyStart, links, problems } = readFrontMatter(text, hugo)
    expect(metadata).toEqual({ title: 'A "b" {c}', tags: ['x', 1, null], deep: { up: '[[café|d]]' } })
    expect(text.slice(bodyStart)).toBe('body\r\n')
    expect(problems).toEqual([])
    expect(
      links.map(({ target, key, targetSpan, line }) => [
        target,
        key,
        text.slice(targetSpan.start, targetSpan.end),
        line,
      ]),
    ).toEqual([['café', 'deep', 'caf\\u00e9', 4]])
  })

  test.each(['{{< figure src="a.png" >}}\n', '{ text }\n', '{"a": 1} text\n', '{"a": 1\n', '\n{"a": 1}\n'])(
    '%j is text',
    (text) => {
      expect(readFrontMatter(text, hugo).bodyStart).toBe(0)
    },
  )

  test('what cannot be read is a problem, and no text', () => {
    const { metadata, bodyStart, problems } = readFrontMatter('{"a": 1,}\n\nbody', hugo)
    expect([metadata, bodyStart]).toEqual([{}, 10])
    expect(problems).toMatchObject([{ code: 'bad-frontmatter', line: 1 }])
  })

  test('a key called __proto__ is one like any other, and what is nested without end is cut', () => {
    const deep = `{"__proto__": {"x": 1}, "a": ${'['.repeat(5000)}${']'.repeat(5000)}}\n`
    const { metadata } = readFrontMatter(deep, hugo)
    expect(Object.keys(metadata)).toEqual(['__proto__', 'a'])
    expect(({} as { x?: number }).x).toBeUndefined()
    expect(JSON.stringify(metadata).length).toBeLessThan(300)
  })

  test('is text in all other vaults', () => {
    expect(readFrontMatter('{"title": "x"}\nbody').bodyStart).toBe(0)
  })
})
