import { expect, test } from '@jest/globals'
import { context } from '../../../src/view/formats/context.ts'

const piece = (title: string, text: string) => ({
  path: `${title}.md`,
  title,
  role: 'note' as const,
  part: 'whole' as const,
  text,
})

function markdown(...texts: readonly string[]): string {
  const pieces = texts.map((text, at) => piece(`N${at}`, text))
  return context(
    { kind: 'context', pieces, tokens: { budget: 100, estimate: 1 }, left: 0 } as Parameters<typeof context>[0],
    'markdown',
  )
}

test.each([
  ['```js\n# no heading\n', '```js\n# no heading\n```'],
  ['~~~~\n```\n~~~\n', '~~~~\n```\n~~~\n~~~~'],
  ['```js\n```py\n', '```js\n```py\n```'],
  ['```\na\n```\n# Own\n', '```\na\n```\n## Own'],
  ['``` a`b\n# Own\n', '``` a`b\n## Own'],
  ['\n\n    ```\n# Own\n', '    ```\n## Own'],
  ['text\n\n\n', 'text'],
  ['# N0\n', ''],
])('code that nothing closes ends with its note: %j', (text, shown) => {
  expect(markdown(text, 'behind\n')).toBe(
    `# N0\n\n_N0.md · asked for_\n\n${shown}\n\n# N1\n\n_N1.md · asked for_\n\nbehind\n`,
  )
})
