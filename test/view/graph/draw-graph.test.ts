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
