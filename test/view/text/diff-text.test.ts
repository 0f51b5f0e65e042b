import { expect, test } from '@jest/globals'
import { tagStyle } from '../../../src/view/style.ts'
import { diffText } from '../../../src/view/text/diff-text.ts'

function painted(...lines: readonly string[]): readonly string[] {
  return diffText(`${lines.join('\n')}\n`, { width: 80, style: tagStyle })
    .split('\n')
    .slice(0, -1)
}

test('lines are painted by what they are', () => {
  expect(painted('diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -1 +1 @@', ' same', '-gone')).toEqual([
    '<dim>diff --git a/x b/x</dim>',
    '<broken>--- a/x</broken>',
    '<ok>+++ b/x</ok>',
    '<dim>@@ -1 +1 @@</dim>',
    ' same',
    '<broken>-gone</broken>',
  ])
})

test('words that differ are emphasised, in whole words', () => {
  expect(painted('-rating: 15 of 20', '+rating: 16 of 20')).toEqual([
    '<broken>-rating: </broken><broken><highlight>15</highlight></broken><broken> of 20</broken>',
    '<ok>+rating: </ok><ok><highlight>16</highlight></ok><ok> of 20</ok>',
  ])
  expect(painted('-a b', '+a b c')).toEqual([
    '<broken>-a b</broken>',
    '<ok>+a b</ok><ok><highlight> c</highlight></ok>',
  ])
})

test('lines without a counterpart, and those that share nothing, are painted whole', () => {
  expect(painted('-one', '+two', '+three')).toEqual(['<broken>-one</broken>', '<ok>+two</ok>', '<ok>+three</ok>'])
  expect(painted('+--- a rule', '+++ more')).toEqual(['<ok>+--- a rule</ok>', '<ok>+++ more</ok>'])
})
