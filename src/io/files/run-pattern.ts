import { createContext, Script } from 'node:vm'
import type { PatternRunner } from '../../core/query/base/base-world.ts'

/** Milliseconds that all patterns of a base may take. */
const deadline = 700

/** The longest text that a pattern is run on, in characters. */
const longest = 10_000

/** Runs patterns in scripts that Node stops when the time is up; from then on nothing is run, and `tell` is called once. */
export function patternRunner(tell: () => void): PatternRunner {
  let left = deadline
  const sandbox = { source: '', flags: '', text: '', by: '', answer: undefined as unknown }
  const context = createContext(sandbox)
  const run = (
    script: Script,
    { source, flags }: { source: string; flags: string },
    text: string,
    by = '',
  ): unknown => {
    if (left <= 0) return undefined
    Object.assign(sandbox, { source, flags, text: text.slice(0, longest), by, answer: undefined })
    const start = performance.now()
    try {
      script.runInContext(context, { timeout: Math.max(1, Math.round(left)) })
      return sandbox.answer
    } catch {
      left = 0
      tell()
      return undefined
    } finally {
      left -= performance.now() - start
    }
  }
  return {
    matches: (pattern, text) => asBoolean(run(scripts.matches, pattern, text)),
    replace: (pattern, text, by) => asText(run(scripts.replace, pattern, text, by)),
    split: (pattern, text) => asTexts(run(scripts.split, pattern, text)),
  }
}

const scripts = {
  matches: new Script('answer = new RegExp(source, flags).test(text)'),
  replace: new Script(`answer = text.replace(new RegExp(source, flags), by).slice(0, ${longest})`),
  split: new Script('answer = text.split(new RegExp(source, flags)).map((part) => part ?? "")'),
}

function asBoolean(answer: unknown): boolean | undefined {
  return typeof answer === 'boolean' ? answer : undefined
}

function asText(answer: unknown): string | undefined {
  return typeof answer === 'string' ? answer : undefined
}

/** A list of the script's own realm, as one of ours. */
function asTexts(answer: unknown): readonly string[] | undefined {
  return Array.isArray(answer) ? answer.map(String) : undefined
}
