import { dayLater, daysBetween, nextDay } from './next-day.ts'

/** What becomes of a task that repeats when it is done. */
export interface Repeated {
  /** The text of the task that comes next, on one line, without its box. */
  readonly next: string
  /** The text of the task that is done. */
  readonly done: string
}

/** What a task that repeats becomes, `unknown` with a rule that can't be read, undefined for a task that does not repeat. */
export type Repetition = Repeated | { readonly unknown: string } | undefined

const rules = [/🔁\uFE0F?\s*([a-z0-9 ,]+)/iu, /[[(]\s*repeat::\s*([^\])]+)[\])]/iu]

/** A day that a task is due, scheduled for or starts, with emoji or as a field of dataview; what goes on with the task. */
const moving = /((?:[📅📆🗓⏳⌛🛫]\uFE0F?|[[(]\s*(?:due|scheduled|start)::)\s*)(\d{4}-\d{2}-\d{2})/gu

/** The marks by which the day is chosen that the rule goes on from, the first that there is. */
const reference = [/[📅📆🗓]|due::/u, /[⏳⌛]|scheduled::/u, /🛫|start::/u]

/**
 * What a task becomes when it is done on a day, if its text says that it repeats (🔁, `[repeat:: …]`): the next one has its days moved by
 * as much as the rule says, counted from the day it was due, or from today where the rule says "when done"; the done one says so.
 */
export function repeatTask(text: string, today: string): Repetition {
  const rule = rules.flatMap((pattern) => pattern.exec(text)?.[1]?.trim() ?? [])[0]
  if (rule === undefined) return undefined
  const marks = [...text.matchAll(moving)].map(([, mark = '', day = '']) => ({ mark, day }))
  const from = reference.flatMap((pattern) => marks.find(({ mark }) => pattern.test(mark))?.day ?? [])[0]
  const next = nextDay(rule, /\bwhen done\b/i.test(rule) || from === undefined ? today : from)
  if (next === undefined) return { unknown: rule }
  const by = from === undefined ? 0 : daysBetween(from, next)
  const moved = text
    .replace(/ ?\^[A-Za-z0-9-]+\s*$/, '')
    .replace(/\s*(?:🆔\s*[\w-]+|⛔\uFE0F?\s*[\w, -]+(?=\s|$)|[✅❌]\uFE0F?\s*\d{4}-\d{2}-\d{2})/gu, '')
    .replace(moving, (_, mark: string, day: string) => mark + dayLater(day, by))
  return { next: moved.trimEnd(), done: signed(text, today) }
}

/** A text with the day it was done, before the id of its block. */
function signed(text: string, today: string): string {
  const [, said = text, id = ''] = /^(.*?)(\s+\^[A-Za-z0-9-]+)?\s*$/s.exec(text) ?? []
  const mark = /[[(]\s*repeat::/i.test(text) && !text.includes('🔁') ? `[completion:: ${today}]` : `✅ ${today}`
  return `${said.trimEnd()} ${mark}${id}`
}
