import { expect, test } from '@jest/globals'
import { topLines } from '../../../src/core/parse/blocks/top-lines.ts'

test.each([
  ['# A\ntext\n### B', [0, 2], undefined],
  ['```\n# no heading\n```\n# A', [3], undefined],
  ['````md\n```js\n# x\n```', [], '````'],
  ['~~~\n```', [], '~~~'],
  ['- item\n  ```\n  code', [], '  ```'],
  ['    ```\n# A', [1], undefined],
  ['``` `x`\n# A', [1], undefined],
  ['#tag and text', [], undefined],
] as const)('of %j the lines %j are headings, and code is closed by %j', (text, headings, openFence) => {
  const found = topLines(text.split('\n'))
  expect([[...found.headings], found.openFence]).toEqual([headings, openFence])
})
