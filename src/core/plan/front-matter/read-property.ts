import { fail } from '../../model/failure.ts'
import type { Metadata, MetadataValue } from '../../model/note.ts'
import { ownValue } from '../../query/lists/note-value.ts'
import { heldKey } from './held-key.ts'

/** A front matter key with the value to set. */
export interface Property {
  readonly key: string
  readonly value: MetadataValue
}

/** Keys whose values are lists, so that `tags=a,b` means two tags. */
const listKeys = new Set(['tags', 'tag', 'aliases', 'alias', 'topics', 'topic', 'cssclasses', 'keywords'])

/**
 * Reads `key=value`. The value is the text as typed, except `true`, `false` and numbers in their shortest form (`4`, `0.5`; not `4.50`,
 * `007`). Commas separate items when the key holds a list, by its name or in the note.
 */
export function readProperty(argument: string, metadata: Metadata): Property {
  const mark = argument.indexOf('=')
  const asked = argument.slice(0, Math.max(0, mark)).trim()
  if (mark < 0 || asked === '' || /[\r\n]/.test(asked))
    return fail({
      kind: 'usage',
      message: `"${argument}" is not of the form key=value`,
      hint: 'for example: wend set NOTE status=done',
    })
  const text = argument.slice(mark + 1)
  if (/[^+-][+-]$/.test(asked)) return refuseSign(asked)
  const key = heldKey(Object.keys(metadata), asked)
  const held = ownValue({ metadata }, key)
  const holdsList = listKeys.has(key.toLowerCase()) && typeof held !== 'string'
  if (!holdsList && !Array.isArray(held)) return { key, value: readScalar(text) }
  return { key, value: itemsOf(text).map((item) => (listKeys.has(key.toLowerCase()) ? item : readScalar(item))) }
}

/** Refuses `tags+=x`, which would set a key named `tags+`. */
function refuseSign(asked: string): never {
  const key = asked.slice(0, -1).trim()
  const verb = asked.endsWith('+') ? 'add' : 'remove'
  const list = /^tags?$/i.test(key) ? 'tag' : /^alias(?:es)?$/i.test(key) ? 'alias' : undefined
  return fail({
    kind: 'usage',
    message: `"${asked}=" adds or removes nothing: = sets the whole of a key`,
    hint: list === undefined ? `for example: ${key}=VALUE` : `wend ${list} ${verb} NOTE ${list.toUpperCase()}`,
  })
}

/** The items of a list, with or without brackets around it; commas inside a wikilink, or inside quotes within brackets, do not separate. */
function itemsOf(text: string): readonly string[] {
  const inside = /^\s*\[(?!\[)(.*)\]\s*$/s.exec(text)?.[1]
  const items =
    inside === undefined ? text.split(/,(?![^[\]]*\]\])/) : (inside.match(bracketedItem) ?? []).map(unquoted)
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

/** An item in quotes, or everything up to the next comma. */
const bracketedItem =
  /\s*"(?:[^"\\]|\\.)*"\s*(?=,|$)|\s*'(?:[^']|'')*'\s*(?=,|$)|(?:[^,[]|\[(?!\[)|\[\[[^[\]]*\]\]|\[\[)+/g

function unquoted(item: string): string {
  const [, double, single] = /^\s*(?:"(.*)"|'(.*)')\s*$/s.exec(item) ?? []
  return double?.replace(/\\(["\\])/g, '$1') ?? single?.replaceAll("''", "'") ?? item
}

function readScalar(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text) && String(Number(text)) === text && text !== '-0'
  return isNumber ? Number(text) : text
}
