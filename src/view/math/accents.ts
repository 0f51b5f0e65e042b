import { nameTable } from '../../core/model/name-table.ts'

/** A mark above or below: the combining character for one letter, and what is drawn over something wider. */
export type AccentShape = { readonly combining: string; readonly wide: string; readonly stretches: boolean }

const shapes: Readonly<Record<string, AccentShape>> = nameTable({
  '...': { combining: '\u20db', wide: '...', stretches: false },
  '....': { combining: '\u20dc', wide: '....', stretches: false },
  '^': { combining: '\u0302', wide: '^', stretches: false },
  ˆ: { combining: '\u0302', wide: '^', stretches: false },
  ˇ: { combining: '\u030c', wide: 'ˇ', stretches: false },
  '~': { combining: '\u0303', wide: '~', stretches: false },
  '˜': { combining: '\u0303', wide: '~', stretches: false },
  ˉ: { combining: '\u0304', wide: '_', stretches: true },
  '‾': { combining: '\u0304', wide: '_', stretches: true },
  '˘': { combining: '\u0306', wide: '˘', stretches: false },
  '˙': { combining: '\u0307', wide: '.', stretches: false },
  '¨': { combining: '\u0308', wide: '..', stretches: false },
  ˊ: { combining: '\u0301', wide: '´', stretches: false },
  ˋ: { combining: '\u0300', wide: '`', stretches: false },
  '˚': { combining: '\u030a', wide: '°', stretches: false },
  '˝': { combining: '\u030b', wide: '˝', stretches: false },
  '⃗': { combining: '\u20d7', wide: '→', stretches: true },
  '→': { combining: '\u20d7', wide: '→', stretches: true },
  '←': { combining: '\u20d6', wide: '←', stretches: true },
  '↔': { combining: '\u20e1', wide: '↔', stretches: true },
  '⇒': { combining: '\u20d7', wide: '⇒', stretches: true },
  '⇀': { combining: '\u20d1', wide: '⇀', stretches: true },
  '↼': { combining: '\u20d0', wide: '↼', stretches: true },
})

/** The shape of an accent by the character KaTeX writes for it; an unknown one stands above as it is. */
export function accentShape(mark: string): AccentShape {
  return shapes[mark] ?? { combining: '', wide: mark, stretches: false }
}

/** The combining characters of a line and a tilde below, and of a stroke through a letter. */
export const lineBelow = '\u0332'
export const tildeBelow = '\u0330'
export const strokeThrough = '\u0338'

/** A combining character put on every character of a text; spaces carry lines but no strokes. */
export function onEvery(text: string, combining: string): string {
  const carrier = combining === strokeThrough ? /[^\s\p{M}]\p{M}*/gu : /\P{M}\p{M}*/gu
  return text.replace(carrier, (letter) => letter + combining).normalize('NFC')
}
