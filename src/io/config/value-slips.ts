import { nearestNames } from '../../core/query/names/nearest-names.ts'

/** The parts of a JSON Schema that the settings use to say which words there are. */
interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | false
}

/** A word in a value that is none of those that may stand there, with the ones that it may have been meant for, best first. */
export interface Slip {
  readonly word: string
  readonly near: readonly string[]
}

/** The words that a JSON Schema allows. */
export function choicesOf({ type, enum: words = [], anyOf = [] }: Schema): readonly string[] {
  return type === 'boolean' ? ['true', 'false'] : [...words, ...anyOf.flatMap(choicesOf)]
}

/** The words and names of a value that its schema does not know, where it says which there are. `more` are words that it may be besides. */
export function slipsIn(value: unknown, schema: Schema, more: readonly string[] = []): readonly Slip[] {
  if (typeof value === 'string') return slipOf(value, [...choicesOf(schema), ...more])
  const { items = (schema.anyOf ?? []).find((one) => one.items !== undefined)?.items } = schema
  if (Array.isArray(value)) return value.flatMap((one) => slipsIn(one, items ?? {}))
  if (typeof value !== 'object' || value === null) return []
  const { properties = {}, propertyNames, additionalProperties } = schema
  const names = choicesOf(propertyNames ?? { enum: Object.keys(properties) })
  return Object.entries(value).flatMap(([name, part]) => [
    ...slipOf(name, names),
    ...slipsIn(part, (Object.hasOwn(properties, name) ? properties[name] : undefined) ?? (additionalProperties || {})),
  ])
}

/** The words that some slips were most likely meant for, at most three. */
export function meantBy(slips: readonly Slip[]): readonly string[] {
  return [...new Set(slips.flatMap(({ near }) => near.slice(0, 1)))].slice(0, 3)
}

function slipOf(word: string, words: readonly string[]): readonly Slip[] {
  if (words.length === 0 || words.includes(word)) return []
  const folded = word.trim().toLowerCase()
  const longer = folded.length < 2 ? [] : words.filter((one) => one.toLowerCase().startsWith(folded))
  return [{ word, near: [...nearestNames(word, words), ...longer] }]
}
