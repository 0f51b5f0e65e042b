import stringWidth from 'string-width'
import { characterWidth, syllableWidth } from './character-width.ts'
import { graphemeParts } from './graphemes.ts'

/** The width of text in terminal columns: wide characters two, combining ones none, escapes none. */
export function displayWidth(text: string): number {
  if (!beyondAscii.test(text)) return text.length
  let width = text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x7f && unit >= 0x20) continue
    const code = isHighSurrogate(unit) ? (text.codePointAt(index) ?? 0) : unit
    const columns = characterWidth(code)
    if (columns === undefined) return widthOfRare(text, unit)
    const units = code > 0xffff ? 2 : 1
    width += columns - units
    index += units - 1
  }
  return width
}

/** Text padded with blanks to a width; wider text is unchanged. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** The width of a text that contains an unusual character; colour escapes are removed before the tables are used. */
function widthOfRare(text: string, unit: number): number {
  const plain = unit === escape ? text.replace(colours, '') : text
  if (plain.length < text.length) return displayWidth(plain)
  let width = 0
  let others = ''
  for (const character of text) {
    const columns = syllableWidth(character)
    if (columns === undefined) others += character
    else width += columns
  }
  for (const part of graphemeParts(others)) width += stringWidth(part)
  return width
}

/** Matches characters that may not take one column; a regular expression is faster than a loop that runs only once. */
const beyondAscii = /[^ -~]/

const escape = 0x1b
const colours = new RegExp(`${String.fromCharCode(escape)}\\[[\\d;]*m`, 'g')

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** Whether every UTF-16 unit of a text certainly takes one column. */
export function isNarrowText(text: string): boolean {
  if (!beyondAscii.test(text)) return true
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if ((unit >= 0x7f || unit < 0x20) && characterWidth(unit) !== 1) return false
  }
  return true
}
