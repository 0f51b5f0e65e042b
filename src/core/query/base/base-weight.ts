import { type BaseValue, isList, isObject } from './base-value.ts'

/** The size of a value in characters and parts (a part that occurs twice counts twice), and how deep it nests. */
interface Weight {
  readonly parts: number
  readonly depth: number
}

/**
 * Lists and records are measured once: formulas may put one into another many times, so that walking through the result would never end.
 */
const known = new WeakMap<object, Weight>()

/** How many characters and parts a value holds; a part that occurs twice counts twice. */
export function weightOf(value: BaseValue): number {
  return weigh(value).parts
}

/** How deep a value nests: 0 for anything but a list or record. */
export function depthOf(value: BaseValue): number {
  return weigh(value).depth
}

function weigh(value: BaseValue): Weight {
  if (typeof value === 'string') return { parts: value.length + 1, depth: 0 }
  if (typeof value !== 'object' || value === null || !(isList(value) || isObject(value))) return { parts: 1, depth: 0 }
  const kept = known.get(value)
  if (kept !== undefined) return kept
  const inner = (isList(value) ? value : Object.entries(value).flat()).map(weigh)
  const weight = {
    parts: inner.reduce((sum, { parts }) => sum + parts, 1),
    depth: 1 + inner.reduce((most, { depth }) => Math.max(most, depth), 0),
  }
  known.set(value, weight)
  return weight
}
