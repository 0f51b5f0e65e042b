/** The character that stands for a part of a picture (kitty's graphics protocol, "Unicode placeholders"). */
const placeholder = '\u{10eeee}'

/** The combining characters that number rows and columns from 0, as far as pictures are high. */
const numbers =
  '\u0305\u030d\u030e\u0310\u0312\u033d\u033e\u033f\u0346\u034a\u034b\u034c\u0350\u0351\u0352\u0357\u035b\u0363\u0364\u0365'

/** The rows of a picture that a terminal knows by number, as characters that a multiplexer can move; the colour tells the number. */
export function placeholderRows(id: number, columns: number, rows: number): readonly string[] {
  const color = [id >> 16, (id >> 8) & 255, id & 255].join(';')
  const first = numbers.charAt(0)
  return Array.from(
    { length: rows },
    (_, row) =>
      `\u001b[38;2;${color}m${placeholder}${numbers.charAt(row)}${first}${placeholder.repeat(columns - 1)}\u001b[39m`,
  )
}

/** A number for a picture, of 24 bits and never 0, by what it holds. */
export function pictureNumber(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash & 0xffffff || 1
}

/** A sequence that tmux hands on to the terminal around it as it is. */
export function throughTmux(sequence: string): string {
  return `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\`
}
