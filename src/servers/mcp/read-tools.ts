import { check } from '../../commands/check/check.ts'
import { context as contextCommand } from '../../commands/agents/context.ts'
import type { Command, OptionSpec } from '../../commands/command.ts'
import { filterOptions } from '../../commands/arguments/note-filters.ts'
import { tags, topics } from '../../commands/list/groups.ts'
import { list } from '../../commands/list/list.ts'
import { stats } from '../../commands/list/stats.ts'
import { backlinks, links } from '../../commands/links/links.ts'
import { path } from '../../commands/links/path.ts'
import { related } from '../../commands/links/related.ts'
import { search } from '../../commands/search/search.ts'
import { learn } from '../../commands/wander/learn.ts'
import { runForAgent } from './command-tool.ts'
import { readDaily, answerRead } from './read-note.ts'
import { readCursor } from './tool-result.ts'
import { numberIn, type SchemaProperty, textIn, textsIn, type Tool, type ToolAnswer, type ToolInput } from './tool.ts'
import type { AgentSession } from './agent-session.ts'

const note: SchemaProperty = { type: 'string' }
const texts: SchemaProperty = { type: 'array', items: { type: 'string' } }
const rows: SchemaProperty = { type: 'array' }
const count: SchemaProperty = { type: 'integer' }

/** The paging fields of a tool with a list; they are explained once, in the instructions of the server. */
const paged: Readonly<Record<string, SchemaProperty>> = { limit: count, cursor: { type: 'string' } }

/** An option of a command as a schema property, with the description and values from its help. */
function option(command: Command, name: string, shape: SchemaProperty = { type: 'string' }): SchemaProperty {
  const found = command.options.find(({ flags }) => flags.split(/[ ,]+/).includes(`--${name}`))
  if (found === undefined) throw new Error(`no option --${name}`)
  return { ...shape, description: found.description, ...(found.choices === undefined ? {} : { enum: found.choices }) }
}

/** The output schema of a tool with a paged list. */
function answers(name: string): Readonly<Record<string, SchemaProperty>> {
  return { [name]: rows }
}

/** The filters of a command as properties; the instructions of the server say how they are written. */
function filterInput(flags: readonly OptionSpec[]): Readonly<Record<string, SchemaProperty>> {
  return Object.fromEntries(
    flags.map(({ flags: spelled, many }) => [
      camelCase(/--([\w-]+)/.exec(spelled)?.[1] ?? ''),
      many === true ? texts : { type: spelled.includes('<') ? 'string' : 'boolean' },
    ]),
  )
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const listFilters = filterInput(filterOptions)
const searchFilters = filterInput(filterOptions.filter(({ flags }) => /^--(?:topic|tag|path|where) /.test(flags)))

/** The values that the input gives some options. */
function given(input: ToolInput, names: Readonly<Record<string, SchemaProperty>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, input[name]]))
}

/** The default page size, and how many records a command is asked for. */
export const usualPage = 50
/** The default page size of a search, as on the command line: each hit is read for its best lines. */
const pageOfSearch = 10
const pageStart = (input: ToolInput): number => readCursor(textIn(input, 'cursor'), usualPage).from
const upTo = (input: ToolInput, usual: number): string =>
  String(pageStart(input) + (numberIn(input, 'limit') ?? usual) + 1)

/** A tool that runs a command: the list in its answer, its command line, and the page size. */
function asking(
  command: Command,
  list: string,
  line: (input: ToolInput) => {
    readonly args?: readonly string[]
    readonly options?: Readonly<Record<string, unknown>>
  },
  page = usualPage,
): Tool['run'] {
  return async (session, input, signal) => {
    const { args = [], options = {} } = line(input)
    const asked = { name: list, from: pageStart(input), limit: numberIn(input, 'limit') ?? page }
    return runForAgent(await session.context(signal), { command, args, options }, asked)
  }
}

/** A number of the input as a command line has it. */
function digits(input: ToolInput, name: string): string | undefined {
  const value = numberIn(input, name)
  return value === undefined ? undefined : String(value)
}

