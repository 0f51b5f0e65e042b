import { expect, test } from '@jest/globals'
import { type ChangeSet, type EditFile, editText } from '../../../src/core/model/change.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { changeRows } from '../../../src/core/plan/text/change-rows.ts'
import { compareTexts } from '../../../src/core/plan/text/compare-texts.ts'
import { shellWord } from '../../../src/core/plan/text/shell-word.ts'
import { textDifference } from '../../../src/core/plan/text/text-difference.ts'
import { unifiedDiff } from '../../../src/core/plan/text/unified-diff.ts'

const path = 'a.md' as NotePath
const edit = (original: string, now: string): EditFile => ({
  kind: 'edit',
  path,
  original,
  edits: textDifference(original, now),
})
const diff = (changes: ChangeSet['changes']): string =>
  unifiedDiff({ title: '', changes }, (file) => (file === path ? 'x\n' : undefined))

const compared = [
  [
    '# A\n[[x]] [[x]]\n',
    '# A\n[[x]] [[y#z]]\n\n## B\n',
    { added: 3, removed: 1, linksAdded: ['y#z'], linksRemoved: ['x'], headingsAdded: ['B'], headingsRemoved: [] },
  ],
  [
    '# A\n\n# A\n',
    '# A\n',
    { added: 0, removed: 2, linksAdded: [], linksRemoved: [], headingsAdded: [], headingsRemoved: ['A'] },
  ],
  ['a\nb', 'a\nb', { added: 0, removed: 0, linksAdded: [], linksRemoved: [], headingsAdded: [], headingsRemoved: [] }],
  ['a\nb\n', '', { added: 0, removed: 2, linksAdded: [], linksRemoved: [], headingsAdded: [], headingsRemoved: [] }],
  ['a\n', 'a\nb', { added: 1, removed: 0, linksAdded: [], linksRemoved: [], headingsAdded: [], headingsRemoved: [] }],
] as const
const diffs = [
  [
    'a\nb\nc\n',
    'a\nX\nc\n',
    [[2, 4, 'X\n']],
    'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n a\n-b\n+X\n c\n',
  ],
  ['a\n', 'a\n', [], 'diff --git a/a.md b/a.md\n'],
  ['', 'x\n', [[0, 0, 'x\n']], 'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -0,0 +1 @@\n+x\n'],
  ['x\n', '', [[0, 2, '']], 'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +0,0 @@\n-x\n'],
  [
    'a\nb\n',
    'b\na\n',
    [
      [0, 2, ''],
      [4, 4, 'a\n'],
    ],
    'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-a\n b\n+a\n',
  ],
  [
    'a',
    'a\n',
    [[0, 1, 'a\n']],
    'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n',
  ],
  [
    'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n',
    'A\nb\nc\nd\ne\nf\ng\nh\ni\nJ\n',
    [
      [0, 2, 'A\n'],
      [18, 20, 'J\n'],
    ],
    'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n@@ -7,4 +7,4 @@\n g\n h\n i\n-j\n+J\n',
  ],
] as const

test.each(compared)('what becomes of %j in %j', (before, after, expected) => {
  expect(compareTexts(path, before, after)).toEqual(expected)
})

test.each(diffs)('the difference of %j and %j', (before, after, edits, unified) => {
  const found = textDifference(before, after)
  expect(found.map(({ span, after: now }) => [span.start, span.end, now])).toEqual(edits)
  expect(editText(before, found)).toBe(after)
  expect(diff([edit(before, after)])).toBe(unified)
})

test('files that are made, moved, removed and linked, in a diff and as rows', () => {
  const to = 'b.md' as NotePath
  const changed = edit('x\n', 'y\n')
  const hunk = '@@ -1 +1 @@\n-x\n+y\n'
  const rename = 'diff --git a/a.md b/b.md\nrename from a.md\nrename to b.md\n'
  const edits = [{ line: 1, column: 1, before: 'x\n', after: 'y\n' }]
  const cases: readonly (readonly [ChangeSet['changes'], string, unknown])[] = [
    [
      [{ kind: 'move', path, to }, changed],
      `${rename}--- a/a.md\n+++ b/b.md\n${hunk}`,
      [{ action: 'move', path, to, edits }],
    ],
    [[{ kind: 'move', path, to }], rename, [{ action: 'move', path, to, edits: [] }]],
    [[changed], `diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n${hunk}`, [{ action: 'edit', path, edits }]],
    [
      [{ kind: 'create', path: to, text: 'one\ntwo\n' }],
      'diff --git a/b.md b/b.md\nnew file mode 100644\n--- /dev/null\n+++ b/b.md\n@@ -0,0 +1,2 @@\n+one\n+two\n',
      [{ action: 'create', path: to, edits: [] }],
    ],
    [
      [{ kind: 'trash', path }],
      'diff --git a/a.md b/a.md\ndeleted file mode 100644\n--- a/a.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n',
      [{ action: 'trash', path, edits: [] }],
    ],
    [
      [{ kind: 'relink', path, to }],
      'diff --git a/a.md b/a.md\nsymbolic link to b.md\n',
      [{ action: 'relink', path, to, edits: [] }],
    ],
  ]
  for (const [changes, unified, rows] of cases) {
    expect(diff(changes)).toBe(unified)
    expect(changeRows({ title: '', changes })).toEqual(rows)
  }
})

test('edits are told in the order of their places, whatever order they were made in', () => {
  const original = 'one\ntwo three\n'
  const at = (start: number, before: string) => ({ span: { start, end: start + before.length }, before, after: 'x' })
  const edits = [at(8, 'three'), at(0, 'one'), at(4, 'two')]
  expect(changeRows({ title: '', changes: [{ kind: 'edit', path, original, edits }] })).toEqual([
    {
      action: 'edit',
      path,
      edits: [
        { line: 1, column: 1, before: 'one', after: 'x' },
        { line: 2, column: 1, before: 'two', after: 'x' },
        { line: 2, column: 5, before: 'three', after: 'x' },
      ],
    },
  ])
})

test.each([
  ['a/b-c_d.md#e', 'a/b-c_d.md#e'],
  ['数学/Ünï 2.md', "'数学/Ünï 2.md'"],
  ["it's.md", "'it'\\''s.md'"],
  ['$(rm).md', "'$(rm).md'"],
  ['a\nb', "'a\nb'"],
  ['', "''"],
])('%j is the word %j of a shell', (text, word) => {
  expect(shellWord(text)).toBe(word)
})
