import { perParseProblem, type Rule } from './rule.ts'

/** A canvas whose JSON is broken; no link of it is read. */
export const badCanvas: Rule = {
  severity: 'error',
  summary: 'A canvas that is not valid JSON',
  find: perParseProblem('bad-canvas', (reason) => `this canvas cannot be read: ${reason}`),
}
