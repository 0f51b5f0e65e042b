import { FailureError } from '../../core/model/failure.ts'
import { DamagedIndex } from '../../core/search/index/segment.ts'
import {
  type Found,
  pathsFound,
  searchNotes,
  type SearchOptions,
  type SearchSource,
} from '../../core/search/search-notes.ts'
import type { Context } from '../command.ts'

/** What search asks, from the context of a command; each text is read once. */
async function searchSource(context: Context, anew: boolean): Promise<SearchSource> {
  const texts = new Map<string, string>()
  return {
    vault: await context.vault(),
    index: await context.searchIndex(undefined, anew),
    synonyms: (await context.config()).synonyms,
    findPattern: context.findPattern,
    readText: async (path) => {
      const text = texts.get(path) ?? (await context.readIfThere(path))
      if (texts.size < 100) texts.set(path, text)
      return text
    },
  }
}

/** Asks the search index; once more where it turns out to be damaged, after it was made anew. */
async function ask<T>(context: Context, question: (source: SearchSource) => Promise<T>): Promise<T> {
  try {
    return await question(await searchSource(context, false))
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error
    return question(await searchSource(context, true))
  }
}

/** What a search finds, and what is to be said of it. */
export async function notesFound(context: Context, query: string, options: SearchOptions): Promise<Found> {
  return ask(context, (source) => searchNotes(source, query, options))
}

/** The paths of the notes that a search for some words finds. */
export async function matchingPaths(context: Context, words: string): Promise<ReadonlySet<string>> {
  return new Set(await ask(context, (source) => pathsFound(source, words, { filters: [], limit: Infinity })))
}

/** Finds the paths of the notes that unfinished queries find, best first; none while one can't be read. */
export async function searchWhileTyping(context: Context): Promise<(query: string) => Promise<readonly string[]>> {
  let source = await searchSource(context, false)
  return async (query) => {
    try {
      return await pathsFound(source, query, { filters: [], limit: Infinity })
    } catch (error) {
      if (error instanceof DamagedIndex) source = await searchSource(context, true)
      else if (!(error instanceof FailureError)) throw error
      return []
    }
  }
}
