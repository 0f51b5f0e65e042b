import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { SearchHit } from '../../core/model/report.ts'
import type { NoteFilter } from '../../core/query/lists/list-notes.ts'
import { leastShown, type SearchResult } from '../../core/search/search-notes.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { filterOptions, readFilters } from '../arguments/note-filters.ts'
import type { Options } from '../arguments/options.ts'

/** `wend search`: notes by words, by similar letters, or by exact text. */
export const search: Command = {
  arguments: [
    {
      name: '<words...>',
      description:
        'what you remember: the problem, an acronym, half a name; in quotes also "a phrase", -not, AND OR NOT ( ), title: path: tag: key:, /regex/ (docs/search.md)',
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
  const mode = modeOf(options)
  const best = options.flag('open') || options.flag('show') || options.flag('first')
  const limit = best ? 1 : (options.count('limit', 1) ?? (mode === 'exact' ? Infinity : 10))
  const messages: string[] = []
  const filters = await readFilters(context, options, messages)
  const { hits, said } = await hitsFor(context, { query, mode, filters, limit, options })
  messages.push(...said)
  const first = hits[0]
  if (first === undefined) return { report: { kind: 'search', query, hits }, messages, exit: 1 }
  if (options.flag('open')) return openHit(context, first, messages)
  if (options.flag('show')) return (await import('../show/show.ts')).show.run(context, [first.path], options)
  return { report: { kind: 'search', query, hits }, messages }
}

/** The mode of a search other than by words; fails when options do not go together. */
function modeOf(options: Options): string | undefined {
  const [mode, other = options.flag('explain') ? 'explain' : undefined] = ['exact', 'fuzzy', 'title'].filter((one) =>
    options.flag(one),
  )
  if (mode !== undefined && other !== undefined)
    fail({ kind: 'usage', message: `--${mode} and --${other} exclude each other` })
  if (mode !== 'exact' && options.count('context') !== undefined)
    fail({ kind: 'usage', message: '--context needs --exact' })
  return mode
}

interface Request {
  readonly query: string
  readonly mode: string | undefined
  readonly filters: readonly NoteFilter[]
  readonly limit: number
  readonly options: Options
}

interface Answer {
  readonly hits: readonly SearchHit[]
  /** Messages about the hits. */
  readonly said: readonly string[]
}

async function hitsFor(context: Context, request: Request): Promise<Answer> {
  const { query, mode, filters, limit, options } = request
  const vault = await context.vault()
  const notes = (): typeof vault.notes => vault.notes.filter((note) => filters.every((filter) => filter(note)))
  const all = options.count('limit', 1) !== undefined
  const isCutAsAsked = all || limit === 1
  const answer = (hits: readonly SearchHit[]): Answer => ({
    hits,
    said: hits.length === 0 ? [nothingFound(query)] : [],
  })
  if (mode === 'exact') {
    const { exactMatches } = await import('../../core/search/exact-matches.ts')
    const source = { notes: notes(), readText: context.readIfThere, findPattern: context.findPattern }
    return answer(await exactMatches(source, query, { context: options.count('context') ?? 0, limit }))
  }
  if (mode !== undefined) {
    const { fuzzyNames } = await import('../../core/query/names/fuzzy-names.ts')
    const found = fuzzyNames(notes(), query, mode === 'title' ? 'names' : 'summaries')
    const { hits, said } = answer(found.slice(0, limit))
    return { hits, said: isCutAsAsked || found.length <= limit ? said : [...said, moreAlike(found.length, limit)] }
  }
  const { notesFound, partlySaid } = await import('./search-source.ts')
  const found = await notesFound(context, query, {
    filters,
    limit,
    all,
    atLeast: leastShown,
    explain: options.flag('explain'),
  })
  const partly = found.band === 'partial' && found.hits.length > 0 ? [partlySaid(query)] : []
  return { hits: found.hits, said: [...partly, ...sayings(query, found, isCutAsAsked)] }
}

/** Messages about a search: words that no note holds, and how many more notes there are. */
function sayings(
  query: string,
  { hits, missing, uncounted, more, excluded, chosen }: SearchResult,
  isCutAsAsked: boolean,
): readonly string[] {
  const lacking = [
    ...(missing.length > 0 ? [`no note holds: ${missing.slice(0, 8).join(', ')}`] : []),
    ...(uncounted.length > 0 ? [uncountedSaid(uncounted)] : []),
  ]
  if (hits.length === 0) {
    const kept = excluded ? ['some notes are excluded by the query (-word, !word or NOT); quotes make a dash text'] : []
    const isPhrased = query.split('"').some((part, at) => at % 2 === 1 && /\s/.test(part.trim()))
    const phrased = isPhrased ? ['quotes ask for words one after the other; try it without'] : []
    return [nothingFound(query), ...lacking, ...kept, ...phrased]
  }
  return more > 0 && !isCutAsAsked ? [...lacking, cutSaid(query, { listed: hits.length, more, chosen })] : lacking
}

/** The message about words that stand only in places that are not indexed. */
function uncountedSaid(words: readonly string[]): string {
  const places = 'in an address or a comment, with signs within, past the first megabyte'
  return `only where words do not count (${places}): ${words.slice(0, 8).join(', ')}; alone and without filters, each is found`
}

/** The message about how many notes are not listed, and how to see them. */
function cutSaid(query: string, { listed, more, chosen }: { listed: number; more: number; chosen: boolean }): string {
  const notes = more === 1 ? '1 more note' : `${more} more notes`
  const all = `-n ${listed + more} lists all`
  if (chosen) return `${notes} ${more === 1 ? 'is' : 'are'} found: ${all}`
  return `${notes} ${more === 1 ? 'holds' : 'hold'} ${/\s/.test(query) ? 'some of it' : 'the word'}: ${all}, --exact every line`
}

function moreAlike(found: number, shown: number): string {
  return `${found - shown} more ${found - shown === 1 ? 'is' : 'are'} nearly alike: -n ${found} lists all`
}

function nothingFound(query: string): string {
  const cut = query.slice(0, 100)
  return `nothing found for ${cut.includes('"') ? cut : `"${cut}"`}`
}

async function openHit(context: Context, hit: SearchHit, messages: string[]): Promise<Outcome> {
  const line = hit.matches.find((match) => match.field === 'body')?.line
  const { openInEditor } = await import('../show/open.ts')
  return openInEditor(context, join(context.vaultChoice().root, hit.path), { line, messages })
}
