import type { ParseProblem } from '../model/note.ts'
import type { Span } from '../model/span.ts'

const marks = /^<{7} [^\r\n]*\r?\n(?:(?!<{7} )[^\n]*\n)*?={7}\r?\n(?:(?!<{7} )[^\n]*\n)*?>{7} [^\r\n]*/gm

/** The marks of merges that git left in a text, outside what is excluded (code): each where it begins. */
export function findConflictMarks(text: string, excluded: readonly Span[]): readonly ParseProblem[] {
  if (!text.includes('<<<<<<< ')) return []
  return [...text.matchAll(marks)]
    .filter(({ index }) => !excluded.some(({ start, end }) => start <= index && index < end))
    .map(({ 0: whole, index }) => ({
      code: 'conflict-marks',
      reason: 'two versions of these lines were never merged',
      span: { start: index, end: index + (/^[^\r\n]*/.exec(whole)?.[0].length ?? 7) },
      line: text.slice(0, index).split('\n').length,
      column: 1,
    }))
}
