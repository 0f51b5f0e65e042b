import { fail } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { targetPath } from '../../core/model/resolution.ts'
import { type Days, isInDays, isoDays } from '../../core/query/lists/days.ts'
import type { NoteFilter } from '../../core/query/lists/list-notes.ts'
import { isDeadEnd, isOrphan } from '../../core/query/lists/stats.ts'
import { pointsAtSection } from '../../core/query/note/section-of.ts'
import { comparableTag, parseTagExpression, type TagPredicate } from '../../core/query/lists/tag-expression.ts'
import { type DayWords, parseWhere, valuesIn } from '../../core/query/lists/where-expression.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Context, OptionSpec } from '../command.ts'
import type { Options } from './options.ts'
import { requireTarget } from './require-note.ts'
import { typedFolder } from './typed-path.ts'

/** The filters of every command that lists notes. */
export const filterOptions: readonly OptionSpec[] = [
  {
    flags: '--topic <topic>',
    description: 'only notes of a topic (several: of all of them)',
    many: true,
    completes: 'topic',
  },
  {
    flags: '--tag <expression>',
    description: 'only notes with tags: "a, b" both, "a OR b", "NOT c"',
    many: true,
    completes: 'tag',
  },
  { flags: '--path <glob>', description: 'only notes whose path matches, such as "daily/**"', many: true },
  { flags: '--match <words>', description: 'only notes that a search for these words finds' },
  { flags: '--link-to <note>', description: 'only notes that link to this one', many: true, completes: 'note' },
  { flags: '--linked-by <note>', description: 'only notes that this one links to', many: true, completes: 'note' },
  { flags: '--orphan', description: 'only notes that no other note links to' },
  { flags: '--dead-end', description: 'only notes that link to no other note' },
  { flags: '--created <date>', description: 'only notes created on a day: 2026-03-01, "last monday"' },
  { flags: '--created-after <date>', description: 'only notes created on a day or later' },
  { flags: '--created-before <date>', description: 'only notes created before a day' },
  { flags: '--modified <date>', description: 'only notes modified on a day' },
  { flags: '--modified-after <date>', description: 'only notes modified on a day or later' },
  { flags: '--modified-before <date>', description: 'only notes modified before a day' },
  {
    flags: '--where <condition>',
    description: 'only notes of which this holds: status=draft, "rating>=4 AND tags has ml", !status',
    many: true,
    completes: 'condition',
  },
]

/** The filters of a command line. Names in them are looked up here; one that matches nothing is a failure. */
export async function readFilters(
  context: Context,
  options: Options,
  messages: string[],
  tags: 'with tags' | 'without tags' = 'with tags',
): Promise<readonly NoteFilter[]> {
  const vault = await context.vault()
  return [
    ...options.texts('topic').map((topic) => topicFilter(vault, topic)),
    ...(tags === 'with tags' ? options.texts('tag').map(tagFilter) : []),
    ...(await pathFilters(context, vault, options.texts('path'))),
    ...(await linkFilters(context, options, messages)),
    ...(options.flag('orphan') ? [(note: Parameters<NoteFilter>[0]) => isOrphan(vault, note)] : []),
    ...(options.flag('deadEnd') ? [(note: Parameters<NoteFilter>[0]) => isDeadEnd(vault, note)] : []),
    ...(await dateFilters(context, options)),
    ...(await Promise.all(options.texts('where').map((expression) => whereFilter(context, expression)))),
  ]
}

function topicFilter(vault: Vault, topic: string): NoteFilter {
  const wanted = comparableTag(topic)
  const known = new Map(vault.notes.flatMap((note) => note.topics.map((name) => [comparableTag(name), name])))
  if (!known.has(wanted))
    fail({
      kind: 'usage',
      message: `no note has the topic "${topic}"`,
      hint: `topics here: ${[...known.values()].sort().join(', ') || 'none'}`,
    })
  return (note) => note.topics.some((name) => comparableTag(name) === wanted)
}

function tagFilter(expression: string): NoteFilter {
  const holds = tagsFilter(expression)
  return (note) => holds(note.tags)
}

/** A test of tags for `--tag`. */
export function tagsFilter(expression: string): TagPredicate {
  const holds = parseTagExpression(expression)
  if (holds === undefined)
    return fail({
      kind: 'usage',
      message: `--tag does not understand "${expression}"`,
      hint: 'write "a, b" for both tags, "a OR b" for one of them, "NOT c" for none',
    })
  return holds
}

/** How many groups and braces a glob may have: just parsing thousands takes seconds. */
const mostGroups = 500

