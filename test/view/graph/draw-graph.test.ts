import { expect, test } from '@jest/globals'
import { drawGraph } from '../../../src/view/graph/draw-graph.ts'
import { plainStyle } from '../../../src/view/style.ts'

test.each([0, 1, 4, 5, 6, 11])(
  'of twelve neighbours in five rows those around the selected one are shown: %i',
  (selected) => {
    const items = Array.from({ length: 12 }, (_, at) => ({ title: `note ${at}`, side: 'out' as const }))
    const rows = drawGraph({ title: 'Middle', items, selected }, { width: 80, rows: 5 }, plainStyle)
    const shown = rows.flatMap(({ targets }) => targets.map(({ item }) => item))
    const first = Math.max(0, selected - 4)
    expect(shown).toEqual([0, 1, 2, 3, 4].map((at) => first + at))
    expect(rows.filter(({ text }) => text.includes('›note'))).toHaveLength(1)
  },
)

test('on a narrow screen what links to the note stands above it, what it links to below', () => {
  const sides = ['in', 'out', 'in', 'both', 'out'] as const
  const items = sides.map((side, at) => ({ title: `note ${at}`, side }))
  const drawn = (rows: number, selected: number) =>
    drawGraph({ title: 'Middle', items, selected }, { width: 30, rows }, plainStyle)
  expect(drawn(9, 2).map(({ text }) => text.trimEnd())).toEqual([
    '╭── note 0',
    '├──\u001b[7m›note 2\u001b[27m',
    '▼ Middle',
    '├─▶ note 1',
    '├◀▶ note 3',
    '╰─▶ note 4',
  ])
  expect(drawn(3, 4).map(({ targets }) => targets.map(({ item }) => item))).toEqual([[1], [3], [4]])
  expect(drawn(3, 0).map(({ targets }) => targets.map(({ item }) => item))).toEqual([[0], [2], []])
})
