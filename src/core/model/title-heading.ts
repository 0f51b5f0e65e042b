import type { Heading, Note } from './note.ts'

/** Whether a heading says the title of its note. */
export function isTitleHeading({ level, text }: Heading, { title }: Pick<Note, 'title'>): boolean {
  return level === 1 && text === title
}

/** The heading that says the title of a note, the first of several; undefined where none does. */
export function titleHeading(note: Pick<Note, 'title' | 'headings'>): Heading | undefined {
  return note.headings.find((heading) => isTitleHeading(heading, note))
}
