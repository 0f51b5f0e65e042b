import { isScalar, isSeq, type YAMLSeq } from 'yaml'
import type { MetadataValue } from '../../model/note.ts'
import { readFrontMatter } from '../../parse/front-matter.ts'
import { nameList, tagList } from '../../parse/front-matter/values.ts'
import {
  cannotEdit,
  dataOf,
  type FrontMatterEntry,
  type FrontMatterText,
  rangeOfNode,
  readFrontMatterText,
} from './front-matter-text.ts'
import { firstHeld } from './held-key.ts'
import { holdsPageProperties, pageList } from './page-property.ts'
import type { ListKey } from './list-key.ts'
import type { NoteText } from './note-text.ts'
import { itemIndent, plain, setProperty, unsetProperty, withYaml } from './set-property.ts'
import { holdsToml } from './toml-property.ts'
import { yamlScalar } from './yaml-scalar.ts'
import { lineStart } from '../../model/line-ends.ts'

export const aliasList: ListKey = { keys: ['aliases', 'alias'], pageKey: 'alias', parts: /,/, itemsOf: nameList }
export const tagsList: ListKey = { keys: ['tags', 'tag'], pageKey: 'tags', parts: /[,\s]/, itemsOf: tagList }

/** The text with an item added to a list of its front matter, in the style in which the list or string is written, or as a new list. */
export function addItem(note: NoteText, list: ListKey, item: string): string {
  const plainList = listOnOneLine(note, list)
  if (plainList !== undefined) return setProperty(note, plainList.key, [...plainList.items, item])
  const front = readFrontMatterText(note.path, note.text, note.bodyStart)
  const entry = front && entryOf(front, list)
  const value = entry?.pair.value
  if (front === undefined || entry === undefined || (isScalar(value) && isEmpty(value.value)))
    return setProperty(note, entry?.key ?? list.keys[0] ?? '', [item])
  if (isScalar(value)) return extendText(note, list, { key: entry.key, old: String(value.value).trim(), item })
  if (!isSeq(value)) return cannotEdit(note.path, `"${entry.key}" holds no list`)
  const old = listIn(front, entry)
  if (old.length === 0) return setProperty(note, entry.key, [item])
  const written = value.flow === true ? flowItem(front.yaml, value, item) : blockItem(front.yaml, value, item)
  return withYaml(note, front, written, { ...dataOf(front), [entry.key]: [...old, item] })
}

/**
 * The text without the matching items of a list of its front matter; the key is removed with its last item. Undefined when none matches.
 */
export function removeItems(note: NoteText, list: ListKey, fits: (item: string) => boolean): string | undefined {
  const plainList = listOnOneLine(note, list)
  if (plainList !== undefined) {
    const { key, items } = plainList
    return withItems(note, key, { old: items, left: items.filter((item) => !list.itemsOf([item]).some(fits)) })
  }
  const front = readFrontMatterText(note.path, note.text, note.bodyStart)
  const entry = front && entryOf(front, list)
  if (front === undefined || entry === undefined) return undefined
  const value = entry.pair.value
  if (!isSeq(value)) return shortenText(note, list, { entry, fits })
  const old = listIn(front, entry)
  const gone = old.flatMap((item, at) => (list.itemsOf([item]).some(fits) ? [at] : []))
  const left = old.filter((_item, at) => !gone.includes(at))
  if (gone.length === 0) return undefined
  if (left.length === 0) return unsetProperty(note, entry.key)
  const yaml = gone.reduceRight((text, at) => withoutItem(text, value, at), front.yaml)
  // The ranges of several items of a list on one line may overlap, so that list is written anew.
  if (gone.length > 1 && value.flow === true) return setProperty(note, entry.key, left)
  return withYaml(note, front, yaml, { ...dataOf(front), [entry.key]: left })
}

/** The list when it is not YAML and has to be written anew as a whole. */
function listOnOneLine(note: NoteText, list: ListKey): ReturnType<typeof pageList> | undefined {
  if (holdsToml(note)) return tomlList(note, list)
  return holdsPageProperties(note) ? pageList(note, list) : undefined
}

