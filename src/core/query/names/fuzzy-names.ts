import Fuse, { type IFuseOptions } from 'fuse.js'
import type { Note } from '../../model/note.ts'
import type { SearchHit } from '../../model/report.ts'

/** The longest query that is compared, in characters: the time of fuzzy matching grows with it. */
const longestQuery = 100

/** What is compared with the query: names only, or summaries too. */
export type FuzzyScope = 'names' | 'summaries'

/**
 * Notes whose names (and summaries) look like a query, best first. Letters that nearly match count, the meaning of words does not. Needs no
 * index. Scores are 0-100.
 */
export function fuzzyNames(notes: readonly Note[], query: string, scope: FuzzyScope): readonly SearchHit[] {
  const fuse = new Fuse(notes, optionsFor(scope))
  return fuse.search(query.slice(0, longestQuery)).map(({ item, score = 1, matches = [] }) => ({
    path: item.path,
    title: item.title,
    ...(item.summary === undefined ? {} : { summary: item.summary }),
    topics: item.topics,
    score: Math.round((1 - score) * 100),
    matches: matches.map(({ key = '', value = '', indices }) => ({
      field: key === 'aliases' ? 'alias' : key,
      text: value,
      ranges: indices.map(([start, end]) => [start, end + 1] as const),
    })),
  }))
}

function optionsFor(scope: FuzzyScope): IFuseOptions<Note> {
  const names = [
    { name: 'title', weight: 4 },
    { name: 'aliases', weight: 3 },
  ]
  return {
    keys: scope === 'names' ? names : [...names, { name: 'summary', weight: 1 }],
    useTokenSearch: true,
    ignoreLocation: true,
    includeScore: true,
    includeMatches: true,
    threshold: 0.35,
  }
}
