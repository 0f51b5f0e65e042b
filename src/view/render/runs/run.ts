import type { StyleName } from '../../style.ts'
import { displayWidth } from '../../display-width.ts'

/** A piece of text with its styles, outermost first; `link` counts the links of the document from 0. */
export interface Run {
  readonly text: string
  readonly styles: readonly StyleName[]
  readonly link?: number
  /** The text is the source of mathematics on lines of its own. */
  readonly display?: boolean
  /** What draws a picture over this line and the blank ones below it. */
  readonly picture?: string
  /** The run begins this heading of the document, counted from 0. */
  readonly heading?: number
  /** The run begins a block that stands in this line of the markdown, counted from 0. */
  readonly source?: number
  /** The run is the mark of what can be folded, as it was written open or closed, or begins or ends what that hides. */
  readonly fold?: 'open' | 'closed' | 'start' | 'end'
}

/** One line of the page, before it is painted. */
export type Line = readonly Run[]

/** A line break of the source that counts as a space, except before `: definition`. */
export const softBreak = '\u2028'

/** Text in at most one style. */
export function run(text: string, ...styles: readonly StyleName[]): Run {
  return { text, styles }
}

/** The text of runs without their styles. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

/** How many columns a line takes. */
export function lineWidth(line: Line): number {
  let width = 0
  for (const { text } of line) width += displayWidth(text)
  return width
}

/** The lines with `first` before the first and `rest` before the others. */
export function prefixed(lines: readonly Line[], first: Line, rest: Line): readonly Line[] {
  return lines.map((line, index) => {
    const prefix = index === 0 ? first : rest
    return prefix.length === 0 ? line : [...prefix, ...line]
  })
}

/** The runs with more styles around them, of which none has one twice, however deep its marks are nested. */
export function styled(runs: readonly Run[], ...styles: readonly StyleName[]): readonly Run[] {
  return runs.map((piece) => {
    const more = styles.filter((style) => !piece.styles.includes(style))
    return more.length === 0 ? piece : { ...piece, styles: [...more, ...piece.styles] }
  })
}