function tooLarge(glob: string): never {
  return fail({ kind: 'refused', message: `--path "${glob.slice(0, 60)}" is too large or takes too long` })
}

/** Filters by globs of paths. A glob may come from a vault's settings, so one that would take for ever is refused. */
async function pathFilters(context: Context, vault: Vault, globs: readonly string[]): Promise<readonly NoteFilter[]> {
  if (globs.length === 0) return []
  const { default: picomatch } = await import('picomatch')
  const paths = vault.notes.map(({ path }) => path)
  const kept = new Set<NotePath>()
  for (const typed of globs) {
    const glob = globFromRoot(context, typed)
    if ((glob.match(/[({]/g)?.length ?? 0) > mostGroups) return tooLarge(glob)
    const asked = /[*?[{]/.test(typed) ? glob : `{${glob},${glob.replace(/\/$/, '')}/**}`
    const { source, flags } = picomatch.makeRe(asked, { dot: true })
    const found = await context.findPattern({ source, flags }, paths)
    if (found === undefined) return tooLarge(glob)
    for (const [at, path] of paths.entries()) if (path === glob || (found[at]?.length ?? 0) > 0) kept.add(path)
  }
  return [(note) => kept.has(note.path)]
}

/** A typed glob relative to the vault's root: one that begins with `./` or `../` is relative to the current folder. */
function globFromRoot(context: Context, typed: string): string {
  const [way] = /^(?:\.\.?(?:\/|$))+/.exec(typed) ?? []
  if (way === undefined) return typed
  const folder = typedFolder(context, way).replace(/[\\*?[\](){}!+@]/g, '\\$&')
  return [folder, typed.slice(way.length) || '**'].filter((part) => part !== '').join('/')
}

async function linkFilters(context: Context, options: Options, messages: string[]): Promise<readonly NoteFilter[]> {
  const vault = await context.vault()
  const filters: NoteFilter[] = []
  for (const query of options.texts('linkTo')) {
    const { note: target, anchor } = await requireTarget(context, query, messages)
    const points = anchor === undefined ? undefined : pointsAtSection(target, anchor)
    const links = vault.linksTo(target.path).filter((link) => points?.(link) !== false)
    const sources = new Set<NotePath>(links.map(({ from }) => from.path))
    filters.push((note) => sources.has(note.path))
  }
  for (const query of options.texts('linkedBy')) {
    const { path } = (await requireTarget(context, query, messages)).note
    const targets = new Set(vault.linksFrom(path).map(({ resolution }) => targetPath(resolution)))
    filters.push((note) => note.path !== path && targets.has(note.path))
  }
  return filters
}

async function whereFilter(context: Context, expression: string): Promise<NoteFilter> {
  const holds = parseWhere(expression, await context.vault(), await dayWords(context, valuesIn(expression)))
  if (holds === undefined)
    return fail({
      kind: 'usage',
      message: `--where does not understand "${expression}"`,
      hint: 'write key=value, key>=3, key~word, key or !key, joined by AND, OR, NOT',
    })
  return holds
}

/** The days that some texts stand for, by text, for those that are days in words. */
async function dayWords(context: Context, texts: readonly string[]): Promise<DayWords> {
  const words = new Map<string, Days>()
  if (texts.length === 0) return words
  const { mayBeDay } = await import('./read-date.ts')
  for (const text of texts) {
    const days = mayBeDay(text) && isoDays(text) === undefined ? await daysOf(context, text) : undefined
    if (days !== undefined) words.set(text, days)
  }
  return words
}

async function daysOf(context: Context, text: string): Promise<Days | undefined> {
  const { weekStart = 'monday' } = await context.config()
  const { readDays } = await import('./read-date.ts')
  return readDays(text, context.now(), { toward: 'past', weekStart })
}

async function dateFilters(context: Context, options: Options): Promise<readonly NoteFilter[]> {
  const filters: NoteFilter[] = []
  for (const field of ['created', 'modified'] as const) {
    for (const [suffix, name, order] of [
      ['', field, '='],
      ['-after', `${field}After`, '>='],
      ['-before', `${field}Before`, '<'],
    ] as const) {
      const text = options.text(name)
      if (text === undefined) continue
      const days = await daysOf(context, text)
      if (days === undefined)
        return fail({
          kind: 'usage',
          message: `--${field}${suffix} does not understand the date "${text}"`,
          hint: 'write 2026-03-01, or words such as "last monday" or "2 weeks ago"',
        })
      filters.push((note) => note[field] !== '' && isInDays(note[field], order, days))
    }
  }
  return filters
}
