import { describe, expect, test } from '@jest/globals'
import { sectionOf } from '../../../../src/core/query/note/section-of.ts'
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
  ])('%s names a block, of a list its item', (anchor, expected) => {
    const note = noteAt(vaultOf({ 'a.md': written }), 'a.md')
    expect(sectionOf(note, written, anchor)?.replaceAll('\r\n', '\n').trim()).toBe(expected)
  })
})
