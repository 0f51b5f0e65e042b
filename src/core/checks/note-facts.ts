import type { Note } from '../model/note.ts'
import { foldName } from '../vault/fold.ts'

/** What problems of other notes rest on in a note whose path, title and aliases stay the same, and what the sums of a check count of it. Survives JSON. */
export interface NoteFacts {
  readonly links: number
  readonly titleSource: Note['titleSource']
  readonly summary: string
  readonly headings: readonly string[]
}

/** The facts of a note. */
export function noteFacts({ links, titleSource, summary = '', headings }: Note): NoteFacts {
  return { links: links.length, titleSource, summary, headings: headings.map(({ text }) => text) }
}

/** Whether some heading stands twice in a note: links to it are told the line of the first. */
export function repeatsHeading({ headings }: NoteFacts): boolean {
  return new Set(headings.map(foldName)).size < headings.length
}

/** Whether notes with the same headings are suggested for the same links. */
export function sameHeadings(a: NoteFacts, b: NoteFacts): boolean {
  return a.headings.length === b.headings.length && a.headings.every((text, order) => text === b.headings[order])
}
