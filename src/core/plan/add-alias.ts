import { isScalar, isSeq } from 'yaml'
import { dataOf, type FrontMatterEntry, rangeOf, readFrontMatterText } from './front-matter-text.ts'
import { readFrontMatter } from '../parse/front-matter.ts'
import { nameList } from '../parse/front-matter/values.ts'
import { holdsToml } from './toml-property.ts'
import { itemIndent, type NoteText, plain, setProperty, withYaml } from './set-property.ts'

/** The text with an alias added to the note's aliases: a list in its own style, a comma string, or a new list. */
export function addAlias(note: NoteText, alias: string): string {
  if (holdsToml(note)) return addInToml(note, alias)
  const front = readFrontMatterText(note.path, note.text, note.bodyStart)
  const entry = ['aliases', 'alias'].flatMap((key) => front?.entries.find((one) => one.key === key) ?? [])[0]
  const value = entry?.pair.value
  if (front === undefined || entry === undefined || (isScalar(value) && value.value === null))
    return setProperty(note, entry?.key ?? 'aliases', [alias])
  if (!isSeq(value)) return extendText(note, entry, alias)
  const old = dataOf(front)[entry.key]
  const list = Array.isArray(old) ? old : []
  if (list.length === 0) return setProperty(note, entry.key, [alias])
  const eol = note.text.includes('\r\n') ? '\r\n' : '\n'
  const written = value.flow === true ? flowItem(front.yaml, value, alias) : blockItem(front.yaml, value, alias, eol)
  return withYaml(note, front, written, { ...dataOf(front), [entry.key]: [...list, alias] })
}

function addInToml(note: NoteText, alias: string): string {
  const { metadata } = readFrontMatter(note.text)
  const key = 'alias' in metadata && !('aliases' in metadata) ? 'alias' : 'aliases'
  return setProperty(note, key, [...nameList(metadata[key]), alias])
}

/** One alias as text, or several with commas, as Obsidian reads them. */
function extendText(note: NoteText, { key, pair }: FrontMatterEntry, alias: string): string {
  const old = isScalar(pair.value) ? String(pair.value.value) : ''
  const isList = old.includes(',') && !alias.includes(',')
  return setProperty(
    note,
    key,
    isList ? `${old.trimEnd()}, ${alias}` : [...old.split(',').map((one) => one.trim()), alias],
  )
}

function flowItem(yaml: string, list: unknown, alias: string): string {
  const close = yaml.lastIndexOf(']', (rangeOf(list)?.[1] ?? yaml.length) - 1)
  const inside = yaml.slice(0, close).trimEnd()
  const quoted = /[,[\]{}]/.test(alias) ? JSON.stringify(alias) : plain(alias)
  const comma = inside.endsWith(',') ? ' ' : ', '
  return inside + comma + quoted + yaml.slice(inside.length, close) + yaml.slice(close)
}

function blockItem(yaml: string, list: { readonly items: readonly unknown[] }, alias: string, eol: string): string {
  const last = rangeOf(list.items.at(-1))?.[1] ?? yaml.length
  const lineEnd = yaml.indexOf('\n', last - 1)
  const at = lineEnd < 0 ? yaml.length : lineEnd + 1
  return `${yaml.slice(0, at)}${itemIndent(yaml, list)}- ${plain(alias)}${eol}${yaml.slice(at)}`
}
