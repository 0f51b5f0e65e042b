import { fileStem, folderOf, type NotePath } from '../../model/note-path.ts'
import type { JournalNames } from '../../model/tool-dialect.ts'

/** What Logseq calls the page of a file without a title of its own: `a/b` for `a___b.md`, `Mar 5th, 2024` for a journal `2024_03_05.md`. */
export function logseqTitle(path: NotePath, journals: JournalNames | undefined): string {
  const stem = fileStem(path)
  const day = journals !== undefined && folderOf(path) === journals.folder ? readDay(stem, journals.file) : undefined
  return day === undefined || journals === undefined ? logseqPageName(stem) : writeDay(day, journals.title)
}

/** The page that a file of this name (without its extension) is. */
export function logseqPageName(stem: string): string {
  return stem.replace(/(?:%[\da-fA-F]{2})+/g, decoded).replaceAll('___', '/')
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

/** The parts of a pattern of Joda, as Logseq has it: `yyyy_MM_dd`, `EEE, do MMM yyyy`, text between `'`. */
const part = /'([^']*)'|do|y+|M+|d+|E+/g

/** The day that a name says by a pattern of numbers, at noon in UTC; undefined when it says none. */
function readDay(name: string, pattern: string): Date | undefined {
  const found = new Map<string, number>()
  let [at, last] = [0, 0]
  for (const { index, 0: sign } of pattern.matchAll(part)) {
    const between = pattern.slice(last, index)
    const digits = /^\d+/.exec(name.slice(at + between.length, at + between.length + (sign.startsWith('y') ? 4 : 2)))
    if (!name.startsWith(between, at) || digits === null || !/^(?:yyyy|MM?|dd?)$/.test(sign)) return undefined
    found.set(sign.charAt(0), Number(digits[0]))
    at += between.length + digits[0].length
    last = index + sign.length
  }
  const [year, month, day] = ['y', 'M', 'd'].map((sign) => found.get(sign))
  if (year === undefined || month === undefined || day === undefined || name.slice(at) !== pattern.slice(last))
    return undefined
  const date = new Date(Date.UTC(year, month - 1, day, 12))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined
}

function writeDay(date: Date, pattern: string): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return pattern.replace(part, (sign: string, text: string | undefined) => {
    if (text !== undefined) return text
    if (sign === 'do') return `${day}${ordinal(day)}`
    switch (sign.charAt(0)) {
      case 'y':
        return sign.length === 2 ? String(year).slice(-2) : String(year)
      case 'M':
        return sign.length > 2 ? named(monthNames[month], sign.length) : String(month + 1).padStart(sign.length, '0')
      case 'd':
        return String(day).padStart(sign.length, '0')
      default:
        return named(dayNames[date.getUTCDay()], sign.length)
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

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
