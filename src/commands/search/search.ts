import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { SearchHit } from '../../core/model/report.ts'
import type { NoteFilter } from '../../core/query/list-notes.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { filterOptions, readFilters } from '../arguments/note-filters.ts'
import type { Options } from '../arguments/options.ts'

/** `wend search`: notes by concept, by letters, or by exact text. */
export const search: Command = {
  arguments: [
    {
      name: '<words...>',
      description:
        'what you remember: the problem, an acronym, half a name; in quotes also -not, "a phrase", title: tag: topic: path:, OR, /regex/',
    },
  ],
  options: [
    { flags: '--exact', description: 'full text: every line that holds the words as written (or /regex/)' },
    { flags: '--context <lines>', description: 'with --exact: lines around each (-C is the folder of notes)' },
    { flags: '--fuzzy', description: 'names and summaries whose letters nearly match' },
    { flags: '--title', description: 'names only, letters nearly matching' },
    { flags: '--explain', description: 'say why each note is found' },
    { flags: '--open', description: 'open the best note in your editor' },
    { flags: '--show', description: 'show the best note' },
    { flags: '-1, --first', description: 'only the best note' },
    ...filterOptions.filter(({ flags }) => !flags.startsWith('--match')),
    { flags: '-n, --limit <count>', description: 'at most so many notes (default 10)' },
  ],
  examples: [
    ['wend search "kv cache too big"', 'by the problem'],
    ['wend search kapsule networks --explain', 'a typo is no problem; with the reason'],
    ["wend search 'policy -gradient topic:planning'", 'without a word, within a topic'],
    ['wend search --exact "softmax" --context 1', 'every line with it, and the lines around'],
  ],
  reports: ['search'],
  run: runSearch,
}

async function runSearch(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const query = args.join(' ').trim()
  if (query === '') fail({ kind: 'usage', message: 'search needs words to look for' })
  const modes = ['exact', 'fuzzy', 'title'].filter((mode) => options.flag(mode))
  if (modes.length > 1)
    fail({ kind: 'usage', message: `--${modes[0] ?? ''} and --${modes[1] ?? ''} exclude each other` })
  const best = options.flag('open') || options.flag('show') || options.flag('first')
  const limit = best ? 1 : (options.count('limit', 1) ?? (modes[0] === 'exact' ? Infinity : 10))
  const messages: string[] = []
  const filters = await readFilters(context, options, messages)
  const hits = await hitsFor(context, { query, mode: modes[0], filters, limit, options })
  const first = hits[0]
  if (first === undefined)
    return {
      report: { kind: 'search', query, hits },
      messages: [...messages, `nothing found for "${query.slice(0, 100)}"`],
      exit: 1,
    }
  if (options.flag('open')) return openHit(context, first, messages)
  if (options.flag('show')) return (await import('../show/show.ts')).show.run(context, [first.path], options)
  return { report: { kind: 'search', query, hits }, messages }
}

interface Request {
  readonly query: string
  readonly mode: string | undefined
  readonly filters: readonly NoteFilter[]
  readonly limit: number
  readonly options: Options
}

async function hitsFor(context: Context, request: Request): Promise<readonly SearchHit[]> {
  const { query, mode, filters, limit, options } = request
  const vault = await context.vault()
  const notes = (): typeof vault.notes => vault.notes.filter((note) => filters.every((filter) => filter(note)))
  if (mode === 'exact') {
    const { exactMatches } = await import('../../core/search/exact-matches.ts')
    const source = { notes: notes(), readText: context.readText, findPattern: context.findPattern }
    return exactMatches(source, query, { context: options.count('context') ?? 0, limit })
  }
  if (mode !== undefined) {
    const { fuzzyNames } = await import('../../core/query/fuzzy-names.ts')
    return fuzzyNames(notes(), query, mode === 'title' ? 'names' : 'summaries').slice(0, limit)
  }
  const { hitsFound } = await import('./search-source.ts')
  return hitsFound(context, query, { filters, limit, explain: options.flag('explain') })
}

async function openHit(context: Context, hit: SearchHit, messages: string[]): Promise<Outcome> {
  const line = hit.matches.find((match) => match.field === 'body')?.line
  const { openInEditor } = await import('../show/open.ts')
  return openInEditor(context, join(context.vaultChoice().root, hit.path), { line, messages })
}
