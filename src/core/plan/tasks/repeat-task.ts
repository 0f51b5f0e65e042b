import { dayLater, daysBetween, nextDay } from './next-day.ts'

/** A recurring task when it is done. */
export interface Repeated {
  /** The text of the task that comes next, on one line, without its box. */
  readonly next: string
  /** The text of the task that is done. */
  readonly done: string
}

/** What a recurring task becomes; `unknown` for a rule that can't be read, undefined for a task that does not recur. */
export type Repetition = Repeated | { readonly unknown: string } | undefined

const rules = [/🔁\uFE0F?\s*([a-z0-9 ,]+)/iu, /[[(]\s*repeat::\s*([^\])]+)[\])]/iu]

/** The day that a task is due, scheduled for or starts, with emoji or as a dataview field; the next task gets all of them moved. */
const moving = /((?:[📅📆🗓⏳⌛🛫]\uFE0F?|[[(]\s*(?:due|scheduled|start)::)\s*)(\d{4}-\d{2}-\d{2})/gu

/** The marks of the day from which the rule counts; the first one present is used. */
const reference = [/[📅📆🗓]|due::/u, /[⏳⌛]|scheduled::/u, /🛫|start::/u]

/**
 * What a task becomes when it is done on a day, if it recurs (🔁, `[repeat:: …]`): the days of the next one are moved by the rule, counted
 * from its due day, or from today for "when done"; the done one gets the day.
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

/** A text with the day it was done added, before a block id. */
function signed(text: string, today: string): string {
  const [, said = text, id = ''] = /^(.*?)(\s+\^[A-Za-z0-9-]+)?\s*$/s.exec(text) ?? []
  const mark = /[[(]\s*repeat::/i.test(text) && !text.includes('🔁') ? `[completion:: ${today}]` : `✅ ${today}`
  return `${said.trimEnd()} ${mark}${id}`
}
