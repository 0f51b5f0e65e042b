import { perParseProblem, type Rule } from './rule.ts'

/** Marks that git leaves where two versions of a note could not be merged. */
export const conflictMarks: Rule = {
  severity: 'error',
  summary: 'Marks of a merge that was never finished',
  find: perParseProblem('conflict-marks', (reason) => reason),
}
