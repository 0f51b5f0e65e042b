import { createContext, Script } from 'node:vm'
import type { PatternRunner } from '../../core/query/base/base-world.ts'
import { runWithin } from './run-within.ts'

/** Milliseconds of processor time that all patterns of a base may take. */
const usualDeadline = 700

/** The longest text that a pattern is run on, in characters. */
const longest = 10_000

/**
 * Runs patterns in scripts that Node stops when the time is up; from then on nothing is run. `tell` is called once, when the first pattern is
 * stopped, or not begun because those before it had used the time.
 */
export function patternRunner(tell: () => void, deadline = usualDeadline): PatternRunner {
  let left = deadline
  const stop = (): void => {
    if (left > -Infinity) tell()
    left = -Infinity
  }
  const sandbox = { source: '', flags: '', text: '', by: '', answer: undefined as unknown }
  const context = createContext(sandbox)
  const run = (
    script: Script,
    { source, flags }: { source: string; flags: string },
    text: string,
    by = '',
  ): unknown => {
    if (left <= 0) return stop()
    const begin = (): void =>
      void Object.assign(sandbox, { source, flags, text: text.slice(0, longest), by, answer: undefined })
    try {
      const taken = runWithin(script, context, left, begin)
      if (taken === Infinity) return stop()
      left -= taken
      return sandbox.answer
    } catch {
      return stop()
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
