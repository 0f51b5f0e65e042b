import { relative } from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { type Config, defaultConfig } from '../../core/model/config.ts'
import { fail, FailureError } from '../../core/model/failure.ts'
import { distance } from 'fastest-levenshtein'
import { type Setting, settings } from './config-settings.ts'
import { suggestionsFor, unknownWordsIn } from './unknown-words.ts'
import { decodeText } from '../files/decode-text.ts'
import { isRecord } from '../files/is-record.ts'
import { errorCode, errorReason } from '../files/error-code.ts'
import { readPlainFile } from '../files/file-system.ts'
import { readVaultFile } from '../vault/vault-file.ts'

/** The two files that make a configuration. */
export interface ConfigFiles {
  /** The vault's folder. */
  readonly root: string
  readonly vault: string
  readonly user: string
}

/** The largest configuration file that is read, in bytes. */
const largest = 1_000_000

const sections = new Set(
  [...settings.keys()].flatMap((key) => (key.includes('.') ? [key.slice(0, key.indexOf('.'))] : [])),
)

/** Reads the user's and the vault's configuration; the vault's wins key by key, and of the views name by name. Fails with file, line and a suggestion on an unknown key or a wrong value. */
export function readConfig({ root, vault, user }: ConfigFiles): Config {
  const own = readFile(user, 'user', () => readPlainFile(user, largest))
  const shared = readFile(vault, 'vault', () => readVaultFile(root, relative(root, vault), largest))
  return { ...defaultConfig, ...own, ...shared, views: { ...own.views, ...shared.views } }
}

function readFile(file: string, owner: 'user' | 'vault', read: () => Buffer | undefined): Partial<Config> {
  const text = readConfigText(file, read)
  return text === undefined ? {} : parseConfig(text, file, owner)
}

/** The text of a vault's configuration file; undefined when there is none, and a failure when it can't be read. */
export function readVaultConfigText(root: string, file: string): string | undefined {
  return readConfigText(file, () => readVaultFile(root, relative(root, file), largest))
}

/** The text of the user's configuration file; undefined when there is none, and a failure when it can't be read. */
export function readUserText(file: string): string | undefined {
  return readConfigText(file, () => readPlainFile(file, largest))
}

function readConfigText(file: string, read: () => Buffer | undefined): string | undefined {
  try {
    const bytes = read()
    return bytes === undefined ? undefined : decode(bytes)
  } catch (error) {
    if (error instanceof FailureError) throw error
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined
    return fail({ kind: 'io', action: 'read the configuration', path: file, reason: errorReason(error) })
  }
}

/** Decodes a file for the YAML parser, which reports what it can't read; fails for an unsupported character set. */
function decode(bytes: Buffer): string {
  const decoded = decodeText(bytes)
  if ('binary' in decoded) throw new TypeError('it is a binary file')
  if (decoded.problem !== undefined) throw new TypeError(`it is ${decoded.problem}`)
  return decoded.text
}

/** Reads the text of a configuration file; `file` is for messages. */
export function parseConfig(text: string, file: string, owner: 'user' | 'vault'): Partial<Config> {
  return Object.assign({}, ...readSettings(text, file, owner).map(({ part }) => part)) as Partial<Config>
}

/** A key in a file with its value, and the part of the configuration that they set. */
export interface SettingRead {
  readonly key: string
  readonly value: unknown
  readonly line: number
  readonly part: Partial<Config>
}

/** The settings in the text of a configuration file, in order. Fails as `readConfig` does. */
export function readSettings(text: string, file: string, owner: 'user' | 'vault'): readonly SettingRead[] {
  const lines = new LineCounter()
  const wrong = (offset: number, reason: string, suggestions: readonly string[] = []): never => {
    const { line, col } = lines.linePos(offset)
    return fail({ kind: 'bad-config', file, position: { line, column: col }, reason, suggestions })
  }
  return entriesOf(text, lines, wrong).map(({ key, start, value, startOf }) => {
    const setting = settings.get(key)
    if (setting === undefined) return wrong(start, ...unknownKey(key))
    if (owner === 'vault' && setting.owner === 'user')
      wrong(
        start,
        `"${key}" is not for a vault to decide, which may come from others; set it in your own configuration`,
      )
    const part = setting.read(value)
    if (part === undefined) {
      const entry = wrongEntry(value, (one) => setting.read(one) !== undefined)
      return wrong(startOf(entry), ...wrongValue([key, ...entry].join('.'), { ...setting, key }, value))
    }
    return { key, value, line: lines.linePos(start).line, part }
  })
}

