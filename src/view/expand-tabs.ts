import { displayWidth } from './display-width.ts'

/** Text with its tabs as blanks up to the next multiple of 4 columns, as CommonMark counts them (section 2.2); `start` is the column of its first character. */
export function expandTabs(text: string, start = 0): string {
  if (!text.includes('\t')) return text
  return text
    .split('\n')
    .map((line, index) => expandLine(line, index === 0 ? start : 0))
    .join('\n')
}

function expandLine(line: string, start: number): string {
  const [first = '', ...rest] = line.split('\t')
  let text = first
  let column = start + displayWidth(first)
  for (const part of rest) {
    const blanks = 4 - (column % 4)
    text += ' '.repeat(blanks) + part
    column += blanks + displayWidth(part)
  }
  return text
}
