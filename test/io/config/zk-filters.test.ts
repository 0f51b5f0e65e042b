import { expect, test } from '@jest/globals'
import { zkFilters } from '../../../src/io/config/zk-filters.ts'

test.each([
  ['--sort created-', '--sort created'],
  ['--sort created+ -n 5', '--sort created --reverse --limit 5'],
  ['-s wc', '--sort words --reverse'],
  ['--sort=word-count-', '--sort words'],
  ['--sort title-', '--sort title --reverse'],
  ["--created-after 'last two weeks' --limit=10", '--created-after "last two weeks" --limit 10'],
  ['--tag "a, NOT b" -t c', '--tag "a, NOT b" --tag c'],
  ['--linked-by x.md -l y --orphan', '--linked-by x.md --link-to y --orphan'],
  ['journal "my days/" --modified-before today', '--path journal --path "my days/" --modified-before today'],
  [`--match '"a b"'`, ['--match', '"a b"']],
])('%s becomes %j', (line, view) => {
  expect(zkFilters({ 'filter.x': line })).toEqual({ views: { x: view }, others: [] })
})

test.each([
  ['--sort modified-,title', '--sort'],
  ['--sort checksum', '--sort'],
  ['--sort title --sort modified', '--sort'],
  ['--link-to a,b', '--link-to'],
  ['--link-to a --link-to b', '--link-to'],
  ['--mention a', '--mention'],
  ['--orphan=yes', '--orphan=yes'],
  ['--limit many', '--limit'],
  ['--limit', '--limit'],
  ['--interactive', '--interactive'],
  ['--format "{{title}}"', '--format'],
  ['--no-pager', '--no-pager'],
  ['-constructor', '-constructor'],
  ['../other', '../other'],
  ['.', '.'],
  ['y --orphan', 'y'],
  ["--match don't", 'whose quotes are not closed'],
  ['', 'which is empty'],
  [['--orphan'], 'which is no text'],
])('%j is no view: %s', (line, word) => {
  const { views, others } = zkFilters({ 'filter.x': line, 'filter.y': '--orphan' })
  expect([views, others]).toEqual([{ y: '--orphan' }, [{ name: 'x', word }]])
})