/** The names that lead to the first wrong entry of a value with named entries; none when the value itself is wrong. */
function wrongEntry(value: unknown, holds: (value: unknown) => boolean): readonly string[] {
  if (!isRecord(value)) return []
  for (const [name, part] of Object.entries(value)) {
    const isRight = (one: unknown): boolean => holds(Object.fromEntries([[name, one]]))
    if (!isRight(part)) return [name, ...wrongEntry(part, isRight)]
  }
  return []
}

/** Why a value does not suit its key, and the words that may have been meant. */
function wrongValue(place: string, setting: Setting & { readonly key: string }, value: unknown): Told {
  const { key, wants, schema, words } = setting
  const which = place === key ? 'which' : `and ${key}`
  return [
    `wrong value for "${place}", ${which} must be ${wants}`,
    suggestionsFor(unknownWordsIn(value, schema, words?.())),
  ]
}

/** What is wrong, and what may have been meant. */
type Told = readonly [reason: string, suggestions: readonly string[]]

type Wrong = (offset: number, reason: string) => never

interface Entry {
  readonly key: string
  /** The offset of the key. */
  readonly start: number
  readonly value: unknown
  /** The offset of a named entry, by the names that lead to it. */
  readonly startOf: (names: readonly string[]) => number
}

/** The settings in the text of a file, with the names of their sections. YAML that expands too much ends in an error of the parser. */
function entriesOf(text: string, lines: LineCounter, wrong: Wrong): readonly Entry[] {
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' })
    const error = document.errors[0]
    if (error) {
      const several = error.code === 'MULTIPLE_DOCS'
      return wrong(error.pos[0], several ? 'a second document starts here; write one' : error.message)
    }
    return entries(document, document.contents, '', wrong)
  } catch (error) {
    if (error instanceof FailureError) throw error
    return wrong(0, `cannot be read: ${errorReason(error)}`)
  }
}

function entries(document: Document.Parsed, contents: Node | null, prefix: string, wrong: Wrong): readonly Entry[] {
  const start = contents?.range?.[0] ?? 0
  if (contents === null || (isScalar(contents) && contents.value === null)) return []
  if (!isMap(contents)) {
    const where = prefix === '' ? 'the file' : `"${prefix.slice(0, -1)}"`
    return wrong(start, `${where} must hold keys with values, such as ${exampleOf(prefix)}`)
  }
  return contents.items.flatMap((pair): readonly Entry[] => {
    const value = isNode(pair.value) ? pair.value : null
    if (!isScalar(pair.key)) return wrong(start, 'a key must be a word')
    const key = `${prefix}${String(pair.key.value)}`
    if (prefix === '' && sections.has(key)) return entries(document, value, `${key}.`, wrong)
    const keyStart = pair.key.range?.[0] ?? start
    return [
      {
        key,
        start: keyStart,
        value: value === null ? null : (value.toJS(document) as unknown),
        startOf: (names) => startWithin(value, names) ?? keyStart,
      },
    ]
  })
}

/** The offset of the key to which some names lead; when an alias holds the rest, that of the last key on the way. */
function startWithin(node: Node | null, [name, ...more]: readonly string[]): number | undefined {
  if (name === undefined || !isMap(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
  if (pair === undefined || !isScalar(pair.key)) return undefined
  return startWithin(isNode(pair.value) ? pair.value : null, more) ?? pair.key.range?.[0]
}

function exampleOf(section: string): string {
  const [key = '', setting] = [...settings].find(([name]) => name.startsWith(section)) ?? []
  return `${key.slice(section.length)}: ${setting?.example ?? ''}`
}

/** Why a key is unknown, and the key that may have been meant. */
export function unknownKey(key: string): Told {
  const near = nearest(key)
  const known = near.length > 0 ? '' : '; all keys: wend help configuration'
  return [`unknown key "${key}"${known}`, near]
}

function nearest(key: string): readonly string[] {
  const names = [...settings.keys()]
  const sections = key.includes('.') ? [] : names.map((name) => name.split('.')[0] ?? '')
  return [...new Set([...names, ...sections])]
    .map((name) => ({ name, edits: distance(key, name) }))
    .filter(({ name, edits }) => edits <= Math.max(2, name.length / 3))
    .sort((a, b) => a.edits - b.edits)
    .map(({ name }) => name)
    .slice(0, 1)
}
