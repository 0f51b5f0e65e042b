import type { WritingGroup } from '../../core/model/config.ts'
import { nameTable } from '../../core/model/name-table.ts'
import { isRecord } from '../files/is-record.ts'
import { isNonBlankList, type Kind, matching, nonBlankSchema, nonBlankListSchema } from './setting-kinds.ts'

/** What does not lead out of the vault: no path from the root of the disk or from home, no `..` in it. */
const inside = /^(?![\\/~]|[A-Za-z]:)(?!(?:.*[\\/])?\.\.(?:[\\/]|$))/

/** A folder of the vault; none is the root. */
export function folder(example: string): Kind<string> {
  return matching(`a folder of the vault, such as ${example}`, inside)
}

/** A word for how a file name is made of the title, or a template. */
const name = /^(?:slug|title|id)$|\{\{[^{}]+\}\}/

/** How the file of a new note is named. */
export const noteName: Kind<string> = {
  ...matching('slug, title, id, or a template such as {{id}}-{{slug}}', name),
  words: () => ['slug', 'title', 'id'],
  holds: (value): value is string =>
    typeof value === 'string' && name.test(value) && inside.test(value) && hasKnownFilters(value),
}

const saidPlace = /\{\{\s*text\s*(?:\|[^{}]*)?\}\}/

/** A line that keeps what was said. */
export const lineOfText: Kind<string> = {
  ...matching('text with {{text}} in it, such as - {{text}}', saidPlace),
  holds: (value): value is string => typeof value === 'string' && saidPlace.test(value) && hasKnownFilters(value),
}

/** What may stand after `|` in a placeholder. */
export const filterNames: readonly string[] = ['slug', 'lower', 'upper', 'trim']

function hasKnownFilters(template: string): boolean {
  const filters = (template.match(/\{\{[^{}\n]*\}\}/g) ?? []).flatMap((one) => one.slice(0, -2).split('|').slice(1))
  return filters.every((filter) => filterNames.includes(filter.trim()))
}

/** What changes from one note to the next, as Moment.js writes it: the day, the week or the month, or a part that does so, too. */
const parts = {
  day: /D|ddd|^(?:d{1,2}|do|[eE]|[Ll]+)$/,
  week: /D|ww|WW|ddd|^(?:[wW]o?|d{1,2}|do|[eE]|[Ll]+)$/,
  month: /D|M|ww|WW|^(?:[wW]o?|[Ll]+)$/,
}

/** A pattern for the names of the notes of days, weeks or months, each of which gets a name of its own. */
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

/** Sorts of notes by name. */
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
