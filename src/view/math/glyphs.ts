import { nameTable } from '../../core/model/name-table.ts'

/** Characters that a terminal shows better than the ones KaTeX names: same meaning, one cell, in every font. */
const better: Readonly<Record<string, string>> = nameTable({
  '∣': '|',
  '∥': '‖',
  '∗': '*',
  '⋅': '·',
  '∖': '\\',
  '⟶': '→',
  '⟵': '←',
  '⟷': '↔',
  '⟹': '⇒',
  '⟸': '⇐',
  '⟺': '⇔',
  '⟼': '↦',
  '≔': ':=',
  '⩴': '::=',
  '⩾': '≥',
  '⩽': '≤',
  '⪰': '≽',
  '⪯': '≼',
  '\u00a0': ' ',
  '\u2009': ' ',
})

const invisible = /[\u200a-\u200f\u2060-\u2064\ufeff]/g

/** Text in the characters that a terminal shows best, composed and without invisible ones. */
export function glyphs(text: string): string {
  return Array.from(text.replace(invisible, ''), (char) => better[char] ?? char)
    .join('')
    .normalize('NFC')
}
