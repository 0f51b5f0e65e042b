import { rowsBox } from './box.ts'
import type { Box, Reach } from './box.ts'
import { nameTable } from '../../../core/model/name-table.ts'

/** The pieces of a tall bracket; `point` is the one in its middle, of braces and angles. */
type Pieces = { readonly top: string; readonly side: string; readonly bottom: string; readonly point?: string }

const tall: Readonly<Record<string, Pieces>> = nameTable({
  '(': { top: '⎛', side: '⎜', bottom: '⎝' },
  ')': { top: '⎞', side: '⎟', bottom: '⎠' },
  '[': { top: '⎡', side: '⎢', bottom: '⎣' },
  ']': { top: '⎤', side: '⎥', bottom: '⎦' },
  '{': { top: '⎧', side: '⎪', bottom: '⎩', point: '⎨' },
  '}': { top: '⎫', side: '⎪', bottom: '⎭', point: '⎬' },
  '⌊': { top: '⎢', side: '⎢', bottom: '⎣' },
  '⌋': { top: '⎥', side: '⎥', bottom: '⎦' },
  '⌈': { top: '⎡', side: '⎢', bottom: '⎢' },
  '⌉': { top: '⎤', side: '⎥', bottom: '⎥' },
  '|': { top: '│', side: '│', bottom: '│' },
  '‖': { top: '║', side: '║', bottom: '║' },
})

/** A bracket or bar that spans the given rows; one row high it is the character itself. */
export function delimiter(text: string, reach: Reach): Box {
  const height = reach.above + reach.below + 1
  if (text === '')
    return rowsBox(
      Array.from({ length: height }, () => ''),
      reach.above,
    )
  if (height === 1) return rowsBox([text], 0)
  if (text === '⟨' || text === '⟩') return rowsBox(angle(text, height), reach.above)
  const pieces = tall[text] ?? { top: text, side: text, bottom: text }
  return rowsBox(spanning(pieces, height, reach.above), reach.above)
}

function spanning(pieces: Pieces, height: number, baseline: number): readonly string[] {
  const { top, side, bottom, point } = pieces
  const rows = Array.from({ length: height }, (_, row) => (row === 0 ? top : row === height - 1 ? bottom : side))
  if (point === undefined) return rows
  if (height === 2) return pieces.point === '⎨' ? ['⎰', '⎱'] : ['⎱', '⎰']
  rows[Math.min(Math.max(1, baseline), height - 2)] = point
  return rows
}

function angle(text: string, height: number): readonly string[] {
  const arm = Math.floor(height / 2)
  const width = Math.ceil(height / 2)
  const outward = Array.from({ length: height }, (_, row) => Math.abs(row - (height - 1) / 2))
  return outward.map((distance, row) => {
    const column = Math.floor(distance)
    const isUpper = row < arm
    const isPoint = height % 2 === 1 && row === arm
    const char = isPoint ? text : isUpper === (text === '⟨') ? '╱' : '╲'
    const place = text === '⟨' ? column : width - 1 - column
    return ' '.repeat(place) + char
  })
}
