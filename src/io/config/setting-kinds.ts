import type { Config, LinkForm, Severity } from '../../core/model/config.ts'
import { problemCodes } from '../../core/model/problem-code.ts'
import { isRecord } from '../files/is-record.ts'
import { splitCommand } from '../programs/split-command.ts'

/** One key of the configuration. Help, the reference page, the file that `wend init` writes and the JSON Schema are generated from this. */
export interface Setting {
  /** What the key is for, as a sentence. */
  readonly about: string
  /** What a value should be, as in "must be …". */
  readonly wants: string
  /** A value in YAML, on one line. */
  readonly example: string
  /** The default value, in YAML; absent when there is none. */
  readonly initial?: string
  /** The allowed values, as a JSON Schema. */
  readonly schema: object
  /** Whether only the user's own file may set it: a stranger's vault must not. */
  readonly owner?: 'user'
  /** Environment variables that override it, and those that apply when it is not set. */
  readonly environment?: { readonly before?: readonly string[]; readonly after?: readonly string[] }
  /** Further allowed words that the schema does not list, for suggestions when one is mistyped. */
  readonly words?: () => readonly string[]
  /** The part of the configuration that a value sets; undefined for a wrong value. */
  readonly read: (value: unknown) => Partial<Config> | undefined
}

/** A type of value. */
export interface Kind<T> {
  readonly wants: string
  readonly schema: object
  readonly words?: () => readonly string[]
  readonly holds: (value: unknown) => value is T
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNonBlank = (value: unknown): value is string => isText(value) && value.trim() !== ''
export const isNonBlankList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isNonBlank)
const isTextRecord = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every(isText)
const severities: readonly unknown[] = ['error', 'warning', 'info', 'off']
const isRules = (value: unknown): value is Readonly<Record<string, Severity | 'off'>> =>
  isTextRecord(value) && Object.values(value).every((severity) => severities.includes(severity))

export const nonBlankSchema = { type: 'string', pattern: '\\S' }
export const nonBlankListSchema = { type: 'array', items: nonBlankSchema }

/** A text, and not an empty one. */
export function text(wants: string): Kind<string> {
  return { wants, schema: nonBlankSchema, holds: isNonBlank }
}

/** A text, which may be empty. */
export function textOrNone(wants: string): Kind<string> {
  return { wants, schema: { type: 'string' }, holds: isText }
}

/** A command with its arguments. */
export const commandLine: Kind<string> = {
  wants: 'a command line',
  schema: nonBlankSchema,
  holds: (value): value is string => isText(value) && splitCommand(value).length > 0,
}

/** A list of patterns in the syntax of .gitignore. */
export function patterns(example: string): Kind<readonly string[]> {
  return { wants: `a list of patterns, such as ${example}`, schema: nonBlankListSchema, holds: isNonBlankList }
}

/** One of some words. */
export function choice<const T extends string>(...values: readonly T[]): Kind<T> {
  const wants = `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`
  return { wants, schema: { enum: values }, holds: (value): value is T => values.includes(value as T) }
}

/** How links are written. */
export const linkForm: Kind<LinkForm | 'shortest path'> = {
  ...choice('title', 'name', 'shortest-path', 'shortest path', 'markdown'),
  wants: 'title, name, shortest-path or markdown',
}

/** Yes or no. */
export const yesOrNo: Kind<boolean> = {
  wants: 'true or false',
  schema: { type: 'boolean' },
  holds: (value): value is boolean => typeof value === 'boolean',
}

/** Texts by name; names and values must match their patterns. */
export function textsByName(wants: string, { name = /^/, value = /^/ } = {}): Kind<Readonly<Record<string, string>>> {
  return {
    wants,
    schema: {
      type: 'object',
      ...(name.source === '^' ? {} : { propertyNames: { pattern: name.source } }),
      additionalProperties: { type: 'string', ...(value.source === '^' ? {} : { pattern: value.source }) },
    },
    holds: (given): given is Readonly<Record<string, string>> =>
      isTextRecord(given) && Object.entries(given).every(([key, words]) => name.test(key) && value.test(words)),
  }
}

