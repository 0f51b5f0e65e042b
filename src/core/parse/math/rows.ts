import { TexReader } from './tex-reader.ts'

/** The rows of TeX between its line breaks (`\\`, `\cr`, `\newline`) outside braces, environments and `\left…\right`. */
export function texRows(tex: string): readonly string[] {
  return split(tex, (name) => name === '\\' || name === 'cr' || name === 'newline')
}

/** The cells of a row between its `&`. */
export function texCells(row: string): readonly string[] {
  return split(row, () => false, '&')
}

function split(tex: string, breaks: (command: string) => boolean, separator?: string): readonly string[] {
  const parts: string[] = []
  const reader = new TexReader(tex)
  let depth = 0
  let start = 0
  while (!reader.done) {
    const at = reader.at
    const character = tex[at]
    const command = reader.command()
    if (command === undefined) reader.at++
    if (command !== undefined) depth += nesting[command] ?? 0
    else if (character === '{') depth++
    else if (character === '}') depth--
    if (depth !== 0 || (command === undefined ? character !== separator : !breaks(command))) continue
    parts.push(tex.slice(start, at))
    if (command === '\\') skipRowOptions(reader)
    start = reader.at
  }
  return [...parts, tex.slice(start)]
}

const nesting: Readonly<Record<string, number>> = { begin: 1, end: -1, left: 1, right: -1 }

/** `\\*` and `\\[2pt]` break as `\\` does. */
function skipRowOptions(reader: TexReader): void {
  reader.take('*')
  const length = /\[-?[\d.]+\s*[a-z]{2}\]/y
  length.lastIndex = reader.at
  const found = length.exec(reader.source)
  if (found !== null) reader.at = length.lastIndex
}
