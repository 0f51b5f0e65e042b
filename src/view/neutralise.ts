/**
 * Makes text from a vault safe to show: control characters appear as `^[`, bidi overrides, zero-width and tag characters as `<U+202E>`,
 * except those that belong to emoji, and joiners in scripts that need them. Line feeds and tabs stay; a carriage return before a line feed
 * is dropped.
 */
export function neutralise(text: string): string {
  return unseen.test(text) ? text.replace(/\r\n/g, '\n').replace((hostile ??= hostilePattern()), visible) : text
}

/** Control characters, direction marks and invisible characters, which can carry any bytes. */
const characters = [
  '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb',
  '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\uffa0\\ufe00-\\ufe0d',
].join('')

/**
 * A pattern for these, and for what emoji and some scripts need; most texts have none. It skips ASCII first: V8 calls a function for each
 * letter compared with so many ranges, which took twenty times as long in a text with one letter beyond Latin-1.
 */
export function unseenPattern(flags = ''): RegExp {
  const others = `[^ -~\\n\\t](?<=[${characters}\\u200c\\u200d\\ufe0e\\ufe0f])`
  return new RegExp(`\\udb40[\\udc00-\\uddef]|${others}`, flags)
}

const unseen = unseenPattern()
let hostile: RegExp | undefined

/** Compiled on first use: looking up character properties takes milliseconds. */
function hostilePattern(): RegExp {
  // The flags of England, Scotland and Wales: the only sequences of tag characters that Unicode recommends.
  const flags = ['gbeng', 'gbsct', 'gbwls'].map((region) => {
    const tags = Array.from(region, (letter) => `\\u{e00${letter.charCodeAt(0).toString(16)}}`).join('')
    return `\\u{1f3f4}${tags}\\u{e007f}`
  })
  // Emoji say with a selector how they look, and two that are joined are one.
  const selectors = '[\\ufe0e\\ufe0f](?<!\\p{Emoji}[\\ufe0e\\ufe0f])'
  const joinsEmoji = '(?<=[\\p{ExtPict}\\p{EMod}\\ufe0f]\\u200d)\\p{ExtPict}'
  const letters = joining.map((script) => `\\p{scx=${script}}`).join('')
  const joiners = `[\\u200c\\u200d](?<![${letters}][\\u200c\\u200d])(?!${joinsEmoji})`
  return new RegExp(`${flags.join('|')}|[${characters}\\u{e0000}-\\u{e01ef}]|${selectors}|${joiners}`, 'gu')
}

/** Scripts in which joiners change the form of a letter (Unicode Standard Annex 31, section 2.3). */
const joining = 'Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt'.split(' ')

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code === 0x1f3f4) return character
  if (code < 32) return `^${String.fromCharCode(code + 64)}`
  if (code === 127) return '^?'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/** The name in the vault for one that was shown with escapes such as `<U+200B>`, so that a shown name can be used. */
export function unescapedName(name: string): string {
  return name.replace(/<U\+([0-9A-F]{4,6})>/g, (whole, digits: string) => {
    const code = Number.parseInt(digits, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Makes one text safe. */
type Clean = (text: string) => string

/** Neutralises every string of a report, each by `clean`; a line feed in a string that is not prose becomes visible too. */
export function neutraliseAll<T>(value: T, clean: Clean = neutralise): T {
  return walk(value, '', clean) as T
}

/** Whether `neutraliseAll` may change a text of one line; a cheap test for many texts. */
export function needsCare(line: string): boolean {
  return suspicious.test(line)
}

/** What such a text must not contain: invisible characters, and line feeds, which only prose may have. */
const suspicious = new RegExp(`\\n|${unseen.source}`)

/** How many items of a long list are tested together. */
const batch = 200
const long = 20

/** Fields that hold text of several lines. */
const prose = new Set(['body', 'text', 'source', 'context', 'diff', 'before', 'after'])

/** The field with text styled by the renderer, which has neutralised the vault's text already. */
const styledField = 'rendered'

/** Returns clean values themselves: a report of 100,000 notes is not copied. */
function walk(value: unknown, key: string, clean: Clean): unknown {
  if (typeof value === 'string') return walkText(value, key, clean)
  if (Array.isArray(value)) return walkList(value, key, clean)
  return typeof value === 'object' && value !== null ? walkObject(value, clean) : value
}

function walkText(text: string, key: string, clean: Clean): string {
  if (key === styledField) return text
  const safe = clean(text)
  return prose.has(key) || !safe.includes('\n') ? safe : safe.replaceAll('\n', '^J')
}

function walkList(list: readonly unknown[], key: string, clean: Clean): readonly unknown[] {
  let copy: unknown[] | undefined
  for (let order = 0; order < list.length; order++) {
    // Testing the joined text of many items takes a fraction of testing each of their strings.
    if (list.length > long && order % batch === 0 && !suspicious.test(allStrings(list.slice(order, order + batch)))) {
      order += batch - 1
      continue
    }
    const item = walk(list[order], key, clean)
    if (item !== list[order]) (copy ??= [...list])[order] = item
  }
  return copy ?? list
}

/** All strings of a value one after the other, with the names of its fields. */
function allStrings(value: unknown): string {
  if (typeof value === 'string') return value
  if (!isObject(value)) return ''
  let text = ''
  if (Array.isArray(value)) for (const item of value) text += allStrings(item)
  else for (const name in value) text += name + allStrings(value[name])
  return text
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function walkObject(object: object, clean: Clean): object {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(object)
  let copy: (readonly [string, unknown])[] | undefined
  for (let order = 0; order < entries.length; order++) {
    const [name, item] = entries[order] ?? ['', undefined]
    const [safeName, safe] = [neutralise(name), walk(item, name, clean)]
    if (safe !== item || safeName !== name) (copy ??= [...entries])[order] = [safeName, safe]
  }
  return copy === undefined ? object : Object.fromEntries(copy)
}
