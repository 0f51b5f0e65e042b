import { neighboursOf, type Site } from '../../../core/model/site.ts'
import { emptyHtml, type Html, html, joinedHtml } from '../html.ts'
import { topicClass } from '../page-context.ts'
import { leastPlaces, type SpectrumLine, spectrumLines } from './spectrum-lines.ts'

/** Units of a line with the space beside it, and of the picture's height. */
export const lineUnits = 6
const height = 50

/** All notes as lines: on a note's page only its neighbours have their colours and its own is red. For the eye alone. */
export function spectrum(site: Site, own?: number): Html {
  const lines = linesOf(site)
  if (lines.length === 0) return emptyHtml
  const width = placesOf(lines)
  const view = html`0 0 ${width * lineUnits} ${height}`
  return html`<div class="spectrum" ${own === undefined ? undefined : ownPlace(site, own, width)}>
    <svg viewBox="${view}" preserveAspectRatio="none" aria-hidden="true">${paths(site, lines, own)}</svg>
  </div>`
}

function placesOf(lines: readonly SpectrumLine[]): number {
  return Math.max(leastPlaces, (lines.at(-1)?.place ?? 0) + 1)
}

/** The lines of the notes of one topic, small. */
export function topicSpectrum(site: Site, topic: number): Html {
  const lines = linesOf(site).filter((line) => line.topic === topic)
  const first = lines[0]?.place ?? 0
  const width = (lines.length === 0 ? 1 : (lines.at(-1)?.place ?? 0) - first + 1) * lineUnits
  const path = lines.map((line) => segment({ ...line, place: line.place - first })).join('')
  const shown = site.topics[topic]
  const name = shown === undefined ? 'tx' : topicClass(shown)
  return html`<svg
    class="mini"
    viewBox="0 0 ${width} ${height}"
    width="${Math.round(width * 0.6)}"
    height="20"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <path class="${name}" d="${path}" />
  </svg>`
}

interface KeptLines {
  readonly lines: readonly SpectrumLine[]
  /** The line of a note. */
  readonly lineOf: (note: number) => SpectrumLine | undefined
  grey?: string
}

const kept = new WeakMap<Site, KeptLines>()

function keptLines(site: Site): KeptLines {
  const known = kept.get(site)
  if (known !== undefined) return known
  const lines = spectrumLines(site)
  const numbers = new Uint32Array(site.notes.length)
  for (const [number, { notes }] of lines.entries()) for (const note of notes) numbers[note] = number
  const made = { lines, lineOf: (note: number) => lines[numbers[note] ?? lines.length] }
  kept.set(site, made)
  return made
}

/** The lines of a site, worked out once. */
export function linesOf(site: Site): readonly SpectrumLine[] {
  return keptLines(site).lines
}

/** Where the own line of a note stands, from 0 to 1. */
function ownPlace(site: Site, own: number, width: number): Html {
  const line = keptLines(site).lineOf(own)
  const x = ((line?.place ?? 0) + 0.5) / width
  return html` data-x="${x.toFixed(4)}" data-y="${(1 - (line?.height ?? 0) / height).toFixed(2)}"`
}

function paths(site: Site, lines: readonly SpectrumLine[], own: number | undefined): Html {
  if (own === undefined) return byTopic(site, lines)
  const data = keptLines(site)
  data.grey ??= lines.map(segment).join('')
  const red = data.lineOf(own)
  const note = site.notes[own]
  const near = new Set((note === undefined ? [] : neighboursOf(note)).flatMap((other) => data.lineOf(other) ?? []))
  if (red !== undefined) near.delete(red)
  const lit = [...near].sort((a, b) => a.place - b.place)
  return html`<path
      class="off"
      d="${data.grey}"
    />${byTopic(site, lit)}${red === undefined ? undefined : html`<path class="me" d="${segment(red)}" />`}`
}

function byTopic(site: Site, lines: readonly SpectrumLine[]): Html {
  const groups = new Map<string, string>()
  for (const line of lines) {
    const topic = line.topic === undefined ? undefined : site.topics[line.topic]
    const name = topic === undefined ? 'tx' : topicClass(topic)
    groups.set(name, (groups.get(name) ?? '') + segment(line))
  }
  return joinedHtml([...groups].map(([name, path]) => html`<path class="${name}" d="${path}" />`))
}

/** A line from the axis upward. */
function segment({ place, height: length }: SpectrumLine): string {
  return `M${place * lineUnits + lineUnits / 2} ${height}v-${length}`
}
