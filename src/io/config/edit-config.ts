import { type Document, isAlias, isMap, isNode, isScalar, parseDocument } from 'yaml'
import { fail } from '../../core/model/failure.ts'
import { isRecord } from '../files/is-record.ts'
import { isKnownKey, type SettingKey, valueAt } from './setting-key.ts'
import { suggestionsFor, type UnknownWord, unknownWordsIn } from './unknown-words.ts'

/**
 * The text of a configuration file with a key set; everything else, comments included, stays. Fails when the value does not suit the key,
 * and when the text is not YAML.
 */
export function withSetting(text: string, file: string, key: SettingKey, words: readonly string[]): string {
  const document = documentOf(text, file)
  const held = (document.toJS() ?? {}) as unknown
  const path = pathIn(document, key)
  const whole = valueAt(held, path.slice(0, path.length - key.entry.length))
  const value = chosenReading(whole, key, words)
  makeRoom(document, path)
  const node = document.createNode(value, { flow: true })
  const before = document.getIn(path, true)
  if (isNode(before)) Object.assign(node, { comment: before.comment, commentBefore: before.commentBefore })
  document.setIn(path, node)
  return written(document)
}

/** The first reading of the typed words that the key accepts and that contains no unknown word. */
function chosenReading(whole: unknown, key: SettingKey, words: readonly string[]): unknown {
  const { setting, entry, name } = key
  let unknown: readonly UnknownWord[] = []
  for (const value of readings(words)) {
    const own = placed({}, entry, value)
    const isKnown = unknownWordsIn(own, setting.schema).length === 0
    if (isKnown && setting.read(placed(whole, entry, value)) !== undefined) return value
    if (unknown.length === 0) unknown = unknownWordsIn(own, setting.schema, setting.words?.())
  }
  const suggestions = suggestionsFor(unknown)
  const odd = unknown.find(({ word }) => entry.includes(word))
  const what = odd === undefined ? `"${words.join(' ')}" is no value` : `"${odd.word}" is no name`
  return fail({
    kind: 'usage',
    message: `${what} for "${key.key}": ${name} must be ${setting.wants}`,
    hint:
      suggestions.length > 0
        ? `did you mean "${suggestions.join('" or "')}"?`
        : `for example: wend config set ${name} ${asTyped(setting.example)}`,
  })
}

/** A YAML value as typed in a shell: quoted only when necessary. */
function asTyped(example: string): string {
  const plain = /^"([^"\\]*)"$/.exec(example)?.[1] ?? example
  if (/^[\w./:-]+$/.test(plain)) return plain
  return plain.includes("'") ? `"${plain}"` : `'${plain}'`
}

/** The same with a key removed; undefined when the file does not set it. */
export function withoutSetting(text: string, file: string, key: FileKey): string | undefined {
  const document = documentOf(text, file)
  const path = pathIn(document, key)
  if (!document.hasIn(path)) return undefined
  keepComment(document, path)
  document.deleteIn(path)
  for (let length = path.length - 1; length > 0; length--) {
    const above = document.getIn(path.slice(0, length))
    if (isMap(above) && above.items.length === 0) document.deleteIn(path.slice(0, length))
  }
  return isMap(document.contents) && document.contents.items.length === 0 ? bare(document) : written(document)
}

type FileKey = Pick<SettingKey, 'name' | 'entry' | 'path'>

/** A key that is in a file but unknown to wend, so that it can be removed; undefined when it is not there, or known. */
export function strayKey(text: string, file: string, key: string): FileKey | undefined {
  if (isKnownKey(key)) return undefined
  const stray = { name: key, entry: [], path: key.split('.') }
  const document = documentOf(text, file)
  return document.hasIn(pathIn(document, stray)) ? stray : undefined
}

/** The keys that lead to a setting in a file, which may write section and name as one key, as in `daily.dir: journal`. */
function pathIn(document: Document, { name, entry, path }: FileKey): readonly string[] {
  return isMap(document.contents) && document.contents.has(name) ? [name, ...entry] : path
}

/** Keeps the comment above a removed key, since it may concern the keys below it, too: it moves to the next key, or to the end. */
function keepComment(document: Document, path: readonly string[]): void {
  const above = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1))
  if (!isMap(above)) return
  const at = above.items.findIndex(({ key }) => isScalar(key) && key.value === path.at(-1))
  const [removed, next] = [above.items[at]?.key, above.items[at + 1]?.key]
  const comment = isScalar(removed) ? removed.commentBefore : undefined
  if (!comment) return
  if (isScalar(next)) next.commentBefore = [comment, next.commentBefore].filter(Boolean).join('\n')
  else above.comment = [comment, above.comment].filter(Boolean).join('\n')
}

function documentOf(text: string, file: string): Document {
  const document = parseDocument(text, { prettyErrors: false, schema: 'core' })
  const wrong = document.errors[0]
  if (wrong !== undefined || (document.contents !== null && !isMap(document.contents) && document.toJS() !== null))
    fail({
      kind: 'refused',
      message: `${file} can't be changed before it is mended: ${wrong?.message ?? 'it must hold keys with values'}`,
      hint: 'open it with: wend config edit, or that of a vault with: wend config edit --in-vault',
    })
  return document
}

/**
 * The possible readings of the typed words: YAML, plain text, the items of a list, or those of the only list in a list. A word that is a
 * list or map in YAML is no item.
 */
function readings(words: readonly string[]): readonly unknown[] {
  const [only = ''] = words
  if (words.length > 1) return [words, words.join(' '), [words]]
  const [yaml] = yamlOf(only)
  if (yaml === undefined) return [only, [only]]
  return typeof yaml === 'object' && yaml !== null ? [yaml, only] : [yaml, only, [only]]
}

/**
 * The value of a text that is clearly YAML: a collection, a number, a quoted text. Text of which YAML would drop a part, such as a tag or
 * comment, is taken literally: `!git log` is not a tag.
 */
function yamlOf(text: string): readonly unknown[] {
  const { contents, comment, errors, warnings } = parseDocument(text, { prettyErrors: false, schema: 'core' })
  if (contents === null || !isNode(contents) || isAlias(contents)) return []
  const said = comment ?? contents.comment ?? contents.tag ?? contents.anchor
  if (errors.length > 0 || warnings.length > 0 || said) return []
  const isText = isScalar(contents) && typeof contents.value === 'string' && !contents.type?.startsWith('QUOTE')
  return isText ? [] : [contents.toJSON()]
}

function placed(whole: unknown, entry: readonly string[], value: unknown): unknown {
  const [name, ...rest] = entry
  if (name === undefined) return value
  const around = isRecord(whole) ? whole : {}
  return { ...around, [name]: placed(valueAt(around, [name]), rest, value) }
}

/** Turns empty parent keys, as in `check:` with nothing below, into maps. */
function makeRoom(document: Document, path: readonly string[]): void {
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as Document['contents']
  for (let length = 1; length < path.length; length++) {
    const above = path.slice(0, length)
    if (!isMap(document.getIn(above))) document.setIn(above, document.createNode({}))
  }
}

/** The text of a document that holds only comments. */
function bare(document: Document): string {
  document.contents = null
  return written(document).replace(/^null\n?/m, '')
}

function written(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
