import { check } from '../../commands/check/check.ts'
import { context as contextCommand } from '../../commands/agents/context.ts'
import type { Command } from '../../commands/command.ts'
import { tags, topics } from '../../commands/list/groups.ts'
import { list } from '../../commands/list/list.ts'
import { stats } from '../../commands/list/stats.ts'
import { backlinks, links } from '../../commands/links/links.ts'
import { path } from '../../commands/links/path.ts'
import { related } from '../../commands/links/related.ts'
import { search } from '../../commands/search/search.ts'
import { learn } from '../../commands/wander/learn.ts'
import { runCommand } from './command-tool.ts'
import { readDaily, readNote } from './read-note.ts'
import { readCursor } from './tool-result.ts'
import { numberIn, type Property, textIn, textsIn, type Tool, type ToolInput } from './tool.ts'

const note: Property = { type: 'string' }
const texts: Property = { type: 'array', items: { type: 'string' } }
const rows: Property = { type: 'array' }
const count: Property = { type: 'integer' }

/** The input that has a list given in pages; what they are for is said once, in the instructions of the server. */
const paged: Readonly<Record<string, Property>> = { limit: count, cursor: { type: 'string' } }

/** An option of a command as a property: what help says of it, and the values it may have. */
function option(command: Command, name: string, shape: Property = { type: 'string' }): Property {
  const found = command.options.find(({ flags }) => flags.split(/[ ,]+/).includes(`--${name}`))
  if (found === undefined) throw new Error(`no option --${name}`)
  return { ...shape, description: found.description, ...(found.choices === undefined ? {} : { enum: found.choices }) }
}

/** The answer of a tool as its schema says it: a list in pages under a name. */
function answers(name: string): Readonly<Record<string, Property>> {
  return { [name]: rows }
}

const filters: Readonly<Record<string, Property>> = {
  topic: texts,
  tag: { ...texts, description: 'as in "a, b", "a OR b", "NOT c"' },
  path: { ...texts, description: 'globs' },
  where: { ...texts, description: 'conditions on front matter' },
}

function filterOptions(input: ToolInput): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(filters).map((name) => [name, textsIn(input, name)]))
}

/** How many records a page has where the input does not say, and how many a command is asked for. */
export const usualPage = 50
const pageStart = (input: ToolInput): number => readCursor(textIn(input, 'cursor'), usualPage).from
const upTo = (input: ToolInput, usual: number): string =>
  String(pageStart(input) + (numberIn(input, 'limit') ?? usual) + 1)
const optional = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value))

