import { displayWidth, padded } from '../../display-width.ts'
import { type Message, readSequence, type Sequence } from './read-sequence.ts'

/** Draws a sequence diagram of mermaid as rows of text; undefined for one that is written in more than it reads, or is too wide. */
export function drawSequence(source: string, width: number): readonly string[] | undefined {
  const sequence = readSequence(source)
  if (sequence === undefined || sequence.names.length === 0) return undefined
  const places = placesOf(sequence, width)
  if (places === undefined) return undefined
  const title = sequence.title === '' ? [] : [sequence.title, '']
  const rows = [...title, nameRow(sequence.names, places), ...sequence.steps.flatMap((step) => stepRows(step, places))]
  return rows.some((row) => displayWidth(row) > width) ? undefined : rows
}

/** The columns of the lifelines: far enough from each other for the names and for what is sent between them; undefined above a width. */
function placesOf({ names, steps }: Sequence, width: number): readonly number[] | undefined {
  const half = names.map((name) => Math.ceil(displayWidth(name) / 2))
  const places = [half[0] ?? 0]
  for (let at = 1; at < names.length; at++) {
    const apart = (half[at - 1] ?? 0) + (half[at] ?? 0) + 3
    const needed = steps.flatMap((step) => {
      if ('remark' in step || Math.max(step.from, step.to) !== at || step.from === step.to) return []
      return [(places[Math.min(step.from, step.to)] ?? 0) + displayWidth(step.text) + 4]
    })
    const own = steps.flatMap((step) => {
      const isSelf = 'from' in step && step.from === step.to && step.from === at - 1
      return isSelf ? [(places[at - 1] ?? 0) + displayWidth(step.text) + 5] : []
    })
    const place = Math.max((places[at - 1] ?? 0) + apart, ...needed, ...own)
    if (place >= width) return undefined
    places.push(place)
  }
  return places
}

function nameRow(names: readonly string[], places: readonly number[]): string {
  let row = ''
  names.forEach((name, at) => {
    const start = (places[at] ?? 0) - Math.floor(displayWidth(name) / 2)
    row = padded(row, start) + name
  })
  return row
}

/** The ends of an arrow to the right and to the left. */
const heads: Readonly<Record<Message['head'], readonly [string, string]>> = {
  arrow: ['▶', '◀'],
  open: ['▷', '◁'],
  cross: ['✗', '✗'],
  none: ['', ''],
}

function stepRows(step: Sequence['steps'][number], places: readonly number[]): readonly string[] {
  if ('remark' in step) return [`${lifelines(places)}`, `  ${step.remark}`]
  const { from, to, text, isDashed } = step
  const [toRight, toLeft] = heads[step.head]
  const [left, right] = [places[Math.min(from, to)] ?? 0, places[Math.max(from, to)] ?? 0]
  if (from === to) return [written(lifelines(places), left + 2, `↺ ${text}`)]
  const room = right - left - 1
  const shaft = (isDashed ? '╌' : '─').repeat(room - toRight.length)
  const label = ' '.repeat(Math.floor((room - displayWidth(text)) / 2)) + text
  return [
    written(lifelines(places), left + 1, label),
    written(lifelines(places), left + 1, from < to ? shaft + toRight : toLeft + shaft),
  ]
}

function lifelines(places: readonly number[]): string {
  return places.reduce((row, place) => `${row.padEnd(place)}│`, '')
}

/** A row of single columns with a text written over it from a column on. */
function written(row: string, column: number, text: string): string {
  return (row.padEnd(column).slice(0, column) + text + row.slice(column + displayWidth(text))).trimEnd()
}
