import type { Note } from '../../core/model/note.ts'
import type { ReadPlace } from './model.ts'

/** The line of a note's source, from 1, on which the words of a place stand: looked for from its heading on, else that heading. */
export function sourceLine(
  source: string,
  note: Pick<Note, 'headings' | 'bodyStart'>,
  { heading, words }: ReadPlace,
): number {
  const known = heading === undefined ? undefined : note.headings.find(({ text }) => text === heading)
  const first = known?.line ?? source.slice(0, note.bodyStart).split('\n').length
  const lines = source.split('\n')
  const wanted = plain(words).split(' ')
  for (let count = Math.min(5, wanted.length); count > 0; count--) {
    const start = wanted.slice(0, count).join(' ')
    const at = start === '' ? -1 : lines.findIndex((line, index) => index >= first - 1 && plain(line).includes(start))
    if (at >= 0) return at + 1
  }
  return first
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