function tomlList({ text }: NoteText, list: ListKey): { readonly key: string; readonly items: readonly string[] } {
  const { metadata } = readFrontMatter(text)
  const key = firstHeld(Object.keys(metadata), list.keys) ?? list.keys[0] ?? ''
  return { key, items: list.itemsOf(metadata[key]) }
}

function withItems(
  note: NoteText,
  key: string,
  { old, left }: { readonly old: readonly string[]; readonly left: readonly string[] },
): string | undefined {
  if (left.length === old.length) return undefined
  return left.length === 0 ? unsetProperty(note, key) : setProperty(note, key, left)
}

function entryOf({ entries }: FrontMatterText, { keys }: ListKey): FrontMatterEntry | undefined {
  return keys.flatMap((key) => entries.find((one) => one.key.toLowerCase() === key) ?? [])[0]
}

function listIn(front: FrontMatterText, { key }: FrontMatterEntry): readonly MetadataValue[] {
  const value = dataOf(front)[key]
  return Array.isArray(value) ? value : []
}

function isEmpty(value: unknown): boolean {
  return value === null || value === ''
}

/** Adds an item to a string: a string of one item becomes a list, unless blanks separate its items anyway; one of several is extended. */
function extendText(
  note: NoteText,
  { parts }: ListKey,
  { key, old, item }: { readonly key: string; readonly old: string; readonly item: string },
): string {
  const items = old.split(',').map((one) => one.trim())
  if (parts.test(item) || !parts.test(old)) return setProperty(note, key, [...(parts.test(old) ? items : [old]), item])
  return setProperty(note, key, `${old}${old.includes(',') ? ', ' : ' '}${item}`)
}

function shortenText(
  note: NoteText,
  { parts }: ListKey,
  { entry: { key, pair }, fits }: { readonly entry: FrontMatterEntry; readonly fits: (item: string) => boolean },
): string | undefined {
  const old = isScalar(pair.value) ? String(pair.value.value) : ''
  const items = old.split(parts).filter((item) => item.trim() !== '')
  const left = items.filter((item) => !fits(item.trim().replace(/^#/, '')))
  if (left.length === items.length) return undefined
  if (left.length === 0) return unsetProperty(note, key)
  return setProperty(note, key, left.map((item) => item.trim()).join(old.includes(',') ? ', ' : ' '))
}

function flowItem(yaml: string, list: unknown, item: string): string {
  const close = yaml.lastIndexOf(']', (rangeOfNode(list)?.[1] ?? yaml.length) - 1)
  const inside = yaml.slice(0, close).trimEnd()
  const comma = inside.endsWith(',') ? ' ' : ', '
  return inside + comma + yamlScalar(item, { flow: true }) + yaml.slice(inside.length, close) + yaml.slice(close)
}

function blockItem(yaml: string, list: YAMLSeq, item: string): string {
  const eol = yaml.includes('\r\n') ? '\r\n' : '\n'
  const last = rangeOfNode(list.items.at(-1))?.[1] ?? yaml.length
  const lineEnd = yaml.indexOf('\n', last - 1)
  const at = lineEnd < 0 ? yaml.length : lineEnd + 1
  return `${yaml.slice(0, at)}${itemIndent(yaml, list)}- ${plain(item)}${eol}${yaml.slice(at)}`
}

/** The YAML without an item: without its lines in a block list; in a list on one line, without the item and a comma. */
function withoutItem(yaml: string, { items, flow }: YAMLSeq, at: number): string {
  const [start = 0, end = 0] = rangeOfNode(items[at]) ?? []
  const next = rangeOfNode(items[at + 1])?.[0]
  if (flow !== true) {
    const after = yaml.indexOf('\n', end - 1)
    return yaml.slice(0, lineStart(yaml, start)) + (after < 0 ? '' : yaml.slice(after + 1))
  }
  if (next !== undefined) return yaml.slice(0, start) + yaml.slice(next)
  return yaml.slice(0, rangeOfNode(items[at - 1])?.[1] ?? start) + yaml.slice(end)
}