/** The tools that only read. */
export const readTools: readonly Tool[] = [
  {
    name: 'search',
    title: 'Search notes',
    description: 'Notes that answer a question, best first, by concept: problems, acronyms and typos work.',
    input: { query: { type: 'string' }, ...searchFilters, ...paged },
    required: ['query'],
    output: answers('hits'),
    page: pageOfSearch,
    run: asking(
      search,
      'hits',
      (input) => ({
        args: [textIn(input, 'query') ?? ''],
        options: { ...given(input, searchFilters), limit: upTo(input, pageOfSearch) },
      }),
      pageOfSearch,
    ),
  },
  {
    name: 'read',
    title: 'Read a note',
    description: 'The text of a note, of a section or of some lines, with the hash that changes need.',
    input: {
      note,
      section: { type: 'string' },
      lines: { type: 'array', items: count, minItems: 2, maxItems: 2, description: 'first and last' },
      links: { type: 'boolean', description: 'also its links and backlinks' },
    },
    required: ['note'],
    output: { hash: { type: 'string' }, text: { type: 'string' } },
    run: answerRead,
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
    description: 'Notes with title, summary, topics and tags, or a table of columns; filtered and sorted.',
    input: {
      ...listFilters,
      sort: { type: 'string', description: 'such as modified, backlinks' },
      reverse: { type: 'boolean' },
      columns: texts,
      ...paged,
    },
    output: answers('notes'),
    run: listed,
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
    run: asking(command, 'links', (input) => ({
      args: [textIn(input, 'note') ?? ''],
      options: { depth: digits(input, 'depth') },
    })),
  })),
  {
    name: 'related',
    title: 'Related notes',
    description: 'Notes close to one that no link joins with it, with the reason.',
    input: { note, limit: count },
    required: ['note'],
    output: answers('hits'),
    run: asking(related, 'hits', (input) => ({
      args: [textIn(input, 'note') ?? ''],
      options: { limit: digits(input, 'limit') },
    })),
  },
  {
    name: 'path',
    title: 'How two notes are connected',
    description: 'The shortest chains of links between two notes, with the sentences that link.',
    // More chains would not fit into an answer, and thousands would block the server for seconds.
    input: { from: note, to: note, undirected: { type: 'boolean' }, max: { ...count, maximum: 100 } },
    required: ['from', 'to'],
    output: answers('chains'),
    run: asking(path, 'chains', (input) => ({
      args: [textIn(input, 'from') ?? '', textIn(input, 'to') ?? ''],
      options: { undirected: input['undirected'], max: digits(input, 'max') },
    })),
  },
  {
    name: 'learn',
    title: 'What to read first',
    description: 'What to read before a note, in order, with reasons.',
    input: { note, depth: count },
    required: ['note'],
    output: answers('steps'),
    run: asking(learn, 'steps', (input) => ({
      args: [textIn(input, 'note') ?? ''],
      options: { depth: digits(input, 'depth') },
    })),
  },
  {
    name: 'context',
    title: 'Context for a task',
    description:
      'What matters of some notes, or of the answers to a question, and their neighbours, within a budget of tokens.',
    input: {
      notes: { ...texts, minItems: 1, description: 'notes, else words to search for' },
      tokens: { ...count, description: 'default 4000' },
      depth: count,
    },
    required: ['notes'],
    output: answers('pieces'),
    run: asking(contextCommand, 'pieces', (input) => ({
      args: textsIn(input, 'notes'),
      options: { tokens: digits(input, 'tokens'), depth: digits(input, 'depth') },
    })),
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
    run: asking(check, 'problems', (input) => ({
      args: textsIn(input, 'paths'),
      options: { only: textsIn(input, 'only') },
    })),
  },
  {
    name: 'stats',
    title: 'Figures of the vault',
    description: 'How many notes, words, links; the most linked notes.',
    input: {},
    output: { notes: count, links: count, hubs: rows },
    run: asking(stats, 'hubs', () => ({})),
  },
  ...([tags, topics] as const).map((command, order): Tool => ({
    name: order === 0 ? 'tags' : 'topics',
    title: order === 0 ? 'Tags' : 'Topics',
    description: `All ${order === 0 ? 'tags' : 'topics'} with their notes, the largest first.`,
    input: paged,
    output: answers('groups'),
    run: asking(command, 'groups', () => ({})),
  })),
]

/** Notes as from `list`, or a table when columns are requested. Of notes only the page is made. */
async function listed(session: AgentSession, input: ToolInput, signal: AbortSignal): Promise<ToolAnswer> {
  const columns = textsIn(input, 'columns')
  const options = {
    ...given(input, listFilters),
    sort: input['sort'],
    reverse: input['reverse'],
    ...(columns.length === 0 ? {} : { columns: columns.join(',') }),
  }
  const page = { from: pageStart(input), limit: numberIn(input, 'limit') ?? usualPage }
  return runForAgent(
    await session.context(signal),
    { command: list, args: [], options },
    { name: columns.length === 0 ? 'notes' : 'rows', ...page },
  )
}
