import { splitCommand } from '../programs/split-command.ts'
import { isText, type ToolFields } from './tool-files.ts'
import { nameTable } from '../../core/model/name-table.ts'

/** The named filters of zk as views, and those that `list` can't express, with the word it lacks. */
export interface ZkFilters {
  readonly views: Readonly<Record<string, string | readonly string[]>>
  readonly others: readonly { readonly name: string; readonly word: string }[]
}

/** Reads the filters in zk's `[filter]`, from settings by their dotted key. */
export function zkFilters(fields: ToolFields): ZkFilters {
  const lines = Object.entries(fields).flatMap(([key, line]): readonly (readonly [string, unknown])[] =>
    key.startsWith(section) ? [[key.slice(section.length), line]] : [],
  )
  const names = new Set(lines.map(([name]) => name))
  const read = lines.map(([name, line]) => ({ name, ...viewOf(line, names) }))
  return {
    views: Object.fromEntries(read.flatMap(({ name, words }) => (words === undefined ? [] : [[name, asLine(words)]]))),
    others: read.flatMap(({ name, word }) => (word === undefined ? [] : [{ name, word }])),
  }
}

const section = 'filter.'

/** The options of `list` for a filter, or the first word without an equivalent. */
function viewOf(line: unknown, names: ReadonlySet<string>): { words?: readonly string[]; word?: string } {
  if (!isText(line)) return { word: 'which is no text' }
  const [words, rest] = [[] as string[], [...splitCommand(`${line} .`)]]
  // An added `.` at the end is no word of its own when a quote is still open.
  if (rest.pop() !== '.') return { word: 'whose quotes are not closed' }
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, flag = word, joined] = /^(--?[a-z][a-z-]*)=(.*)$/s.exec(word) ?? []
    const made = word.startsWith('-') ? optionOf(flag, () => joined ?? rest.shift()) : folderOf(word, names)
    if (made === undefined || isTwice(made, words) || (joined !== undefined && alone.has(flag))) return { word }
    words.push(...made)
  }
  return words.length === 0 ? { word: 'which is empty' } : { words }
}

/** Whether an option is repeated for which wend takes the last value, or combines two values in another way. */
function isTwice([option = '']: readonly string[], words: readonly string[]): boolean {
  return words.includes(option) && option !== '--tag' && option !== '--path'
}

/** The `list` options with the same meaning as zk's, by short and long name. */
const sameOptions: Readonly<Record<string, string>> = nameTable({
  ...both('-n', '--limit'),
  ...both('-m', '--match'),
  ...both('-t', '--tag'),
  ...both('-l', '--link-to'),
  ...both('-L', '--linked-by'),
  ...Object.fromEntries(
    ['created', 'modified'].flatMap((field) =>
      ['', '-after', '-before'].map((end) => [`--${field}${end}`, `--${field}${end}`]),
    ),
  ),
})

function both(short: string, long: string): Readonly<Record<string, string>> {
  return { [short]: long, [long]: long }
}

/** Options without a value. */
const alone = new Set(['--orphan'])

/** An option with its value in wend's words; undefined without an equivalent. */
function optionOf(flag: string, next: () => string | undefined): readonly string[] | undefined {
  if (alone.has(flag)) return [flag]
  const option = sameOptions[flag]
  const isSort = flag === '--sort' || flag === '-s'
  const value = option === undefined && !isSort ? undefined : next()
  if (value === undefined || value.trim() === '') return undefined
  if (isSort) return orderOf(value)
  // Several notes mean any of them in zk, all of them in wend.
  const several = /link/.test(option ?? '') && value.includes(',')
  const isCount = option !== '--limit' || /^[1-9]\d*$/.test(value)
  return option === undefined || several || !isCount ? undefined : [option, value]
}

/** zk's sort keys with wend's, each with whether the largest or latest comes first by default. */
const orders: Readonly<
  Record<string, { readonly key: string; readonly falls: { readonly zk: boolean; readonly wend: boolean } }>
> = {
  created: { key: 'created', falls: { zk: true, wend: true } },
  modified: { key: 'modified', falls: { zk: true, wend: true } },
  path: { key: 'path', falls: { zk: false, wend: false } },
  title: { key: 'title', falls: { zk: false, wend: false } },
  'word-count': { key: 'words', falls: { zk: false, wend: true } },
  random: { key: 'random', falls: { zk: false, wend: false } },
}
const shortOrders: Readonly<Record<string, string>> = nameTable({
  c: 'created',
  m: 'modified',
  p: 'path',
  t: 'title',
  wc: 'word-count',
  r: 'random',
})

/** `created-` as options; a second sort key has no equivalent. */
function orderOf(value: string): readonly string[] | undefined {
  const [, name = '', sign] = /^([a-z-]*[a-z])([+-]?)$/.exec(value.trim()) ?? []
  const long = shortOrders[name] ?? name
  const order = Object.hasOwn(orders, long) ? orders[long] : undefined
  if (order === undefined) return undefined
  const falls = sign === '' ? order.falls.zk : sign === '-'
  const isTurned = falls !== order.falls.wend && order.key !== 'random'
  return ['--sort', order.key, ...(isTurned ? ['--reverse'] : [])]
}

/** A folder or note; the name of another filter has no equivalent here. */
function folderOf(word: string, names: ReadonlySet<string>): readonly string[] | undefined {
  const isOdd = /[*?[\]{}()!\\]|^\/|(?:^|\/)\.{0,2}(?:\/|$)/.test(word.replace(/\/$/, ''))
  return isOdd || names.has(word) ? undefined : ['--path', word]
}

/** Words as one command line, if quotes are enough for that. */
function asLine(words: readonly string[]): string | readonly string[] {
  if (words.some((word) => /["'\\]/.test(word))) return words
  return words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')
}