/** A text that matches a pattern. */
export function matching(wants: string, pattern: RegExp): Kind<string> {
  const holds = (value: unknown): value is string => isText(value) && pattern.test(value)
  return { wants, schema: { type: 'string', pattern: pattern.source }, holds }
}

const tones = 'paper wash card edge rule ink ink2 ink3 red string broken t0 t1 t2 t3 t4 t5 t6 t7'.split(' ')

/** The names of the web page's colours, as in its style sheet; those of the dark theme begin with `dark-`. */
export const pageColors: readonly string[] = tones.flatMap((name) => [name, `dark-${name}`])

/** Colours of the web page by name. */
export const colors: Kind<Readonly<Record<string, string>>> = {
  wants: 'colours by name, such as {red: "#a3164c", dark-red: "#ff8fae"}',
  schema: {
    type: 'object',
    propertyNames: { enum: pageColors },
    additionalProperties: { type: 'string', pattern: '^#(?:[\\da-fA-F]{3}|[\\da-fA-F]{6})$' },
  },
  holds: (value): value is Readonly<Record<string, string>> =>
    isTextRecord(value) &&
    Object.entries(value).every(
      ([name, color]) => pageColors.includes(name) && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(color),
    ),
}

/** Command lines by the word that starts them. */
export const commandLines: Kind<Readonly<Record<string, string>>> = {
  wants: 'command lines by name, a word of letters, digits and dashes, such as {inbox: list --tag inbox}',
  schema: {
    type: 'object',
    propertyNames: { pattern: '^[A-Za-z0-9][\\w-]*$' },
    additionalProperties: { type: 'string', pattern: '\\S' },
  },
  holds: (value): value is Readonly<Record<string, string>> =>
    isTextRecord(value) &&
    Object.entries(value).every(([name, line]) => /^[A-Za-z0-9][\w-]*$/.test(name) && /[^\s!]/.test(line)),
}

/** A name of a time zone that this machine knows. */
export const timeZone: Kind<string> = {
  wants: 'a time zone, such as Europe/Berlin',
  schema: { type: 'string' },
  words: () => Intl.supportedValuesOf('timeZone'),
  holds: (value): value is string => {
    try {
      return isText(value) && new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== ''
    } catch {
      return false
    }
  },
}

type Words = Pick<Setting, 'about' | 'example' | 'initial' | 'owner' | 'environment'>

/** A setting, from its descriptions, the type of its values and the part of the configuration that a value sets. */
export function setting<T>(words: Words, kind: Kind<T>, part: (value: T) => Partial<Config>): Setting {
  const { holds, ...about } = kind
  return { ...words, ...about, read: (value) => (holds(value) ? part(value) : undefined) }
}

/** Saved options by name. */
export const savedViews: Kind<Readonly<Record<string, string | readonly string[]>>> = {
  wants: 'options of list by name, such as {recent: --sort modified -n 10}',
  schema: { type: 'object', additionalProperties: { anyOf: [nonBlankSchema, nonBlankListSchema] } },
  holds: (value): value is Readonly<Record<string, string | readonly string[]>> =>
    isRecord(value) && Object.values(value).every((line) => isNonBlank(line) || isNonBlankList(line)),
}

/** Severities by problem code. Unknown codes are accepted, since another version of wend may know them; `check` reports them. */
export const ruleSeverities: Kind<Readonly<Record<string, Severity | 'off'>>> = {
  wants: 'codes of problems with error, warning, info or off, such as {orphan: off}',
  schema: { type: 'object', propertyNames: { enum: problemCodes }, additionalProperties: { enum: severities } },
  holds: isRules,
}

/** Lists of words. */
export const synonyms: Kind<readonly (readonly string[])[]> = {
  wants: 'a list of lists of words, such as [[car, automobile]]',
  schema: { type: 'array', items: { ...nonBlankListSchema, minItems: 2 } },
  holds: (value): value is readonly (readonly string[])[] =>
    Array.isArray(value) && value.every((words) => isNonBlankList(words) && words.length > 1),
}

/** A whole number of at least 1. */
export function count(wants: string): Kind<number> {
  const holds = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1
  return { wants, schema: { type: 'integer', minimum: 1 }, holds }
}
