import { expect, test } from '@jest/globals'
import type { FailureError } from '../../../src/core/model/failure.ts'
import { hidingRules } from '../../../src/core/vault/hiding-rules.ts'

test('rules hide what their patterns name', () => {
  const rules = hidingRules('mcp.exclude', ['\\#secret/', '*.private.md', '!open.private.md'])
  const paths = ['#secret/a.md', 'x/b.private.md', 'open.private.md', 'secret/a.md']
  expect(paths.map((path) => rules.ignores(path))).toEqual([true, true, false, false])
})

test.each([
  [
    '#secret/',
    'what begins with # is a comment',
    "put a backslash before a # or [ that stands for itself: '\\#secret/'",
  ],
  ['a/[b', 'it is no pattern of .gitignore', "put a backslash before a # or [ that stands for itself: 'a/\\[b'"],
  ['/', 'it is no pattern of .gitignore', 'name a folder or files, as in diary/ or *.private.md'],
])('%j hides nothing, and is refused', (pattern, reason, meant) => {
  let failure: Partial<Record<'message' | 'hint', string>> = {}
  try {
    hidingRules('publish.exclude', ['journal/', pattern])
  } catch (error) {
    failure = (error as FailureError).failure as typeof failure
  }
  expect(failure.message).toContain(
    `publish.exclude in the configuration has "${pattern}", which hides nothing: ${reason}`,
  )
  expect(failure.hint).toBe(meant)
})
