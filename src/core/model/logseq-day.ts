import type { JournalNames } from './tool-dialect.ts'

/** A day as a name says it. */
export interface NamedDay {
  /** At noon in UTC. */
  readonly date: Date
  /** The pattern in which it is said. */
  readonly pattern: string
}

/** The parts of a pattern of Joda, as Logseq has it: `yyyy_MM_dd`, `EEE, do MMM yyyy`, text between `'`. */
const part = /'([^']*)'|do|y+|M+|d+|E+/g

/** How Logseq takes a name for a day, whatever its configuration says. */
const usualPatterns = ['MMM do, yyyy', 'MMMM do, yyyy', 'yyyy-MM-dd', 'yyyy_MM_dd']

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** The day whose journal a link to a page means, in any case of letters: as its title, or in one of the usual ways. */
export function dayOfPage(name: string, journals: JournalNames | undefined): NamedDay | undefined {
  for (const pattern of [...(journals === undefined ? [] : [journals.title]), ...usualPatterns]) {
    const date = readDay(name, pattern)
    if (date !== undefined && writeDay(date, pattern).toLowerCase() === name.toLowerCase()) return { date, pattern }
  }
  return undefined
}

/** The day that a name says by a pattern, at noon in UTC; undefined when it says none. */
export function readDay(name: string, pattern: string): Date | undefined {
  const found = new Map<string, number>()
  let [at, last] = [0, 0]
  for (const { index, 0: sign, 1: text } of pattern.matchAll(part)) {
    const between = pattern.slice(last, index) + (text ?? '')
    const said = text === undefined ? readPart(name.slice(at + between.length), sign) : { length: 0, value: undefined }
    if (said === undefined || !startsWith(name.slice(at), between)) return undefined
    if (said.value !== undefined) found.set(sign.charAt(0), said.value)
    at += between.length + said.length
    last = index + sign.length
  }
  const [year, month, day] = ['y', 'M', 'd'].map((sign) => found.get(sign))
  if (year === undefined || month === undefined || day === undefined || !sameWords(name.slice(at), pattern.slice(last)))
    return undefined
  const date = new Date(Date.UTC(year, month - 1, day, 12))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined
}

/** What a name says at its start for one sign of a pattern; a day of the week says nothing that the date does not. */
function readPart(
  name: string,
  sign: string,
): { readonly length: number; readonly value: number | undefined } | undefined {
  if (sign.startsWith('E') || sign.startsWith('MMM')) {
    const names = (sign.startsWith('E') ? weekdays : months).map((one) => named(one, sign.length))
    const at = names.findIndex((one) => startsWith(name, one))
    return at < 0 ? undefined : { length: names[at]?.length ?? 0, value: sign.startsWith('E') ? undefined : at + 1 }
  }
  if (!/^(?:yyyy|MM?|dd?|do)$/.test(sign)) return undefined
  const [written, digits] = (sign === 'do' ? /^(\d{1,2})(?:st|nd|rd|th)/i : /^(\d+)/).exec(
    sign === 'do' ? name : name.slice(0, sign === 'yyyy' ? 4 : 2),
  ) ?? ['', '']
  return written === '' ? undefined : { length: written.length, value: Number(digits) }
}

/** A day in a pattern. */
export function writeDay(date: Date, pattern: string): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return pattern.replace(part, (sign: string, text: string | undefined) => {
    if (text !== undefined) return text
    if (sign === 'do') return `${day}${ordinal(day)}`
    switch (sign.charAt(0)) {
      case 'y':
        return sign.length === 2 ? String(year).slice(-2) : String(year)
      case 'M':
        return sign.length > 2 ? named(months[month], sign.length) : String(month + 1).padStart(sign.length, '0')
      case 'd':
        return String(day).padStart(sign.length, '0')
      default:
        return named(weekdays[date.getUTCDay()], sign.length)
    }
  })
}

function named(name = '', length: number): string {
  return length > 3 ? name : name.slice(0, 3)
}

function ordinal(day: number): string {
  const last = day > 10 && day < 14 ? 0 : day % 10
  return ['th', 'st', 'nd', 'rd'][last] ?? 'th'
}

function startsWith(text: string, start: string): boolean {
  return sameWords(text.slice(0, start.length), start)
}

function sameWords(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
