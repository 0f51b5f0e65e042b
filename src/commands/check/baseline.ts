import { resolve } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { ProblemRow } from '../../core/model/report.ts'
import type { Context } from '../command.ts'

/** Gives those of some problems that an earlier check did not have; `exists` says whether a path of that check still exists. */
export type Baseline = <T extends Known>(problems: readonly T[], exists: (path: string) => boolean) => readonly T[]

type Known = Pick<ProblemRow, 'code' | 'path' | 'message' | 'target'>

/**
 * Reads the JSON of an earlier `wend check`. A problem is known when the same file had one with the same code and target, or message where
 * it has none; lines may have moved since, and of a place in a note only the place counts, since the note may have been renamed. One that
 * stands there twice is known twice. What a file had that is gone is known in files that had nothing: it was renamed. Fails for a file that
 * is none.
 */
export async function readBaseline(context: Context, file: string): Promise<Baseline> {
  const { readText } = await import('../../io/files/read-text.ts')
  const text = readText(resolve(context.cwd, file))
  const known = problemsIn(text, file)
  return (problems, exists) => {
    const left = new Map<string, number>()
    const had = new Set(known.map(({ path }) => path))
    const isGone = new Map([...had].map((path) => [path, !exists(path)]))
    for (const problem of known) {
      const key = keyOf(problem, isGone.get(problem.path) === true ? undefined : problem.path)
      left.set(key, (left.get(key) ?? 0) + 1)
    }
    return problems.filter((problem) => {
      const key = keyOf(problem, had.has(problem.path) ? problem.path : undefined)
      const count = left.get(key) ?? 0
      if (count > 0) left.set(key, count - 1)
      return count === 0
    })
  }
}

function keyOf({ code, message, target }: Known, path: string | undefined): string {
  return JSON.stringify([
    code,
    path,
    target === undefined ? '' : meant(code, target),
    target === undefined ? message : '',
  ])
}

/** Codes of problems with a place in a note; their links follow the note when it is renamed. */
const ofPlaces: ReadonlySet<string> = new Set<ProblemRow['code']>([
  'broken-anchor',
  'broken-block',
  'duplicate-heading',
])

function meant(code: string, target: string): string {
  return ofPlaces.has(code) ? target.slice(target.indexOf('#') + 1) : target
}

function problemsIn(text: string, file: string): readonly Known[] {
  const wrong = (why = 'it is not what wend check --json prints'): never =>
    fail({ kind: 'usage', message: `${file} is no baseline: ${why}` })
  if (text.trim() === '') return wrong('it is empty')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return wrong()
  }
  const problems = typeof data === 'object' && data !== null && 'problems' in data ? data.problems : undefined
  return Array.isArray(problems) && problems.every(isKnown) ? problems : wrong()
}

function isKnown(row: unknown): row is Known {
  if (typeof row !== 'object' || row === null) return false
  const { code, path, message, target = '' } = row as Record<string, unknown>
  return [code, path, message, target].every((value) => typeof value === 'string')
}
