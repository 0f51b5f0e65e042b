import { expect, test } from '@jest/globals'
import { insertText } from '../../../src/core/plan/write/insert-text.ts'
import { applied, outcomeOf, sourceOf } from '../../support/planned.ts'
import { noteAt } from '../../support/vault-of.ts'

const texts = {
  'a.md': '---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- one\n- two ^blk\n\n## T\n\nlast\n',
  'b.md': 'text',
  'c.md': '# C\r\n\r\nx\r\n',
  'd.md': 'intro\n\n# C\n',
  'e.md': '',
  'f.md': '### Deep\n',
  'g.md': '1. one\n   more\n',
}

const insertions = [
  [
    'a.md',
    { text: 'new', at: 'end' },
    'append to a.md: ---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- one\n- two ^blk\n\n## T\n\nlast\n\nnew\n',
  ],
  [
    'a.md',
    { text: 'new', at: 'start' },
    'prepend to a.md: ---\nt: 1\n---\n\n# A\n\nnew\n\nFirst.\n\n## S\n\n- one\n- two ^blk\n\n## T\n\nlast\n',
  ],
  [
    'a.md',
    { text: '- three', at: 'end', section: 'S' },
    'append to a.md#S: ---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- one\n- two ^blk\n- three\n\n## T\n\nlast\n',
  ],
  [
    'a.md',
    { text: '- zero', at: 'start', section: 'S' },
    'prepend to a.md#S: ---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- zero\n- one\n- two ^blk\n\n## T\n\nlast\n',
  ],
  [
    'a.md',
    { text: 'para', at: 'end', section: '## S' },
    'append to a.md#S: ---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- one\n- two ^blk\n\npara\n\n## T\n\nlast\n',
  ],
  [
    'a.md',
    { text: '1) three', at: 'end', section: 'S' },
    'append to a.md#S: ---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- one\n- two ^blk\n1) three\n\n## T\n\nlast\n',
  ],
  ['a.md', { text: 'x', at: 'end', section: 'New' }, 'refused: no heading "New" in a.md'],
  [
    'a.md',
    { text: 'x', at: 'end', section: 'New', makeSection: true },
    'append to a.md#New: ---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- one\n- two ^blk\n\n## T\n\nlast\n\n## New\n\nx\n',
  ],
  [
    'a.md',
    { text: 'x', at: 'end', section: '^blk' },
    'append to a.md#^blk: ---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- one\n- two ^blk\n\nx\n\n## T\n\nlast\n',
  ],
  [
    'a.md',
    { text: 'x', at: 'start', section: '^blk' },
    'prepend to a.md#^blk: ---\nt: 1\n---\n\n# A\n\nFirst.\n\n## S\n\n- one\n\nx\n\n- two ^blk\n\n## T\n\nlast\n',
  ],
  ['a.md', { text: 'x', at: 'end', section: '^no' }, 'refused: no block "^no" in a.md'],
  ['b.md', { text: '\n\n  new \n', at: 'end' }, 'append to b.md: text\n\n  new\n'],
  ['b.md', { text: 'new', at: 'start' }, 'prepend to b.md: new\n\ntext'],
  ['c.md', { text: 'a\nb', at: 'end' }, 'append to c.md: # C\r\n\r\nx\r\n\r\na\r\nb\r\n'],
  ['c.md', { text: 'y', at: 'start' }, 'prepend to c.md: # C\r\n\r\ny\r\n\r\nx\r\n'],
  ['d.md', { text: 'x', at: 'start' }, 'prepend to d.md: x\n\nintro\n\n# C\n'],
  ['e.md', { text: 'x', at: 'end' }, 'append to e.md: x\n'],
  ['e.md', { text: ' \n', at: 'end' }, 'refused: there is no text to add'],
  ['f.md', { text: 'x', at: 'end', section: 'N', makeSection: true }, 'append to f.md#N: ### Deep\n\n### N\n\nx\n'],
  ['e.md', { text: 'x', at: 'end', section: 'N', makeSection: true }, 'append to e.md#N: ## N\n\nx\n'],
  ['g.md', { text: '- two', at: 'end' }, 'append to g.md: 1. one\n   more\n- two\n'],
  ['g.md', { text: 'two', at: 'end' }, 'append to g.md: 1. one\n   more\n\ntwo\n'],
] as const

test.each(insertions)('%s with %j', (path, insertion, expected) => {
  const source = sourceOf(texts)
  const outcome = outcomeOf(() => {
    const { changes } = insertText(source, noteAt(source.vault, path), insertion)
    return `${changes.title}: ${applied(texts, changes)[path] ?? ''}`
  })
  expect(outcome).toBe(expected)
})
