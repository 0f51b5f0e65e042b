import type { Formula, FormulaKind } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'
import { writeAccent, writeEnclosure } from './accent.ts'
import { writeBinomial, writeFraction } from './fraction.ts'
import { atomPhrase, binding, bracketed } from './phrase.ts'
import type { Phrase, Write } from './phrase.ts'
import { writeLimits } from './limits.ts'
import { writeRow } from './row.ts'
import { writeArrow, writeRoot, writeScripts } from './scripts.ts'

type Writers = { readonly [K in FormulaKind]: (formula: Formula<K>, style: MathStyle, write: Write) => Phrase }

const writers: Writers = {
  symbol: ({ text }) => atomPhrase(text),
  text: ({ text }) => ({ text, binding: text.includes(' ') ? binding.sum : binding.atom, loose: false }),
  space: ({ cells }) => atomPhrase(' '.repeat(cells)),
  row: ({ items }, style, write) => writeRow(items, style, write),
  classed: ({ body }, style, write) => write(body, style),
  fraction: writeFraction,
  root: writeRoot,
  scripts: writeScripts,
  limits: writeLimits,
  accent: writeAccent,
  brace: ({ base }, style, write) => write(base, style),
  arrow: writeArrow,
  fence: writeFence,
  table: writeTable,
  enclosure: writeEnclosure,
  phantom: () => atomPhrase(''),
  tag: ({ body }, style, write) => atomPhrase(`  ${write(body, style).text}`),
}

/** A formula written on one line of Unicode text. */
export function writeLinear<K extends FormulaKind>(formula: Formula<K>, style: MathStyle): Phrase {
  return writers[formula.kind](formula, style, writeLinear)
}

/** Brackets around a row; what stands before a lone bar, "evaluated at", gets brackets of its own. */
function writeFence({ left, right, items }: Formula<'fence'>, style: MathStyle, write: Write): Phrase {
  const [only] = items
  if (left === '(' && right === ')' && items.length === 1 && only?.kind === 'fraction' && !only.bar)
    return writeBinomial(only, style, write)
  const inside = writeRow(items, style, write)
  const isEvaluated = left === '' && right === '|'
  return atomPhrase(left + (isEvaluated ? bracketed(inside, binding.call) : inside.text) + right)
}

/** Cells separated by commas, rows by semicolons, without empty ones at the end; aligned equations have no comma at the place of alignment. */
function writeTable(table: Formula<'table'>, style: MathStyle, write: Write): Phrase {
  const rows = table.rows.map(({ cells }) =>
    cells
      .map((cell, index) => {
        const isApart = (table.gaps[index - 1]?.cells ?? 0) > 0
        return (isApart ? ', ' : ' '.repeat(leadOf(cell))) + write(cell, style).text
      })
      .join('')
      .replaceAll(',, ', ', ')
      .replace(/(?:, )+$/, '')
      .trim(),
  )
  const last = rows.findLastIndex((row) => row !== '')
  return {
    text: rows
      .slice(0, last + 1)
      .join('; ')
      .replaceAll(',; ', '; '),
    binding: binding.relation,
    loose: false,
  }
}

/** Explicit space at the start of a cell, which no comma parts from the one before it. */
function leadOf(cell: Formula): number {
  if (cell.kind === 'space') return cell.cells
  return cell.kind === 'row' && cell.items[0] !== undefined ? leadOf(cell.items[0]) : 0
}
