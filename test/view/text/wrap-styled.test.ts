import { expect, test } from '@jest/globals'
import { run } from '../../../src/view/render/runs/run.ts'
import { plainStyle } from '../../../src/view/style.ts'
import { wrapStyled } from '../../../src/view/text/wrap-styled.ts'

const wrap = (text: string, width: number): readonly string[] => wrapStyled([run(text)], { width, style: plainStyle })

test.each([
  ['  a b', 10, ['  a b']],
  ['  notes/one two three.md', 16, ['  notes/one two', '    three.md']],
  ['  notes/one two', 14, ['  notes/one', '    two']],
  ['notes/one two three', 14, ['notes/one two', '    three']],
])('the blanks before %j stay at width %i, what follows stands further in', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})
