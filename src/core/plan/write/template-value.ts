import type { WeekDay } from '../../model/config.ts'
import { nameTable } from '../../model/name-table.ts'
import { nameSlug } from '../../vault/name-index.ts'
import { fileTitle } from './file-title.ts'
import { formatDate, fromStrftime } from './format-date.ts'
import { movedBy, movedDate } from './moved-date.ts'

/** The values of a template's placeholders. */
export interface TemplateValues {
  readonly title: string
  /** The time for `date` and `time`. */
  readonly date: Date
  readonly weekStart: WeekDay
  /** The pattern of names of daily notes, when it is not YYYY-MM-DD: `yesterday` and `tomorrow` are written in it. */
  readonly dayName?: string | undefined
  /** Makes a short id. */
  readonly id: () => string
  /** The text that was given for the note. */
  readonly content: string
  /** Values of the user's own, by name. */
  readonly own: ReadonlyMap<string, string>
}

/** The value of a placeholder, given its words; undefined when it has none. */
export function placeholderValue(words: string, values: TemplateValues): string | undefined {
  const foam = /^foam FOAM_(\w+)$/.exec(words)?.[1]
  if (foam !== undefined) return foamValue(foam, values)
  const [expression = '', ...filters] = words.split('|').map((word) => word.trim())
  const value = plainValue(expression, values)
  return filters.reduce<string | undefined>(
    (text, name) => (text === undefined ? undefined : filterOf[name]?.(text)),
    value,
  )
}

/** The filters by name. */
export const filterOf: Readonly<Record<string, (text: string) => string>> = nameTable({
  slug: nameSlug,
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
})

/** The placeholders with a value in every template, and `cursor`. */
export const placeholderNames: readonly string[] = [
  'title',
  'date',
  'time',
  'yesterday',
  'tomorrow',
  'slug',
  'id',
  'content',
  'cursor',
]

function plainValue(expression: string, values: TemplateValues): string | undefined {
  const { title, date, weekStart, own } = values
  const [, pattern] = /^(?:date|time):(.+)$/is.exec(expression) ?? []
  if (pattern !== undefined) return formatDate(date, pattern, weekStart)
  const zkDate = /^(?:format-)?date\s+(?:now|\(date ['"]now['"]\))(?:\s+['"](.*)['"])?$/.exec(expression)
  if (zkDate !== null) return formatDate(date, zkPattern(zkDate[1] ?? '%Y-%m-%d'), weekStart)
  const zkSlug = /^slug\s+(?:['"](.*)['"]|title)$/.exec(expression)
  if (zkSlug !== null) return nameSlug(zkSlug[1] ?? title)
  const key = ownName(expression)
  if (own.has(key)) return own.get(key)
  const moved = movedDate(expression, date, weekStart)
  if (moved !== undefined) return formatDate(moved.date, moved.pattern ?? usualPattern(expression), weekStart)
  // Obsidian reads its own names in any case.
  switch (/^(?:title|date|time|yesterday|tomorrow)$/i.test(expression) ? expression.toLowerCase() : expression) {
    case 'title':
      return title
    case 'date':
    case 'time':
      return formatDate(date, usualPattern(expression), weekStart)
    case 'yesterday':
    case 'tomorrow': {
      const day = movedBy(date, /^y/i.test(expression) ? -1 : 1, 'd')
      return formatDate(day, values.dayName ?? 'YYYY-MM-DD', weekStart)
    }
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

/** The pattern for a date or time without one. */
function usualPattern(expression: string): string {
  return /^time/i.test(expression) ? 'HH:mm' : 'YYYY-MM-DD'
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
      // The folder of the file open in foam's editor; on a command line there is none, so it is the root.
      return ''
    default:
      return undefined
  }
}

/** A name in zk's form, `extra.name`, or plain. */
export function ownName(expression: string): string {
  return expression.trim().replace(/^extra\./, '')
}
