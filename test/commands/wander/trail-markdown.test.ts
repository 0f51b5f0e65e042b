import { expect, test } from '@jest/globals'
import { trailMarkdown } from '../../../src/commands/wander/trail-markdown.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'

test('a trail says what the notes say, whatever their texts hold, and links only the walk', () => {
  const [path, other] = ['a (1).md', 'b/c.md'] as [NotePath, NotePath]
  const link = { context: 'see [[x]] and *y* where $a_1$ is `z`' }
  const trail = [
    { path, title: 'A *star* [1]', depth: 0, summary: 'costs \\$5 and [[x]]' },
    { path: other, title: 'C', depth: 1, link },
  ]
  expect(trailMarkdown(trail as never, { file: '/vault/b/walk.md', root: '/vault', day: '2026-06-01' })).toBe(
    [
      '# A walk from A \\*star\\* \\[1\\]',
      '',
      '2026-06-01',
      '',
      '1. [A \\*star\\* \\[1\\]](../a%20%281%29.md)',
      '   costs \\$5 and \\[\\[x\\]\\]',
      '2. [C](c.md)',
      '',
      '   > see \\[\\[x\\]\\] and \\*y\\* where $a_1$ is \\`z\\`',
      '',
    ].join('\n'),
  )
})
