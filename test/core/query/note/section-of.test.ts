import { describe, expect, test } from '@jest/globals'
import { lineOfSection, pointsAtSection, sectionOf } from '../../../../src/core/query/note/section-of.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const text = `# A

Para one
more ^p1

- outer
    - inner ^i1
        - deep

        text of it
    - other
- last ^l1

1. one
2. two
   goes on ^n2
3. three

| a | b |
|---|---|
| 1 | 2 |

^t1

> quoted
> more ^q1

- [ ] a task ^k1

end ^e1

[^1]: a footnote
  of two lines ^f1

[^1]

## B
`

describe.each([
  ['LF', text],
  ['CRLF', text.replaceAll('\n', '\r\n')],
])('with %s', (_name, written) => {
  test.each([
    ['^p1', 'Para one\nmore ^p1'],
    ['^i1', '- inner ^i1\n    - deep\n\n    text of it'],
    ['^l1', '- last ^l1'],
    ['^n2', '2. two\n   goes on ^n2'],
    ['^t1', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['^q1', 'quoted\n> more ^q1'],
    ['^k1', '- [ ] a task ^k1'],
    ['^e1', 'end ^e1'],
    ['^f1', 'a footnote\n  of two lines ^f1'],
    ['nothing', undefined],
  ])('%s names a block, of a list its item', (anchor, expected) => {
    const note = noteAt(vaultOf({ 'a.md': written }), 'a.md')
    expect(sectionOf(note, written, anchor)?.replaceAll('\r\n', '\n').trim()).toBe(expected)
  })

  test.each([
    ['A', 1, ['A']],
    ['B', 37, ['b', 'B']],
    ['^i1', 7, []],
    ['^p1', 4, ['^p1', '^P1']],
    ['^f1', 33, []],
    ['', 1, []],
    ['nothing', 1, []],
  ])('%j begins on line %i, and some links point at it', (anchor, line, pointing) => {
    const vault = vaultOf({
      'a.md': written,
      'b.md': '[[a#A]] [[a#^p1]] [[a#^P1]] [[a#b]] [[a#B]] [[a#nothing]] [[a]] [[#B]]\n\n# B',
    })
    const note = noteAt(vault, 'a.md')
    expect(lineOfSection(note, anchor)).toBe(line)
    const found = vault.linksTo(note.path).filter(pointsAtSection(note, anchor))
    expect(found.map(({ link }) => link.anchor)).toEqual(pointing)
  })
})

test.each([
  ['one\n\n> ^z\n\ntwo', '> ^z'],
  ['^z', '^z'],
  ['one\r\n\r\n- ^z\r\n\r\ntwo', '- ^z'],
])('an id that names no block stands for its lines: %j', (written, expected) => {
  expect(sectionOf(noteAt(vaultOf({ 'a.md': written }), 'a.md'), written, '^z')).toBe(expected)
})
