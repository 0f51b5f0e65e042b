import type { PlacedSource } from '../../../view/render/render-options.ts'
import type { RenderedNote } from '../model.ts'
import { bestLine } from './find-in-note.ts'

/**
 * The line of a laid out note for a line of its file: in the block that contains it, the line with most of its words. Undefined for what
 * comes before all blocks, such as the title.
 */
export function lineOfSource(note: RenderedNote, source: number, words: string): number | undefined {
  // A note that is too long to be laid out has no blocks.
  if (note.sources.length === 0) return bestLine(note, words)
  const block = lastOf(note.sources, (place) => place.source <= source, 'source')
  if (block === undefined) return undefined
  return bestLine(note, words, block.line, endOf(note, block.line)) ?? block.line
}

/** The lines of the file, `last` exclusive, of the block that contains a line of the laid out note. */
export function sourceOfLine(
  note: RenderedNote,
  line: number,
): { readonly first: number; readonly last: number } | undefined {
  const block = lastOf(note.sources, (place) => place.line <= line, 'line')
  if (block === undefined) return undefined
  const last = note.sources.reduce(
    (end, { source }) => (source > block.source && source < end ? source : end),
    Number.MAX_SAFE_INTEGER,
  )
  return { first: block.source, last }
}

/** The line with the same text after the note was laid out for another width. */
export function sameLine(before: RenderedNote, after: RenderedNote, line: number): number | undefined {
  const index = before.sources.findLastIndex((place) => place.line <= line)
  const [from, to] = [before.sources[index], after.sources[index]]
  if (from === undefined || to === undefined || from.source !== to.source) return undefined
  const part = (line - from.line) / Math.max(1, endOf(before, from.line) - from.line)
  return to.line + Math.round(part * (endOf(after, to.line) - to.line))
}

/** Where the next block begins that is below a line. */
function endOf({ sources, lines }: RenderedNote, line: number): number {
  return sources.reduce((end, place) => (place.line > line && place.line < end ? place.line : end), lines.length)
}

/** The last matching place by a count; of equal ones the innermost. */
function lastOf(
  places: readonly PlacedSource[],
  fits: (place: PlacedSource) => boolean,
  by: keyof PlacedSource,
): PlacedSource | undefined {
  let last: PlacedSource | undefined
  for (const place of places) if (fits(place) && (last === undefined || place[by] >= last[by])) last = place
  return last
}
