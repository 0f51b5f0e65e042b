import { resolve } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { ProblemRow } from '../../core/model/report.ts'
import type { Context } from '../command.ts'

/** Gives those of some problems that an earlier check did not find. */
export type Baseline = <T extends Known>(problems: readonly T[]) => readonly T[]

type Known = Pick<ProblemRow, 'code' | 'path' | 'message'>

/**
 * Reads the JSON of an earlier `wend check`. A problem is known when the same file had one with the same code and message; lines may have
 * moved since. One that stands there twice is known twice. Fails for a file that is none.
 */
export async function readBaseline(context: Context, file: string): Promise<Baseline> {
  const { readText } = await import('../../io/files/read-text.ts')
  const text = readText(resolve(context.cwd, file))
  const known = problemsIn(text, file)
  return (problems) => {
    const left = new Map<string, number>()
    for (const problem of known) left.set(keyOf(problem), (left.get(keyOf(problem)) ?? 0) + 1)
    return problems.filter((problem) => {
      const count = left.get(keyOf(problem)) ?? 0
      if (count > 0) left.set(keyOf(problem), count - 1)
      return count === 0
    })
  }
}

function keyOf({ code, path, message }: Known): string {
  return `${code}\n${path}\n${message}`
}

function problemsIn(text: string, file: string): readonly Known[] {
  const wrong = (): never =>
    fail({ kind: 'usage', message: `${file} is no baseline: it is not what wend check --json prints` })
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
  return ['code', 'path', 'message'].every((key) => typeof (row as Record<string, unknown>)[key] === 'string')
}
