import { displayWidth } from '../../display-width.ts'

interface Message {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly isDashed: boolean
}

/** What a diagram shows: who takes part, then messages and remarks in their order. */
interface Sequence {
  readonly names: readonly string[]
  readonly steps: readonly (Message | { readonly remark: string })[]
}

/** Draws a sequence diagram of mermaid as rows of text; undefined for one that is written in more than it reads, or is too wide. */
export function drawSequence(source: string, width: number): readonly string[] | undefined {
  const sequence = readSequence(source)
  if (sequence === undefined || sequence.names.length === 0) return undefined
  const places = placesOf(sequence)
  const rows = [nameRow(sequence.names, places), ...sequence.steps.flatMap((step) => stepRows(step, places))]
  return rows.some((row) => displayWidth(row) > width) ? undefined : rows
}

const participant = /^(?:participant|actor)\s+(\S+)(?:\s+as\s+(.+))?$/
const message = /^([^\s:>-]+)\s*(-->>|->>|-->|->|--x|-x|--\)|-\))\s*[+-]?([^\s:]+)\s*:\s*(.*)$/
const remark = /^(?:note\s+(?:over|left of|right of)\s+[^:]+:\s*|(loop|alt|else|opt|par|and|critical|break)\b\s*)(.*)$/i
const silent = /^(?:autonumber|activate|deactivate|end|title|%%|box|rect)\b|^%%|^$/

function readSequence(source: string): Sequence | undefined {
  const [head = '', ...lines] = source.trim().split('\n')
  if (head.trim() !== 'sequenceDiagram') return undefined
  const ids: string[] = []
  const names: string[] = []
  const placeOf = (id: string, name = id): number => {
    if (!ids.includes(id)) {
      ids.push(id)
      names.push(name)
    }
    return ids.indexOf(id)
  }
  const steps: Sequence['steps'][number][] = []
  for (const line of lines.map((one) => one.trim())) {
    const known = participant.exec(line)
    const sent = message.exec(line)
    const said = remark.exec(line)
    if (known !== null) placeOf(known[1] ?? '', known[2])
    else if (sent !== null) {
      const [, from = '', arrow = '', to = '', text = ''] = sent
      steps.push({ from: placeOf(from), to: placeOf(to), text, isDashed: arrow.startsWith('--') })
    } else if (said !== null) steps.push({ remark: [said[1], said[2]].filter(Boolean).join(' ') })
    else if (!silent.test(line)) return undefined
  }
  return { names, steps }
}

/** The columns of the lifelines: far enough from each other for the names and for what is sent between them. */
function placesOf({ names, steps }: Sequence): readonly number[] {
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
    places.push(Math.max((places[at - 1] ?? 0) + apart, ...needed, ...own))
  }
  return places
}

function nameRow(names: readonly string[], places: readonly number[]): string {
  let row = ''
  names.forEach((name, at) => {
    const start = (places[at] ?? 0) - Math.floor(displayWidth(name) / 2)
    row += ' '.repeat(Math.max(0, start - displayWidth(row))) + name
  })
  return row
}

function stepRows(step: Sequence['steps'][number], places: readonly number[]): readonly string[] {
  if ('remark' in step) return [`${lifelines(places)}`, `  ${step.remark}`]
  const { from, to, text, isDashed } = step
  const [left, right] = [places[Math.min(from, to)] ?? 0, places[Math.max(from, to)] ?? 0]
  if (from === to) return [written(lifelines(places), left + 2, `↺ ${text}`)]
  const room = right - left - 1
  const shaft = (isDashed ? '╌' : '─').repeat(room - 1)
  const label = ' '.repeat(Math.floor((room - displayWidth(text)) / 2)) + text
  return [
    written(lifelines(places), left + 1, label),
    written(lifelines(places), left + 1, from < to ? `${shaft}▶` : `◀${shaft}`),
  ]
}

function lifelines(places: readonly number[]): string {
  return places.reduce((row, place) => `${row.padEnd(place)}│`, '')
}

/** A row of single columns with a text written over it from a column on. */
function written(row: string, column: number, text: string): string {
  return (row.padEnd(column).slice(0, column) + text + row.slice(column + displayWidth(text))).trimEnd()
}
