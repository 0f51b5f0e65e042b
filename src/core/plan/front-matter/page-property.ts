import type { MetadataValue } from '../../model/note.ts'
import { pagePropertiesEnd, readPageProperties } from '../../parse/dialects/logseq.ts'
import { cannotEdit } from './front-matter-text.ts'
import type { ListKey } from './list-key.ts'
import type { NoteText } from './note-text.ts'

/** Whether a note has Logseq page properties (`key:: value` lines) in place of front matter. */
export function holdsPageProperties({ form }: NoteText): boolean {
  return form === 'page'
}

/** The text with a page property set; fails, naming the note, for a value that does not fit on one line. */
export function setPageProperty(note: NoteText, key: string, value: MetadataValue): string {
  const { text, path } = note
  if (!/^[\w-]+$/.test(key)) return cannotEdit(path, `a property of Logseq cannot be called "${key}"`)
  const written = valueText(note, value)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const old = lineOf(text, key)
  if (old !== undefined) return text.slice(0, old.start) + old.head + spaced(written) + text.slice(old.end)
  const lines = text.slice(0, pagePropertiesEnd(text, 0)).replace(/(?:[ \t]*\r?\n)+$/, '')
  if (lines.trim() === '') return `${key}::${spaced(written)}${eol}${eol}${text}`
  const last = lines.slice(lines.lastIndexOf('\n') + 1)
  const indent = (/^[ \t]*(?:[-*][ \t]+)?/.exec(last)?.[0] ?? '').replace(/[-*]/, ' ')
  return `${lines}${eol}${indent}${key}::${spaced(written)}${text.slice(lines.length)}`
}

/** The text without a page property; undefined when it has no such property. */
export function unsetPageProperty({ text }: NoteText, key: string): string | undefined {
  const old = lineOf(text, key)
  if (old === undefined) return undefined
  const rest = text.slice(old.lineEnd)
  const dash = /^[ \t]*[-*][ \t]+/.exec(old.head)?.[0]
  const goesOn = /^[ \t]+(?![-*][ \t])\S/.test(rest)
  // When the first property of a block goes, its dash moves to the next property or to the block's text.
  const kept = dash !== undefined && goesOn ? dash + rest.trimStart() : rest
  const left = text.slice(0, old.start) + kept
  return left.trim() === '' ? '' : left
}

/** The page property that holds a list, and its items as they are written. */
export function pageList(
  note: NoteText,
  { keys, pageKey }: ListKey,
): { readonly key: string; readonly items: readonly string[] } {
  const properties = readPageProperties(note.text, 0)
  const key = keys.find((one) => one in properties) ?? pageKey
  return { key, items: itemsIn(properties[key]) }
}

function itemsIn(value: MetadataValue | undefined): readonly string[] {
  if (value === undefined) return []
  return String(value)
    .split(/,(?![^[\]]*\]\])/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function valueText({ path }: NoteText, value: MetadataValue): string {
  const items: readonly MetadataValue[] = Array.isArray(value) ? value : [value]
  const texts = items.map((item) => (item === null ? '' : String(item)))
  if (items.some((item) => typeof item === 'object' && item !== null))
    return cannotEdit(path, 'a property of Logseq holds no nested value')
  if (texts.some((text) => /[\r\n]/.test(text) || text !== text.trim()))
    return cannotEdit(path, 'a property of Logseq stands on one line, without blanks at its ends')
  if (Array.isArray(value) && texts.some((text) => /,(?![^[\]]*\]\])/.test(text)))
    return cannotEdit(path, 'a comma parts the items of a property of Logseq')
  return texts.join(', ')
}

function spaced(text: string): string {
  return text === '' ? '' : ` ${text}`
}

interface PropertyLine {
  readonly start: number
  /** Where the value ends, and where the next line starts. */
  readonly end: number
  readonly lineEnd: number
  /** Everything before the value: indentation, dash, key and colons. */
  readonly head: string
}

function lineOf(text: string, key: string): PropertyLine | undefined {
  const found = new RegExp(`^([ \\t]*(?:[-*][ \\t]+)?${key}::)([^\\r\\n]*)(\\r?\\n|$)`, 'im').exec(
    text.slice(0, pagePropertiesEnd(text, 0)),
  )
  if (found === null) return undefined
  const { index, 0: line, 1: head = '', 2: value = '' } = found
  return { start: index, end: index + head.length + value.length, lineEnd: index + line.length, head }
}
