import { askTerminal } from '../terminal/ask-terminal.ts'

/** The size of a character cell, in pixels. */
export interface CellSize {
  readonly width: number
  readonly height: number
}

/** The cell of the VT340, which most terminals report. */
const usual: CellSize = { width: 10, height: 20 }

/**
 * Asks a terminal whether it draws sixel graphics (attribute 4 of DA1, xterm control sequences): gives the size of its cells, or undefined.
 */
export async function askSixelCell(
  terminal: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'env'>,
): Promise<CellSize | undefined> {
  return sixelCellIn(await askTerminal('\u001b[16t', terminal))
}

/** The cell size in the answer of a terminal with sixel graphics; the usual size when the answer has none. */
export function sixelCellIn(answer: string): CellSize | undefined {
  const abilities = /\u001b\[\?([\d;]*)c/.exec(answer)?.[1]?.split(';').slice(1) ?? []
  if (!abilities.includes('4')) return undefined
  const [, height, width] = (/\u001b\[6;(\d+);(\d+)t/.exec(answer) ?? []).map(Number)
  const isLikely = (pixels: number | undefined): pixels is number =>
    pixels !== undefined && pixels >= 4 && pixels <= 200
  return isLikely(width) && isLikely(height) ? { width, height } : usual
}
