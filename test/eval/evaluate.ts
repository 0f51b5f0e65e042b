import { readFileSync } from 'node:fs'

/** A query with the titles that answer it. */
export interface JudgedQuery {
  readonly kind: string
  readonly query: string
  readonly expected: readonly string[]
}

/** Titles that answer a query, best first. */
export type Searcher = (query: string) => Promise<readonly string[]>

/** How often the right note comes first and among three, and the mean reciprocal rank, in percent. */
export interface Figures {
  readonly queries: number
  readonly hit1: number
  readonly hit3: number
  readonly mrr: number
}

/** Reads a table of queries, kept beside this file or named by its whole path: kind, query, titles parted by `|`. */
export function readQueries(name: string): readonly JudgedQuery[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('kind\t'))
    .map((line) => {
      const [kind = '', query = '', expected = ''] = line.split('\t')
      return { kind, query, expected: expected.split('|') }
    })
}

/** Lines of a list, such as the queries that nothing answers. */
export function readLines(name: string): readonly string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
}

/** The place of the first right note, from 1; Infinity when it is not found. */
export async function rankOf({ query, expected }: JudgedQuery, search: Searcher): Promise<number> {
  const place = (await search(query)).findIndex((title) => expected.includes(title))
  return place < 0 ? Infinity : place + 1
}

/** The figures of all queries and of each kind. */
export async function evaluate(
  queries: readonly JudgedQuery[],
  search: Searcher,
): Promise<ReadonlyMap<string, Figures>> {
  const ranks: { readonly kind: string; readonly rank: number }[] = []
  for (const query of queries) ranks.push({ kind: query.kind, rank: await rankOf(query, search) })
  const kinds = ['all', ...new Set(queries.map(({ kind }) => kind))]
  return new Map(
    kinds.map((kind) => [kind, figuresOf(ranks.filter((one) => kind === 'all' || one.kind === kind))] as const),
  )
}

function figuresOf(ranks: readonly { readonly rank: number }[]): Figures {
  const share = (good: (rank: number) => number): number =>
    (100 * ranks.reduce((sum, { rank }) => sum + good(rank), 0)) / ranks.length
  return {
    queries: ranks.length,
    hit1: share((rank) => Number(rank === 1)),
    hit3: share((rank) => Number(rank <= 3)),
    mrr: share((rank) => 1 / rank),
  }
}
