import type { Pixels } from '../../../core/model/pixels.ts'
import { type Painted, paintedIn, transparent } from './palette.ts'

/** Colours that a terminal surely keeps at once. */
const mostColors = 255

/** The sixel graphics of a picture, in its own size (VT330/VT340 Programmer Reference, chapter 14). What is transparent stays as it was. */
export function sixelOf(pixels: Pixels): string {
  const painted = paintedIn(mostColors, pixels)
  const colors = painted.colors.map((color, place) => `#${place};2;${color.map(percent).join(';')}`)
  const bands = Array.from({ length: Math.ceil(pixels.height / 6) }, (_, band) => bandOf(pixels, painted, band))
  return `\u001bP0;1;0q"1;1;${pixels.width};${pixels.height}${colors.join('')}${bands.join('-')}\u001b\\`
}

function percent(side: number): number {
  return Math.round((side * 100) / 255)
}

/** Six rows: for each colour the columns where it stands, drawn over each other from the left. */
function bandOf({ width, height }: Pixels, { places }: Painted, band: number): string {
  const columns = new Map<number, Uint8Array>()
  const rows = Math.min(6, height - band * 6)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++) {
      const place = places[(band * 6 + row) * width + column] ?? transparent
      if (place === transparent) continue
      const drawn = columns.get(place) ?? new Uint8Array(width)
      columns.set(place, drawn)
      drawn[column] = (drawn[column] ?? 0) | (1 << row)
    }
  return [...columns].map(([place, drawn]) => `#${place}${runsOf(drawn)}`).join('$')
}

/** The columns as characters, longer runs of one as its number and it; blank ones at the end are left out. */
function runsOf(columns: Uint8Array): string {
  let end = columns.length
  while (end > 0 && columns[end - 1] === 0) end--
  let text = ''
  for (let at = 0; at < end;) {
    let next = at + 1
    while (next < end && columns[next] === columns[at]) next++
    const character = String.fromCharCode(63 + (columns[at] ?? 0))
    text += next - at > 3 ? `!${next - at}${character}` : character.repeat(next - at)
    at = next
  }
  return text
}
