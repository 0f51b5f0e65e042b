import type { Config, LinkForm, NoteGroup, Severity } from '../../core/model/config.ts'

/** One key of the configuration; help, the reference page, the file that `wend init` writes and the JSON Schema are made of this. */
export interface Setting {
  /** What the key is for, as a sentence. */
  readonly about: string
  /** What a value should be, as in "must be …". */
  readonly wants: string
  /** A value in YAML, on one line. */
  readonly example: string
  /** The value that holds where none is set, in YAML; absent where nothing holds then. */
  readonly initial?: string
  /** What a value may be, in the words of JSON Schema. */
  readonly schema: object
  /** Whether it stands in the user's own file alone: what a stranger's vault must not decide. */
  readonly owner?: 'user'
  /** The variables of the environment that win over it, and those that are asked where it is not set. */
  readonly environment?: { readonly before?: readonly string[]; readonly after?: readonly string[] }
  /** The part of the configuration that a value makes; undefined for a wrong one. */
  readonly read: (value: unknown) => Partial<Config> | undefined
}

/** A sort of value. */
interface Kind<T> {
  readonly wants: string
  readonly schema: object
  readonly holds: (value: unknown) => value is T
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)
const isTextLists = (value: unknown): value is readonly (readonly string[])[] =>
  Array.isArray(value) && value.every(isTexts)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextRecord = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every(isText)
const severities: readonly unknown[] = ['error', 'warning', 'info', 'off']
const isRules = (value: unknown): value is Readonly<Record<string, Severity | 'off'>> =>
  isTextRecord(value) && Object.values(value).every((severity) => severities.includes(severity))

const strings = { type: 'array', items: { type: 'string' } }

/** A text. */
export function text(wants: string): Kind<string> {
  return { wants, schema: { type: 'string' }, holds: isText }
}

/** A list of patterns in the syntax of .gitignore. */
export function patterns(example: string): Kind<readonly string[]> {
  return { wants: `a list of patterns, such as ${example}`, schema: strings, holds: isTexts }
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

/** Texts by name. */
export function textsByName(wants: string): Kind<Readonly<Record<string, string>>> {
  return { wants, schema: { type: 'object', additionalProperties: { type: 'string' } }, holds: isTextRecord }
}

/** A text of a form. */
export function matching(wants: string, pattern: RegExp): Kind<string> {
  const holds = (value: unknown): value is string => isText(value) && pattern.test(value)
  return { wants, schema: { type: 'string', pattern: pattern.source }, holds }
}

/** Colours of the web page by name. */
export const colors: Kind<Readonly<Record<string, string>>> = {
  ...textsByName('colours by name, such as {red: "#a3164c", dark-red: "#ff8fae"}'),
  holds: (value): value is Readonly<Record<string, string>> =>
    isTextRecord(value) &&
    Object.entries(value).every(
      ([name, color]) => /^(?:dark-)?[a-z]+\d?$/.test(name) && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(color),
    ),
}

/** Command lines by a word. */
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

/** A text with a part that must not be missing. */
export function holding(wants: string, part: string): Kind<string> {
  const holds = (value: unknown): value is string => isText(value) && value.includes(part)
  return { wants, schema: { type: 'string' }, holds }
}

/** A name of a time zone that this machine knows. */
export const timeZone: Kind<string> = {
  wants: 'a time zone, such as Europe/Berlin',
  schema: { type: 'string' },
  holds: (value): value is string => {
    try {
      return isText(value) && new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== ''
    } catch {
      return false
    }
  },
}

const isGroup = (value: unknown): value is NoteGroup =>
  isRecord(value) &&
  Object.entries(value).every(([key, part]) =>
    key === 'paths' ? isTexts(part) : ['dir', 'name', 'template'].includes(key) && isText(part),
  )

/** Sorts of notes by name. */
export const groups: Kind<Readonly<Record<string, NoteGroup>>> = {
  wants: 'sorts of notes by name, each with dir, name, template or paths, such as {meeting: {dir: meetings}}',
  schema: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { paths: strings, dir: { type: 'string' }, name: { type: 'string' }, template: { type: 'string' } },
      additionalProperties: false,
    },
  },
  holds: (value): value is Readonly<Record<string, NoteGroup>> =>
    isRecord(value) && Object.values(value).every(isGroup),
}

type Words = Pick<Setting, 'about' | 'example' | 'initial' | 'owner' | 'environment'>

/** A key of the configuration from its words, the sort of its values and what a value makes. */
export function setting<T>(words: Words, kind: Kind<T>, part: (value: T) => Partial<Config>): Setting {
  const { wants, schema, holds } = kind
  return { ...words, wants, schema, read: (value) => (holds(value) ? part(value) : undefined) }
}

/** Saved options by name. */
export const views: Kind<Readonly<Record<string, string | readonly string[]>>> = {
  wants: 'options of list by name, such as {recent: --sort modified -n 10}',
  schema: { type: 'object', additionalProperties: { anyOf: [{ type: 'string' }, strings] } },
  holds: (value): value is Readonly<Record<string, string | readonly string[]>> =>
    isRecord(value) && Object.values(value).every((line) => isText(line) || isTexts(line)),
}

/** Severities by code. */
export const rules: Kind<Readonly<Record<string, Severity | 'off'>>> = {
  wants: 'codes of problems with error, warning, info or off, such as {orphan: off}',
  schema: { type: 'object', additionalProperties: { enum: severities } },
  holds: isRules,
}
/** Lists of words. */
export const synonyms: Kind<readonly (readonly string[])[]> = {
  wants: 'a list of lists of words, such as [[car, automobile]]',
  schema: { type: 'array', items: strings },
  holds: isTextLists,
}

/** A whole number of at least 1. */
export function count(wants: string): Kind<number> {
  const holds = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1
  return { wants, schema: { type: 'integer', minimum: 1 }, holds }
}