/** The tools that only read. */
export const readTools: readonly Tool[] = [
  {
    name: 'search',
    title: 'Search notes',
    description: 'Notes that answer a question, best first, by concept: problems, acronyms and typos work.',
    input: { query: { type: 'string' }, ...filters, ...paged },
    required: ['query'],
    output: answers('hits'),
    run: async (session, input) =>
      runCommand(
        await session.context(),
        {
          command: search,
          args: [textIn(input, 'query') ?? ''],
          options: { ...filterOptions(input), limit: upTo(input, usualPage) },
        },
        { name: 'hits' },
      ),
  },
  {
    name: 'read',
    title: 'Read a note',
    description: 'The text of a note, of a section or of some lines, with the hash that changes need.',
    input: {
      note,
      section: { type: 'string' },
      lines: { type: 'array', items: count, description: 'first and last' },
      links: { type: 'boolean', description: 'also its links and backlinks' },
    },
    required: ['note'],
    output: { hash: { type: 'string' }, text: { type: 'string' } },
    run: (session, input) => readNote(session, input),
  },
  {
    name: 'daily',
    title: 'Read the note of a day',
    description: 'The note of a day, week or month, or its path to be.',
    input: {
      day: { type: 'string', description: 'today, yesterday, +1, 2026-03-01' },
      period: { type: 'string', enum: ['daily', 'weekly', 'monthly'] },
    },
    output: { path: { type: 'string' } },
    run: readDaily,
  },
  {
    name: 'list',
    title: 'List notes',
    description: 'Notes with title, summary, topics and tags; filtered and sorted.',
    input: {
      ...filters,
      linkTo: texts,
      linkedBy: texts,
      orphan: { type: 'boolean' },
      sort: option(list, 'sort'),
      reverse: { type: 'boolean' },
      ...paged,
    },
    output: answers('notes'),
    run: async (session, input) =>
      runCommand(
        await session.context(),
        {
          command: list,
          args: [],
          options: {
            ...filterOptions(input),
            linkTo: textsIn(input, 'linkTo'),
            linkedBy: textsIn(input, 'linkedBy'),
            orphan: input['orphan'],
            sort: input['sort'],
            reverse: input['reverse'],
          },
        },
        { name: 'notes', from: pageStart(input), limit: numberIn(input, 'limit') ?? usualPage },
      ),
  },
  ...([links, backlinks] as const).map((command, order): Tool => ({
    name: order === 0 ? 'links' : 'backlinks',
    title: order === 0 ? 'Links of a note' : 'Links to a note',
    description:
      order === 0
        ? 'Where a note links to, with the sentence around each link.'
        : 'What links to a note, with the sentence around each link.',
    input: { note, depth: count, ...paged },
    required: ['note'],
    output: answers('links'),
    run: async (session, input) =>
      runCommand(
        await session.context(),
        { command, args: [textIn(input, 'note') ?? ''], options: { depth: optional(numberIn(input, 'depth')) } },
        { name: 'links' },
      ),
  })),
  {
    name: 'related',
    title: 'Related notes',
    description: 'Notes close to one that no link joins with it, with the reason.',
    input: { note, limit: count },
    required: ['note'],
    output: answers('hits'),
    run: async (session, input) =>
      runCommand(
        await session.context(),
        {
          command: related,
          args: [textIn(input, 'note') ?? ''],
          options: { limit: optional(numberIn(input, 'limit')) },
        },
        { name: 'hits' },
      ),
  },
  {
    name: 'path',
    title: 'How two notes are connected',
    description: 'The shortest chains of links between two notes, with the sentences that link.',
    input: { from: note, to: note, undirected: { type: 'boolean' }, max: count },
    required: ['from', 'to'],
    output: answers('chains'),
    run: async (session, input) =>
      runCommand(
        await session.context(),
        {
          command: path,
          args: [textIn(input, 'from') ?? '', textIn(input, 'to') ?? ''],
          options: { undirected: input['undirected'], max: optional(numberIn(input, 'max')) },
        },
        { name: 'chains' },
      ),
  },
  {
    name: 'learn',
    title: 'What to read first',
    description: 'What to read before a note, in order, with reasons.',
    input: { note, depth: count },
    required: ['note'],
    output: answers('steps'),
    run: async (session, input) =>
      runCommand(
        await session.context(),
        { command: learn, args: [textIn(input, 'note') ?? ''], options: { depth: optional(numberIn(input, 'depth')) } },
        { name: 'steps' },
      ),
  },
  {
    name: 'context',
    title: 'Context for a task',
    description:
      'What matters of some notes, or of the answers to a question, and their neighbours, within a budget of tokens.',
    input: {
      notes: { ...texts, minItems: 1, description: 'notes by path, title or alias; else words to search for' },
      tokens: option(contextCommand, 'tokens', count),
      depth: count,
    },
    required: ['notes'],
    output: answers('pieces'),
    run: async (session, input) =>
      runCommand(
        await session.context(),
        {
          command: contextCommand,
          args: textsIn(input, 'notes'),
          options: { tokens: optional(numberIn(input, 'tokens')), depth: optional(numberIn(input, 'depth')) },
        },
        { name: 'pieces' },
      ),
  },
  {
    name: 'check',
    title: 'Check notes',
    description: 'Broken links and other problems.',
    input: {
      paths: { ...texts, description: 'only these notes or folders' },
      only: option(check, 'only', texts),
      ...paged,
    },
    output: answers('problems'),
    run: async (session, input) =>
      runCommand(
        await session.context(),
        { command: check, args: textsIn(input, 'paths'), options: { only: textsIn(input, 'only') } },
        { name: 'problems' },
      ),
  },
  {
    name: 'stats',
    title: 'Figures of the vault',
    description: 'How many notes, words, links; the most linked notes.',
    input: {},
    output: { notes: count, links: count, hubs: rows },
    run: async (session) =>
      runCommand(await session.context(), { command: stats, args: [], options: {} }, { name: 'hubs' }),
  },
  ...([tags, topics] as const).map((command, order): Tool => ({
    name: order === 0 ? 'tags' : 'topics',
    title: order === 0 ? 'Tags' : 'Topics',
    description: `All ${order === 0 ? 'tags' : 'topics'} with their notes, the largest first.`,
    input: paged,
    output: answers('groups'),
    run: async (session) => runCommand(await session.context(), { command, args: [], options: {} }, { name: 'groups' }),
  })),
]
