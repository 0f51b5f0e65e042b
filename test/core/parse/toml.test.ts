import { describe, expect, test } from '@jest/globals'
import { FailureError } from '../../../src/core/model/failure.ts'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import { readFrontMatter } from '../../../src/core/parse/front-matter.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { addItem, aliasList } from '../../../src/core/plan/front-matter/list-items.ts'
import { renameTag } from '../../../src/core/plan/rename/rename-tag.ts'
import { setProperty, unsetProperty } from '../../../src/core/plan/front-matter/set-property.ts'
import { textBody } from '../../../src/core/plan/text/text-body.ts'
import { applied, sourceOf } from '../../support/planned.ts'

const rich = `+++\r
title = "Emergence" # why\r
date = 2024-05-01\r
when = 2024-05-01T10:30:00Z\r
tags = ["x", 'y']\r
aliases = [\r
  "E",\r
]\r
rating = 4.5\r
\r
[params]\r
up = "[[a]]"\r
+++\r
Text.\r
`

describe('TOML front matter', () => {
  test('is read', () => {
    const path = toNotePath('a.md')
    if (path === undefined) throw new Error('no path')
    const note = parseNote({ path, text: rich, facts: { size: 0, modifiedMs: 0, createdMs: 0 } })
    expect(note).toMatchObject({
      title: 'Emergence',
      tags: ['x', 'y'],
      aliases: ['E'],
      created: '2024-05-01',
      summary: 'Text.',
      metadata: { rating: 4.5, when: '2024-05-01T10:30:00Z', params: { up: '[[a]]' } },
    })
  })

  test.each([
    ['up = "[[a|b]]"', [['up', 'a']]],
    ["up = '[[it]]' # [[no]]", [['up', 'it']]],
    ['up = "[[caf\\u00e9]]"', [['up', 'café']]],
    [
      'up = """\n[[a]]\n[[b]]"""',
      [
        ['up', 'a'],
        ['up', 'b'],
      ],
    ],
    ["up = '''\n[x](a.md)'''", [['up', 'a.md']]],
    [
      'up = ["[[a]]", {x = "[[b]]"}]',
      [
        ['up', 'a'],
        ['up', 'b'],
      ],
    ],
    ['[t]\n"[[k]]" = "[[v]]"', [['t', 'v']]],
  ])('links of %j', (toml, expected) => {
    const text = `+++\n${toml}\n+++\n`
    const { links } = readFrontMatter(text)
    expect(links.map(({ key, target }) => [key, target])).toEqual(expected)
    for (const { span } of links) expect(text.slice(span.start, span.end)).toMatch(/^\[.*[\])]$/)
  })

  test.each(['+++\ntitle = \n+++\n', '+++\na = 1\na = 2\n+++\n', '+++\n= x\n+++\n'])(
    'what is wrong with %j is said',
    (text) => {
      expect(readFrontMatter(text)).toMatchObject({ metadata: {}, problems: [{ code: 'bad-frontmatter' }] })
    },
  )

  test.each(['+++\ntitle = "x"\n', '+++ x\n+++\n', ' +++\n+++\n'])('%j is text', (text) => {
    expect(readFrontMatter(text).bodyStart).toBe(0)
  })
})

describe('TOML is changed on its lines', () => {
  const note = textBody({ path: 'a.md' }, rich)
  test.each([
    ['title', 'Say "it"', 'title = "Say \\"it\\"" # why'],
    ['rating', 5, 'rating = 5'],
    ['tags', ['a', 'b'], 'tags = ["a", "b"]'],
    ['new', 'x', 'new = "x"'],
  ])('%s to %j', (key, value, line) => {
    const text = setProperty(note, key, value)
    expect(text).toContain(`${line}\r\n`)
    expect(readFrontMatter(text).metadata).toEqual({ ...readFrontMatter(rich).metadata, [key]: value })
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test('a key is removed', () => {
    expect(unsetProperty(note, 'rating')).toBe(rich.replace('rating = 4.5\r\n', ''))
    expect(unsetProperty(note, 'none')).toBeUndefined()
  })

  test('what has another form is refused', () => {
    expect(() => setProperty(note, 'aliases', ['x'])).toThrow(FailureError)
    expect(() => setProperty(note, 'params', 'x')).toThrow(FailureError)
  })

  test('an alias and a tag', () => {
    expect(addItem(textBody({ path: 'a.md' }, '+++\naliases = ["E"]\n+++\n'), aliasList, 'F')).toContain(
      'aliases = ["E", "F"]',
    )
    const texts = { 'a.md': '+++\ntags = ["ml", "x"]\n+++\n#ml\n' }
    expect(applied(texts, renameTag(sourceOf(texts), 'ml', 'ai').changes)['a.md']).toBe(
      '+++\ntags = ["ai", "x"]\n+++\n#ai\n',
    )
  })
})
