import type { WeekDay } from '../../model/config.ts'
import { nameSlug } from '../../vault/name-index.ts'
import { fileTitle } from './file-title.ts'
import { formatDate, fromStrftime } from './format-date.ts'
import { nameTable } from '../../model/name-table.ts'

/** What the placeholders of a template stand for. */
export interface TemplateValues {
  readonly title: string
  /** The time that `date` and `time` are of. */
  readonly date: Date
  readonly weekStart: WeekDay
  /** A short id, made when one is asked for. */
  readonly id: () => string
  /** The text that was given for the note. */
  readonly content: string
  /** Values of the user's own, by name. */
  readonly own: ReadonlyMap<string, string>
}

/** A template with its placeholders filled. */
export interface Filled {
  readonly text: string
  /** Where `{{cursor}}` stood. */
  readonly cursor?: number
  /** Names that nothing is known for; they stay as they are. */
  readonly unknown: readonly string[]
  /** Whether the content has its place in the template. */
  readonly hasContent: boolean
}

/**
 * Fills `{{title}}`, `{{date}}`, `{{time}}`, `{{slug}}`, `{{id}}`, `{{content}}`, `{{cursor}}` and the user's own names. After `:` stands a
 * pattern for dates, after `|` filters (`slug`, `lower`, `upper`, `trim`): `{{date:YYYY-MM-DD}}`, `{{title|slug}}`. What zk (`{{slug title}}`,
 * `{{format-date now '%Y'}}`, `{{extra.name}}`) and foam (`${FOAM_TITLE}`) write is read as well.
 */
export function fillTemplate(written: string, values: TemplateValues): Filled {
  const template = withoutFoam(written)
  const unknown = new Set<string>()
  let hasContent = false
  const parts: string[] = []
  let cursor: number | undefined
  let length = 0
  const add = (text: string): void => {
    parts.push(text)
    length += text.length
  }
  let at = 0
  for (const match of template.matchAll(placeholder)) {
    add(template.slice(at, match.index))
    at = match.index + match[0].length
    const words = match[1] ?? `foam ${match[2] ?? match[3] ?? ''}`
    if (words.trim() === 'cursor') cursor ??= length
    else {
      hasContent ||= words.trim() === 'content'
      const value = valueOf(words.trim(), values)
      if (value === undefined && match[1] !== undefined) unknown.add(words.trim())
      add(value ?? match[0])
    }
  }
  add(template.slice(at))
  return { text: parts.join(''), unknown: [...unknown], hasContent, ...(cursor === undefined ? {} : { cursor }) }
}

/** The names that a template may ask the user's own values by. */
export function namesIn(template: string): ReadonlySet<string> {
  const names = [...template.matchAll(placeholder)].map(([, words = '']) => ownName(words.split('|')[0] ?? ''))
  return new Set(names)
}

/** A name as zk writes it, `extra.name`, or as it is. */
function ownName(expression: string): string {
  return expression.trim().replace(/^extra\./, '')
}

/** A template of foam without what only its editor fills in: places to type at, which have a text to begin with, and its own key. */
function withoutFoam(template: string): string {
  if (!/FOAM_|foam_template:/.test(template)) return template
  return template
    .replace(/^foam_template:[^\n]*\n(?:[ \t]+[^\n]*\n)*/m, '')
    .replace(/^---\r?\n---\r?\n(?:\s*(?=---))?/, '')
    .replace(/\$\{\d+:([^{}\n]*)\}|\$\{?\d\}?/g, '$1')
}

const placeholder = /\{\{\s*([^{}\n]+?)\s*\}\}|\$\{(FOAM_[A-Z_]+)\}|\$(FOAM_[A-Z_]+)/g

function valueOf(words: string, values: TemplateValues): string | undefined {
  const foam = /^foam FOAM_(\w+)$/.exec(words)?.[1]
  if (foam !== undefined) return foamValue(foam, values)
  const [expression = '', ...filters] = words.split('|').map((word) => word.trim())
  const value = plainValue(expression, values)
  return filters.reduce<string | undefined>(
    (text, name) => (text === undefined ? undefined : filterOf[name]?.(text)),
    value,
  )
}

const filterOf: Readonly<Record<string, (text: string) => string>> = nameTable({
  slug: nameSlug,
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
})

function plainValue(expression: string, values: TemplateValues): string | undefined {
  const { title, date, weekStart, own } = values
  const [, name = '', pattern] = /^(date|time):(.+)$/s.exec(expression) ?? []
  if (pattern !== undefined && name !== '') return formatDate(date, pattern, weekStart)
  const zkDate = /^(?:format-)?date\s+(?:now|\(date ['"]now['"]\))(?:\s+['"](.*)['"])?$/.exec(expression)
  if (zkDate !== null) return formatDate(date, zkPattern(zkDate[1] ?? '%Y-%m-%d'), weekStart)
  const zkSlug = /^slug\s+(?:['"](.*)['"]|title)$/.exec(expression)
  if (zkSlug !== null) return nameSlug(zkSlug[1] ?? title)
  const key = ownName(expression)
  if (own.has(key)) return own.get(key)
  switch (expression) {
    case 'title':
      return title
    case 'date':
      return formatDate(date, 'YYYY-MM-DD', weekStart)
    case 'time':
      return formatDate(date, 'HH:mm', weekStart)
    case 'slug':
      return nameSlug(title)
    case 'id':
      return values.id()
    case 'content':
      return values.content
    default:
      return undefined
  }
}

/** A pattern of `strftime`, or one of zk's names for them. */
function zkPattern(format: string): string {
  return zkFormats[format] ?? fromStrftime(format)
}

const zkFormats: Readonly<Record<string, string>> = nameTable({
  short: 'MM/DD/YYYY',
  medium: 'MMM D, YYYY',
  long: 'MMMM D, YYYY',
  full: 'dddd, MMMM D, YYYY',
  year: 'YYYY',
  time: 'HH:mm',
  timestamp: 'YYYYMMDDHHmm',
  'timestamp-unix': 'X',
})

const foamPatterns: Readonly<Record<string, string>> = nameTable({
  DATE_YEAR: 'YYYY',
  DATE_YEAR_SHORT: 'YY',
  DATE_MONTH: 'MM',
  DATE_MONTH_NAME: 'MMMM',
  DATE_MONTH_NAME_SHORT: 'MMM',
  DATE_DATE: 'DD',
  DATE_WEEK: 'WW',
  DATE_DAY_NAME: 'dddd',
  DATE_DAY_NAME_SHORT: 'ddd',
  DATE_HOUR: 'HH',
  DATE_MINUTE: 'mm',
  DATE_SECOND: 'ss',
  DATE_SECONDS_UNIX: 'X',
})

function foamValue(name: string, { title, date, weekStart, content }: TemplateValues): string | undefined {
  const pattern = foamPatterns[name]
  if (pattern !== undefined) return formatDate(date, pattern, weekStart)
  switch (name) {
    case 'TITLE':
      return title
    case 'TITLE_SAFE':
      return fileTitle(title)
    case 'SLUG':
      return nameSlug(title)
    case 'SELECTED_TEXT':
      return content
    case 'CURRENT_DIR':
      // Where the editor's open file lies: notes made on a command line start in the root.
      return ''
    default:
      return undefined
  }
}
