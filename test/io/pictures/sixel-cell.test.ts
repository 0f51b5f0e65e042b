import { expect, test } from '@jest/globals'
import { sixelCellIn } from '../../../src/io/pictures/sixel-cell.ts'

test.each([
  ['no answer', '', undefined],
  ['a terminal without', '\u001b[?62;22c', undefined],
  ['level 4 is no ability', '\u001b[?4;6c', undefined],
  ['ability 44 is another', '\u001b[?62;44c', undefined],
  ['one that tells no size', '\u001b[?62;4;22c', { width: 10, height: 20 }],
  ['one that tells the size of its cells', '\u001b[6;18;9t\u001b[?65;1;4c', { width: 9, height: 18 }],
  ['a size that can not be', '\u001b[6;0;99999t\u001b[?62;4c', { width: 10, height: 20 }],
])('%s', (_name, answer, cell) => expect(sixelCellIn(answer)).toEqual(cell))
