import { describe, expect, test } from '@jest/globals'
import { type Label, placeLabels } from '../../../src/web-client/map/labels.ts'
import type { MapData, MapNote } from '../../../src/web-client/map/map-data.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Numbers that look random and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
}

/** A crowd of notes, some of which many lean on. */
function crowd(count: number, seed: number): MapData {
  const next = numbers(seed)
  const notes = Array.from({ length: count }, (_, number): MapNote => {
    const backlinks = number < count / 5 ? 10 + Math.floor(next() * 30) : Math.floor(next() * 3)
    const title = `Note ${number} ${'of a long name '.repeat(Math.floor(next() * 3))}`.trim()
    const [x, y] = [next() * 300 + 350, next() * 300 + 350]
    return { title, address: '', topic: number % 3, backlinks, radius: 2 + Math.sqrt(backlinks), x, y, near: new Set() }
  })
  const topics = ['one', 'two', 'three'].map((name) => ({ name, hue: 't1', ring: false }))
  return { site: { t: [], n: [], p: 500 }, notes, links: [], topics }
}

const width = (text: string, font: string): number =>
  (text.length * Number.parseFloat(/[\d.]+px/.exec(font)?.[0] ?? '')) / 2

const setting = { text: 'serif', label: 'sans', room: 100 }

/** Points two pixels apart on the line that is drawn to a label, from the edge of its mark on. */
function lineTo({ at, dx, dy, width: wide }: Label, radius: number): readonly Point[] {
  const end = {
    x: dx > 0 ? dx - 3 : dx + wide < 0 ? dx + wide + 3 : 0,
    y: dx > 0 || dx + wide < 0 ? dy : dy - Math.sign(dy) * 8,
  }
  const length = Math.hypot(end.x, end.y)
  const count = Math.max(0, Math.floor((length - radius - 2) / 2))
  return Array.from({ length: count }, (_, step) => {
    const part = (radius + 2 + 2 * step) / length
    return { x: at.x + end.x * part, y: at.y + end.y * part }
  })
}

function covers({ at, dx, dy, width: wide }: Label, { x, y }: Point): boolean {
  return x > at.x + dx && x < at.x + dx + wide && Math.abs(y - at.y - dy) < 8
}

describe('names on the map', () => {
  test.each([1, 2, 4, 5, 6, 7])('stand apart, and no line to one goes through another or a mark (crowd %i)', (seed) => {
    const data = crowd(60, seed)
    const labels = placeLabels(data, { scale: 1, left: 0, top: 0 }, setting, width)
    expect(labels.filter(({ leader }) => leader).length).toBeGreaterThan(0)
    const wrong: string[] = []
    for (const label of labels) {
      for (const other of labels)
        if (label !== other)
          for (const x of [0, label.width / 2, label.width])
            if (covers(other, { x: label.at.x + label.dx + x, y: label.at.y + label.dy }))
              wrong.push(`${label.text} on ${other.text}`)
      if (!label.leader) continue
      const radius = data.notes[label.note ?? -1]?.radius ?? 0
      for (const point of lineTo(label, radius)) {
        for (const other of labels)
          if (other !== label && covers(other, point)) wrong.push(`line to ${label.text} through ${other.text}`)
        for (const note of data.notes)
          if (note !== label.at && Math.hypot(note.x - point.x, note.y - point.y) < note.radius)
            wrong.push(`line to ${label.text} through a mark`)
      }
    }
    expect([...new Set(wrong)]).toEqual([])
  })
})
