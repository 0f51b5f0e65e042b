import { FailureError } from '../../core/model/failure.ts'
import type { NoteFilter } from '../../core/query/lists/list-notes.ts'
import { DamagedIndex } from '../../core/search/index/segment.ts'
import {
  pathsFound,
  searchNotes,
  type SearchOptions,
  type SearchResult,
  type SearchSource,
} from '../../core/search/search-notes.ts'
import type { SearchMatch } from '../../core/model/report.ts'
import type { Context } from '../command.ts'

/** The source of notes for a search, from the context of a command; each text is read only once. */
async function searchSource(context: Context, anew: boolean): Promise<SearchSource> {
  const texts = new Map<string, string>()
  return {
    vault: await context.vault(),
    index: await context.searchIndex(undefined, anew),
    synonyms: (await context.config()).synonyms,
    findPattern: context.findPattern,
    ranksByTexts: true,
    readText: async (path) => {
      const text = texts.get(path) ?? (await context.readIfThere(path))
      if (texts.size < 100) texts.set(path, text)
      return text
    },
  }
}

/** Asks the search index; when it turns out to be damaged, rebuilds it and asks again. */
async function ask<T>(context: Context, question: (source: SearchSource) => Promise<T>): Promise<T> {
  try {
    return await question(await searchSource(context, false))
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error
    return question(await searchSource(context, true))
  }
}

/** The hits of a search, and messages about them. */
export async function notesFound(context: Context, query: string, options: SearchOptions): Promise<SearchResult> {
  return ask(context, (source) => searchNotes(source, query, { ...options, asWritten: true }))
}

/** The paths of the notes that a search finds among those that filters keep. */
export async function matchingPaths(
  context: Context,
  words: string,
  filters: readonly NoteFilter[],
): Promise<ReadonlySet<string>> {
  return new Set(
    await ask(context, (source) => pathsFound(source, words, { filters, limit: Infinity, asWritten: true })),
  )
}

/** The paths of the best notes for a query, best first, at most `limit`. */
export async function pathsOfBest(context: Context, query: string, limit: number): Promise<readonly string[]> {
  return ask(context, (source) => pathsFound(source, query, { filters: [], limit }))
}

/** A query that is still being typed: words, or text as written. */
export interface TypedQuestion {
  readonly words: string
  readonly isExact: boolean
}

/** The answer to such a query: notes, best first, with their matching lines, and a message, or why there are none. */
export interface TypedAnswer {
  readonly hits: readonly { readonly path: string; readonly lines: readonly FoundLine[] }[]
  readonly said: readonly string[]
}

/** A matching line, with the UTF-16 ranges that match. */
export interface FoundLine {
  readonly text: string
  /** Its line in the file, from 1. */
  readonly line?: number
  readonly ranges: readonly (readonly [number, number])[]
}

/** The message when notes answer a query only in part; for a single word, that only other words for it were found. */
export function partlySaid(query: string): string {
  const isWord = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{M}'’-]+$/u.test(query)
  return isWord ? 'no note is surely meant; these have words like it' : 'no note has all of this; these have some of it'
}

/** How many hits are listed, and for how many of them matching lines are looked for. */
const [listed, quoted] = [500, 40]

/** Answers queries while they are typed; for one that can't be read the answer says why. */
export async function searchWhileTyping(context: Context): Promise<(question: TypedQuestion) => Promise<TypedAnswer>> {
  let source = await searchSource(context, false)
  return async (question) => {
    try {
      return await (question.isExact ? exactLines(source, question.words) : bestHits(source, question.words))
    } catch (error) {
      if (error instanceof FailureError) return { hits: [], said: reasonOf(error) }
      if (!(error instanceof DamagedIndex)) throw error
      source = await searchSource(context, true)
      return { hits: [], said: [] }
    }
  }
}

function reasonOf({ failure }: FailureError): readonly string[] {
  return 'message' in failure ? [failure.message] : []
}

async function bestHits(source: SearchSource, words: string): Promise<TypedAnswer> {
  const found = await searchNotes(source, words, { filters: [], limit: listed, all: true, quoted })
  const { hits, missing, band } = found
  // While a query is typed, texts are not searched for words that the index lacks, such as those in addresses.
  const lacking = missing.length > 0 ? [`no note has the word: ${missing.slice(0, 8).join(', ')}`] : []
  const partly = band === 'partial' && missing.length === 0 ? [partlySaid(words)] : []
  return {
    hits: hits.map(({ path, matches }) => ({ path, lines: linesOf(matches, 'body') })),
    said: hits.length === 0 ? [] : [...lacking, ...partly],
  }
}

async function exactLines({ vault, readText, findPattern }: SearchSource, words: string): Promise<TypedAnswer> {
  const { exactMatches } = await import('../../core/search/exact-matches.ts')
  const hits = await exactMatches({ notes: vault.notes, readText, findPattern }, words, { context: 0, limit: listed })
  return { hits: hits.map(({ path, matches }) => ({ path, lines: linesOf(matches, 'line') })), said: [] }
}

function linesOf(matches: readonly SearchMatch[], field: string): readonly FoundLine[] {
  return matches.flatMap(({ field: one, text, line, ranges = [] }) =>
    one === field ? [{ text, ranges, ...(line === undefined ? {} : { line }) }] : [],
  )
}
