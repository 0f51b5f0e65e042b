import { expect, test } from '@jest/globals'
import xterm from '@xterm/headless'
import { paintScreen } from '../../../../src/servers/browse/view/paint-screen.ts'
import type { Screen, ScreenRow } from '../../../../src/servers/browse/view/view.ts'

/** Rows with a bar are divided at their fourth column. */
const screenOf = (rows: readonly string[]): Screen => ({
  split: 4,
  rows: rows.map((text): ScreenRow => {
    const [left, right] = text.split('|')
    return right === undefined ? { right: text } : { ...(left === undefined ? {} : { left }), right: `|${right}` }
  }),
})

async function seen(...screens: readonly (readonly string[])[]): Promise<readonly string[]> {
  const terminal = new xterm.Terminal({ cols: 10, rows: 3, allowProposedApi: true })
  let shown: Screen | undefined
  for (const rows of screens) {
    const screen = screenOf(rows)
    const sent = paintScreen(screen, shown)
    await new Promise<void>((done) => terminal.write(sent, done))
    shown = screen
  }
  return [0, 1, 2].map((line) => terminal.buffer.active.getLine(line)?.translateToString(true) ?? '')
}

test.each([
  [[['one', 'two', 'three']]],
  [
    [
      ['a long row', 'two', 'three'],
      ['a', 'two', ''],
    ],
  ],
  [
    [
      ['漢字', 'two', ''],
      ['x', 'two', '\u001b[1mbold\u001b[22m'],
    ],
  ],
  [
    [
      ['left|right', 'l2  |r2', 'x'],
      ['left|other', 'l3  |r2', 'y'],
    ],
  ],
])('after %j the last screen is seen', async (screens) => {
  const last = (screens.at(-1) ?? []).map((row) => row.replace(/\u001b\[\d+m/g, ''))
  expect(await seen(...screens)).toEqual(last)
})

test('a left part of another width than was thought does not move the right part', async () => {
  expect(await seen(['ab|r', 'abcdefgh|r', 'abcd|r'])).toEqual(['ab  |r', 'abcd|r', 'abcd|r'])
  expect(await seen(['abcd|r', '', ''], ['a|r', '', ''])).toEqual(['a   |r', '', ''])
})

test('rows that are the same are not sent again', () => {
  expect(paintScreen(screenOf(['same', 'new']), screenOf(['same', 'old']))).not.toContain('same')
})

test('where only the right part changed, the left is not sent again', () => {
  expect(paintScreen(screenOf(['same|new']), screenOf(['same|old']))).not.toContain('same')
})

test('the cursor shows only where something is typed', () => {
  const blank = screenOf([''])
  expect(paintScreen({ ...blank, cursor: { row: 0, column: 4 } }, blank)).toContain('\u001b[1;5H\u001b[?25h')
  expect(paintScreen(blank, blank)).toContain('\u001b[?25l')
})
