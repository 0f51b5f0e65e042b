import type { WritingGroup } from '../../core/model/config.ts'
import { nameTable } from '../../core/model/name-table.ts'
import { isRecord } from '../files/is-record.ts'
import { isNonBlankList, type Kind, matching, nonBlankSchema, nonBlankListSchema } from './setting-kinds.ts'

/** A path inside the vault: not absolute, not from the home folder, and without `..`. */
const inside = /^(?![\\/~]|[A-Za-z]:)(?!(?:.*[\\/])?\.\.(?:[\\/]|$))/

/** A folder of the vault; empty means the root. */
export function folder(example: string): Kind<string> {
  return matching(`a folder of the vault, such as ${example}`, inside)
}

/** A keyword for how a file name is made from the title, or a template. */
const name = /^(?:slug|title|id)$|\{\{[^{}]+\}\}/

/** How the file of a new note is named. */
export const noteName: Kind<string> = {
  ...matching('slug, title, id, or a template such as {{id}}-{{slug}}', name),
  words: () => ['slug', 'title', 'id'],
  holds: (value): value is string =>
    typeof value === 'string' && name.test(value) && inside.test(value) && hasKnownFilters(value),
}

const saidPlace = /\{\{\s*text\s*(?:\|[^{}]*)?\}\}/

/** A line of text that contains the added text. */
export const lineOfText: Kind<string> = {
  ...matching('text with {{text}} in it, such as - {{text}}', saidPlace),
  holds: (value): value is string => typeof value === 'string' && saidPlace.test(value) && hasKnownFilters(value),
}

/** The filters that may follow `|` in a placeholder. */
export const filterNames: readonly string[] = ['slug', 'lower', 'upper', 'trim']

function hasKnownFilters(template: string): boolean {
  const filters = (template.match(/\{\{[^{}\n]*\}\}/g) ?? []).flatMap((one) => one.slice(0, -2).split('|').slice(1))
  return filters.every((filter) => filterNames.includes(filter.trim()))
}

/** Parts of a Moment.js pattern that change from one day, week or month to the next. */
const parts = {
  day: /D|ddd|^(?:d{1,2}|do|[eE]|[Ll]+)$/,
  week: /D|ww|WW|ddd|^(?:[wW]o?|d{1,2}|do|[eE]|[Ll]+)$/,
  month: /D|M|ww|WW|^(?:[wW]o?|[Ll]+)$/,
}

/** A date pattern for the names of daily, weekly or monthly notes; it must give each of them a different name. */
export function datePattern(of: keyof typeof parts, example: string): Kind<string> {
  return {
    wants: `a pattern for dates in which the ${of} is said, such as ${example}`,
    schema: nonBlankSchema,
    holds: (value): value is string =>
      typeof value === 'string' &&
      inside.test(value) &&
      (/\{\{\s*(?:format-)?date\b/.test(value) ||
        (value.replace(/\[[^\]]*\]/g, ' ').match(/[A-Za-z]+/g) ?? []).some((letters) => parts[of].test(letters))),
  }
}

const partOfGroup: Readonly<Record<string, (value: unknown) => boolean>> = nameTable({
  paths: isNonBlankList,
  dir: folder('').holds,
  name: noteName.holds,
  template: (value: unknown) => typeof value === 'string',
})

const isGroup = (value: unknown): value is WritingGroup =>
  isRecord(value) && Object.entries(value).every(([key, part]) => partOfGroup[key]?.(part) === true)

/** Groups of notes by name. */
export const groups: Kind<Readonly<Record<string, WritingGroup>>> = {
  wants: 'sorts of notes by name, each with dir, name, template or paths, such as {meeting: {dir: meetings}}',
  schema: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: {
        paths: nonBlankListSchema,
        dir: folder('').schema,
        name: noteName.schema,
        template: { type: 'string' },
      },
      additionalProperties: false,
    },
  },
  holds: (value): value is Readonly<Record<string, WritingGroup>> =>
    isRecord(value) && Object.values(value).every(isGroup),
}
