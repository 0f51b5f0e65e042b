import { nearestNames } from '../../core/query/names/nearest-names.ts'
import { isRecord } from '../files/is-record.ts'

/** The parts of JSON Schema that the settings use to list allowed words. */
interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | false
}

/** A word in a value that is not allowed there, with the allowed words that are nearest to it, best first. */
export interface UnknownWord {
  readonly word: string
  readonly near: readonly string[]
}

/** The words that a JSON Schema allows. */
export function choicesOf({ type, enum: words = [], anyOf = [] }: Schema): readonly string[] {
  return type === 'boolean' ? ['true', 'false'] : [...words, ...anyOf.flatMap(choicesOf)]
}

/** The words and names in a value that its schema does not list, where it lists any. `more` are further allowed words. */
export function unknownWordsIn(value: unknown, schema: Schema, more: readonly string[] = []): readonly UnknownWord[] {
  if (typeof value === 'string') return unknownWord(value, [...choicesOf(schema), ...more])
  const { items = (schema.anyOf ?? []).find((one) => one.items !== undefined)?.items } = schema
  if (Array.isArray(value)) return value.flatMap((one) => unknownWordsIn(one, items ?? {}))
  if (!isRecord(value)) return []
  const { properties = {}, propertyNames, additionalProperties } = schema
  const names = choicesOf(propertyNames ?? { enum: Object.keys(properties) })
  return Object.entries(value).flatMap(([name, part]) => [
    ...unknownWord(name, names),
    ...unknownWordsIn(
      part,
      (Object.hasOwn(properties, name) ? properties[name] : undefined) ?? (additionalProperties || {}),
    ),
  ])
}

/** The nearest allowed words for some unknown ones, at most three. */
export function suggestionsFor(words: readonly UnknownWord[]): readonly string[] {
  return [...new Set(words.flatMap(({ near }) => near.slice(0, 1)))].slice(0, 3)
}

function unknownWord(word: string, words: readonly string[]): readonly UnknownWord[] {
  if (words.length === 0 || words.includes(word)) return []
  const folded = word.trim().toLowerCase()
  const longer = folded.length < 2 ? [] : words.filter((one) => one.toLowerCase().startsWith(folded))
  return [{ word, near: [...nearestNames(word, words), ...longer] }]
}
