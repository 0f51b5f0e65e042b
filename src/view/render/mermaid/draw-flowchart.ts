import { displayWidth } from '../../display-width.ts'
import { Canvas } from './canvas.ts'
import { arrow, listFlowchart } from './list-flowchart.ts'
import { type Placed, placeNodes, type Rank } from './place-nodes.ts'
import { type Flowchart, readFlowchart, type Shape } from './read-flowchart.ts'

/** Larger charts are better read in words than as boxes that fill the screen. */
const MOST_BOXES = 16

/** A mermaid flowchart at most `width` columns wide: with boxes and lines, else in words; undefined when it is shown as source. */
export function drawMermaid(source: string, width: number): readonly string[] | undefined {
  const chart = readFlowchart(source)
  return chart && (boxes(chart, width) ?? listFlowchart(chart, width))
}

function boxes(chart: Flowchart, width: number): readonly string[] | undefined {
  if (chart.groups.length > 0 || chart.direction === 'other' || chart.nodes.size > MOST_BOXES) return undefined
  const row = chart.direction === 'right' ? drawRow(chart) : undefined
  const drawn = row ?? drawDown(chart)
  if (drawn === undefined) return undefined
  if (drawn.every((line) => displayWidth(line) <= width)) return drawn
  const narrower = row === undefined ? undefined : drawDown(chart)
  return narrower?.every((line) => displayWidth(line) <= width) === true ? narrower : undefined
}

/** A chain from left to right; undefined when the chart is no chain. */
function drawRow({ nodes, edges }: Flowchart): readonly string[] | undefined {
  const names = [...nodes.keys()]
  const chain =
    edges.length === names.length - 1 &&
    edges.every(({ from, to }, index) => from === names[index] && to === names[index + 1])
  if (!chain) return undefined
  const canvas = new Canvas()
  let column = 0
  names.forEach((name, index) => {
    const { label = name, shape = 'box' } = nodes.get(name) ?? {}
    const size = displayWidth(label) + 4
    box(canvas, { row: 0, column, size, label, shape })
    const edge = edges[index]
    if (edge === undefined) return
    const line = arrow(edge)
    canvas.write(1, column + size, line)
    column += size + displayWidth(line)
  })
  return canvas.rows()
}

function drawDown(chart: Flowchart): readonly string[] | undefined {
  const ranks = placeNodes(chart)
  if (ranks === undefined) return undefined
  const canvas = new Canvas()
  let row = 0
  for (const [index, rank] of ranks.entries()) {
    for (const node of rank) {
      const { label, shape, column, size } = node
      if (label === undefined) canvas.down(node.center, row - 1, row + 3)
      else box(canvas, { row, column, size, label, shape })
    }
    const below = ranks[index + 1]
    if (below !== undefined) row = edgesBetween(canvas, rank, below, row + 3)
  }
  return canvas.rows()
}

interface Box {
  readonly row: number
  readonly column: number
  readonly size: number
  readonly label: string
  readonly shape: Shape
}

const borders: Readonly<Record<Shape, string>> = { box: '┌─┐│└┘', round: '╭─╮│╰╯', decision: '┏━┓┃┗┛' }

function box(canvas: Canvas, { row, column, size, label, shape }: Box): void {
  const [topLeft = '', bar = '', topRight = '', side = '', bottomLeft = '', bottomRight = ''] = borders[shape]
  const blank = size - 2 - displayWidth(label)
  const left = Math.floor(blank / 2)
  canvas.write(row, column, topLeft + bar.repeat(size - 2) + topRight)
  canvas.write(row + 1, column, side + ' '.repeat(left) + label + ' '.repeat(blank - left) + side)
  canvas.write(row + 2, column, bottomLeft + bar.repeat(size - 2) + bottomRight)
}

/** Draws the edges from one rank to the next, below `top`; each node whose edges bend has a row of its own. Gives the row of the next rank. */
function edgesBetween(canvas: Canvas, rank: Rank, below: Rank, top: number): number {
  const bending = rank.filter((node) => node.targets.some(({ to }) => to.center !== node.center))
  const labelled = rank.some(({ targets }) => targets.some(({ label }) => label !== ''))
  const end = top + bending.length + (labelled ? 2 : 1)
  for (const node of rank) {
    const turn = top + Math.max(0, bending.indexOf(node))
    for (const edge of node.targets) {
      canvas.down(node.center, top - 1, turn)
      canvas.across(turn, node.center, edge.to.center)
      canvas.down(edge.to.center, turn, end)
      if (edge.label !== '') canvas.write(end - 2, edge.to.center + 1, ` ${edge.label}`)
    }
  }
  for (const node of below) arrive(canvas, node, rank, end - 1)
  return end
}

const endsBelow = { '>': '▼', x: '✗', o: '○' }

/** The ends of the edges that lead to a node: an arrow where they differ. */
function arrive(canvas: Canvas, node: Placed, rank: Rank, row: number): void {
  const ends = rank.flatMap(({ targets }) => targets.flatMap(({ to, end }) => (to === node && end !== '' ? [end] : [])))
  const [end] = ends.includes('>') ? (['>'] as const) : ends
  if (end !== undefined && node.label !== undefined) canvas.write(row, node.center, endsBelow[end])
}
