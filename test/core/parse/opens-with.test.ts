import { expect, test } from '@jest/globals'
import { opensWith } from '../../../src/core/parse/opens-with.ts'

const summary = 'Ways to get help.'

test.each([
  ['Ways to get help.\n\nMore.', true],
  ['\n\nWays to\nget **help**. And more.', true],
  ['# Title\n\nWays to get help.', true],
  ['# Title\nWays to get help.', true],
  ['%% hidden %%\n\nWays to get help.', true],
  ['Title\n=====\n\nWays to get help.', true],
  ['## Part\n\n%%\na\n\nb\n%%\n\nWays to get help.', true],
  ['> Ways to get help.', false],
  ['Other ways to get help.', false],
  ['First.\n\nWays to get help.', false],
  ['Ways to get', false],
  ['', false],
])('whether a text begins with its summary: %j', (body, begins) => {
  expect(opensWith(body, summary)).toBe(begins)
  expect(opensWith(body, '')).toBe(false)
})
