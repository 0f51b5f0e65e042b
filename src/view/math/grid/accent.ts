import { accentShape, onEvery, strokeThrough } from '../accents.ts'
import type { Formula } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'
import { aligned, rowsBox, stacked, textBox } from './box.ts'
import type { Box } from './box.ts'
import type { Lay } from './lay.ts'

/** A letter with its mark on it; over something wider the mark has a row of its own. */
export function layAccent(accent: Formula<'accent'>, style: MathStyle, lay: Lay): Box {
  const { base } = accent
  if (base.kind === 'scripts') return lay({ ...base, base: { ...accent, base: base.base } }, style)
  const box = lay(base, style)
  const shape = accentShape(accent.mark)
  if (accent.below) return below(box, shape.wide === '_' ? '‾' : shape.wide, shape.stretches)
  const [only] = box.rows
  if (box.rows.length === 1 && only !== undefined && shape.combining !== '') {
    if (box.width === 1) return textBox((only + shape.combining).normalize('NFC'))
  }
  return { ...stacked([markRow(shape.wide, box.width, shape.stretches), box], 1, 'center'), reach: box.reach }
}

function below(box: Box, mark: string, stretches: boolean): Box {
  return { ...stacked([box, markRow(mark, box.width, stretches)], 0, 'center'), reach: box.reach }
}

function markRow(mark: string, width: number, stretches: boolean): Box {
  if (!stretches) return textBox(mark)
  if (mark === '_' || mark === '‾') return textBox(mark.repeat(width))
  return textBox(stretchedArrow(mark, width))
}

/** An arrow of the given width: a shaft, with the head at the side to which it points. */
export function stretchedArrow(shape: string, width: number): string {
  const shaft = /[⇒⇐⇔=]/.test(shape) ? '═' : '─'
  const more = shaft.repeat(Math.max(0, width - 1))
  if (shape === '=') return shaft + more
  if (/[↔⇔⇌⇋⇄]/.test(shape)) return width < 2 ? shape : bothHeads(shape, width)
  return /[←⇐↼↽↩↞]/.test(shape) ? shape + more : more + shape
}

function bothHeads(shape: string, width: number): string {
  if (shape === '↔') return `←${'─'.repeat(width - 2)}→`
  return shape === '⇔' ? `⇐${'═'.repeat(width - 2)}⇒` : shape.padStart(Math.ceil(width / 2))
}

/** A brace or bracket as wide as its base. */
export function layBrace(brace: Formula<'brace'>, style: MathStyle, lay: Lay): Box {
  const base = lay(brace.base, style)
  const width = Math.max(3, base.width)
  const line = textBox(brace.shape === 'brace' ? braceRow(width, brace.below) : bracketRow(width, brace.below))
  const box = aligned(base, width, 'center')
  return brace.below ? stacked([box, line], 0, 'center') : stacked([line, box], 1, 'center')
}

function braceRow(width: number, below: boolean): string {
  const left = Math.floor((width - 3) / 2)
  const right = width - 3 - left
  const [start, point, end] = below ? ['╰', '┬', '╯'] : ['╭', '┴', '╮']
  return `${start ?? ''}${'─'.repeat(left)}${point ?? ''}${'─'.repeat(right)}${end ?? ''}`
}

function bracketRow(width: number, below: boolean): string {
  return below ? `└${'─'.repeat(width - 2)}┘` : `┌${'─'.repeat(width - 2)}┐`
}

/** An arrow as long as its labels, which stand above and below it. */
export function layArrow(arrow: Formula<'arrow'>, lay: Lay): Box {
  const over = arrow.over === undefined ? [] : [lay(arrow.over, 'script')]
  const under = arrow.under === undefined ? [] : [lay(arrow.under, 'script')]
  const width = Math.max(1, ...[...over, ...under].map((box) => box.width)) + 2
  const shaft = textBox(stretchedArrow(arrow.shape, width))
  return { ...stacked([...over, shaft, ...under], over.length, 'center'), reach: shaft.reach }
}

/** The body in a frame, or with a stroke through every character. */
export function layEnclosure(enclosure: Formula<'enclosure'>, style: MathStyle, lay: Lay): Box {
  const body = lay(enclosure.body, style)
  if (enclosure.shape === 'strike') {
    return {
      ...body,
      rows: body.rows.map((row) => onEvery(row, strokeThrough)),
    }
  }
  const edge = '─'.repeat(body.width + 2)
  const rows = [`┌${edge}┐`, ...body.rows.map((row) => `│ ${row} │`), `└${edge}┘`]
  return rowsBox(rows, body.baseline + 1)
}
