import { expect, test } from '@jest/globals'
import { outerTerminalIn } from '../../../src/io/programs/outer-terminal.ts'

test.each([
  ['on kitty(0.35.2) xterm-kitty\n', 'kitty(0.35.2) xterm-kitty'],
  ['all  xterm-ghostty\n', 'xterm-ghostty'],
  ['1 WezTerm 20240203 xterm-256color\n', 'WezTerm 20240203 xterm-256color'],
  ['off kitty(0.35.2) xterm-kitty\n', undefined],
  ['0 kitty xterm-kitty\n', undefined],
  ['', undefined],
])('tmux that answers %j runs in %j', (answer, name) => {
  expect(outerTerminalIn(answer)).toBe(name)
})
