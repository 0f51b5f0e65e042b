import { createContext, Script } from 'node:vm'
import type { PatternRunner } from '../../core/query/base/base-world.ts'
import { runWithin } from './run-within.ts'

/** Milliseconds of processor time for all patterns of a base. */
const usualDeadline = 700

/** The longest text that a pattern is run on, in characters. */
const longest = 10_000

/**
 * Runs patterns in scripts that Node stops when the time is up; after that no more are run. `tell` is called once, when the first pattern
 * is stopped, or is skipped because earlier ones had used the time.
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
    const begin = (): void => void Object.assign(sandbox, { source, flags, ...bounded(text, by), answer: undefined })
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

/** Shortens the replacement for long texts, so that the result never exceeds two million characters. */
function bounded(text: string, by: string): { readonly text: string; readonly by: string } {
  const short = text.slice(0, longest)
  return { text: short, by: by.slice(0, Math.floor(2_000_000 / (short.length + 1))) }
}

const scripts = {
  matches: new Script('answer = new RegExp(source, flags).test(text)'),
  replace: new Script(`answer = text.replace(new RegExp(source, flags), by).slice(0, ${longest})`),
  split: new Script('answer = text.split(new RegExp(source, flags)).map((part) => part ?? "")'),
}

function asBoolean(answer: unknown): boolean | undefined {
  return typeof answer === 'boolean' ? answer : undefined
}

/** Copies the text: a slice would keep the whole text in memory. */
function asText(answer: unknown): string | undefined {
  if (typeof answer !== 'string' || answer.length < longest) return typeof answer === 'string' ? answer : undefined
  return Buffer.from(answer, 'utf16le').toString('utf16le')
}

/** A list from the script's realm, as one of this realm. */
function asTexts(answer: unknown): readonly string[] | undefined {
  return Array.isArray(answer) ? answer.map(String) : undefined
}
