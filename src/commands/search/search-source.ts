import { FailureError } from '../../core/model/failure.ts'
import type { SearchHit } from '../../core/model/report.ts'
import { pathsFound, searchNotes, type SearchOptions, type SearchSource } from '../../core/search/search-notes.ts'
import type { Context } from '../command.ts'

/** What search asks, from the context of a command; each text is read once. */
async function searchSource(context: Context): Promise<SearchSource> {
  const texts = new Map<string, string>()
  return {
    vault: await context.vault(),
    index: await context.searchIndex(),
    synonyms: (await context.config()).synonyms,
    findPattern: context.findPattern,
    readText: async (path) => {
      const text = texts.get(path) ?? (await context.readText(path))
      if (texts.size < 100) texts.set(path, text)
      return text
    },
  }
}

/** The hits of a query, best first. */
export async function hitsFound(
  context: Context,
  query: string,
  options: SearchOptions,
): Promise<readonly SearchHit[]> {
  return searchNotes(await searchSource(context), query, options)
}

/** The paths of the notes that a search for some words finds. */
export async function matchingPaths(context: Context, words: string): Promise<ReadonlySet<string>> {
  const found = await pathsFound(await searchSource(context), words, { filters: [], limit: Infinity })
  return new Set(found)
}

/** Finds the paths of the notes that unfinished queries find, best first; none while one can't be read. */
export async function searchWhileTyping(context: Context): Promise<(query: string) => Promise<readonly string[]>> {
  const source = await searchSource(context)
  return async (query) => {
    try {
      return await pathsFound(source, query, { filters: [], limit: Infinity })
    } catch (error) {
      if (error instanceof FailureError) return []
      throw error
    }
  }
}
