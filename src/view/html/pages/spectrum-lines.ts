import type { Site } from '../../../core/model/site.ts'

/** A line of the spectrum: one note, or several where there are many. */
export interface SpectrumLine {
  /** Counted in lines from the left; a place is left free between topics. */
  readonly place: number
  /** In units of the drawing, from 7 to 44. */
  readonly height: number
  readonly topic?: number
  readonly notes: readonly number[]
}

/** The axis has at least so many places: with fewer, the lines of a few notes would be as wide as blocks. */
export const leastPlaces = 90

/** More notes than this share lines. */
const mostLines = 600

/** The lines of a site in the order of its topics; their heights grow with the backlinks, the tallest is the most linked note. */
export function spectrumLines(
  site: Pick<Site, 'spectrum'> & { readonly notes: readonly { readonly backlinks: number }[] },
): readonly SpectrumLine[] {
  const size = Math.max(1, Math.ceil(site.spectrum.length / mostLines))
  const countOf = (note: number): number => site.notes[note]?.backlinks ?? 0
  const most = site.spectrum.reduce((so, { note }) => Math.max(so, countOf(note)), 1)
  const lines: SpectrumLine[] = []
  let place = 0
  let bin: number[] = []
  for (const [order, { note, topic }] of site.spectrum.entries()) {
    bin.push(note)
    const next = site.spectrum[order + 1]
    if (bin.length < size && next !== undefined && next.topic === topic) continue
    const count = Math.max(...bin.map(countOf))
    const height = Math.round(7 + 37 * Math.sqrt(count / most))
    lines.push({ place, height, notes: bin, ...(topic === undefined ? {} : { topic }) })
    place += next !== undefined && next.topic !== topic ? 2 : 1
    bin = []
  }
  return lines
}

/** The note that names a line: its most linked one. */
export function noteOfLine({ notes }: Pick<Site, 'notes'>, line: readonly number[]): number {
  const countOf = (note: number): number => notes[note]?.backlinks ?? 0
  return line.reduce((best, note) => (countOf(note) > countOf(best) ? note : best), line[0] ?? 0)
}
