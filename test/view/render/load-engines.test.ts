import { expect, test } from '@jest/globals'
import { loadEngines } from '../../../src/view/render/load-engines.ts'

const loaded = async (text: string, colour = true): Promise<readonly string[]> =>
  Object.keys(await loadEngines([text], { colour })).sort()

const formulas = ['displayMath', 'inlineMath', 'macros']

test.each([
  ['a $x$ b'],
  ['# $x$\n\ntext'],
  ['| a |\n| - |\n| $x$ |\n'],
  ['> [!note] $x$\n> text'],
  ['- item\n\n  $$\n  x\n  $$\n'],
  ['a\n\n```math\nx\n```\n'],
  ['[^1]: note $x$\n\ntext[^1]'],
  ['[[b|$x$]]'],
  ['> 1. ~~~ math\n>    x\n>    ~~~\n'],
])('mathematics is loaded for %j', async (text) => {
  expect(await loaded(text)).toEqual(formulas)
})

test.each([
  ['no sign'],
  ['from $5 to $10'],
  ['`$x$`'],
  ['```\n$x$\n```\n'],
  ['a\n\n    $x$\n'],
  ['%% $x$ %%\n\ntext'],
  ['```maths\nx\n```'],
])('mathematics is not loaded for %j', async (text) => {
  expect(await loaded(text, false)).toEqual([])
})

test.each([
  ['```js\nlet a\n```\n'],
  ['> - ~~~ {.python}\n>   a = 1\n>   ~~~\n'],
  ['1. a\n\n   ````js title=x\n   let a\n   ````\n'],
])('what highlights code is loaded for %j, in colour only', async (text) => {
  expect(await loaded(text)).toEqual(['highlight'])
  expect(await loaded(text, false)).toEqual([])
})

test('code in code is none', async () => {
  expect(await loaded('````\n```js\nlet a\n```\n````\n')).toEqual([])
  expect(await loaded('a\n\n    ```js\n    let a\n')).toEqual([])
})
