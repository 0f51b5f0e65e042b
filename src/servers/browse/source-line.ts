import type { ReadPlace } from './events.ts'

/** The line of a note's file, from 1, with most of the first five words of a place; when none has any, the first line of the place. */
export function sourceLine(source: string, bodyStart: number, { first, last, words }: ReadPlace): number {
  const from = first ?? source.slice(0, bodyStart).split('\n').length
  const lines = source.split('\n').slice(from - 1, last === undefined ? undefined : last - 1)
  const wanted = plain(words).split(' ')
  for (let count = Math.min(5, wanted.length); count > 0; count--) {
    const start = wanted.slice(0, count).join(' ')
    const at = start === '' ? -1 : lines.findIndex((line) => plain(line).includes(start))
    if (at >= 0) return from + at
  }
  return from
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
