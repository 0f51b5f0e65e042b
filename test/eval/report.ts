import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchLayer, SearchSource } from '../../src/core/search/search-notes.ts'
import { searchNotes } from '../../src/core/search/search-notes.ts'
import { baselines } from './baselines.ts'
import { evaluate, type Figures, type JudgedQuery, readLines, readQueries, rankOf } from './evaluate.ts'
import { onNotesWithoutKeywords, ownVault, ownVaults, readFileQueries, searchable, wendSearch } from './vaults.ts'

const layers: readonly SearchLayer[] = ['typos', 'beginnings', 'synonyms', 'names', 'nearness']

/** Queries only counted: not among the misses, nor in what a layer adds, so that nothing is tuned to them. */
const sealed = ['shipped-sealed', 'shipped-sealed-2']

/** The sets whose misses may be looked at. */
const open = ['shipped-given', 'shipped-tune', 'shipped-fresh-tune']

/** Where the tables of queries are, and the vaults they ask. */
export interface ReportPlaces {
  readonly shipped: string
  readonly second?: string
  /** Any other folder of notes with a table of queries: kind, query, names of the right files parted by `|`. */
  readonly other?: { readonly vault: string; readonly queries: string }
  readonly print: (line: string) => void
  readonly misses: boolean
}

/** Prints how well search finds the right note: by kind of query, beside what others do, and what each layer adds. */
export async function report({ shipped, second, other, print, misses }: ReportPlaces): Promise<void> {
  if (other !== undefined) {
    await printOther(other, print)
    return
  }
  const source = searchable(shipped)
  const sets = ['shipped-given', 'shipped-tune', 'shipped-held-out', 'shipped-fresh-tune']
  for (const set of [...sets, ...sealed])
    await printKinds(`${set} (the shipped notes)`, readQueries(`${set}.tsv`), source, print)
  const all = sets.flatMap((set) => readQueries(`${set}.tsv`))
  print(`\n${all.length} queries on the shipped notes, beside others\n`)
  print(row('wend search', (await evaluate(all, wendSearch(source))).get('all')))
  const textOf = (path: string): string => readFileSync(join(shipped, path), 'utf8')
  for (const [name, search] of baselines(source.vault.notes, textOf))
    print(row(name, (await evaluate(all, search)).get('all')))
  print('\nwithout a layer\n')
  for (const layer of layers)
    print(row(`without ${layer}`, (await evaluate(all, wendSearch(source, [layer]))).get('all')))
  print(row('words alone', (await evaluate(all, wendSearch(source, layers))).get('all')))
  await onNotesWithoutKeywords(shipped, async (bare) => {
    print(row('without keywords', (await evaluate(all, wendSearch(bare))).get('all')))
  })
  await printNonsense(source, print)
  if (misses) {
    const queries = open.flatMap((set) => readQueries(`${set}.tsv`))
    await printMisses(queries, source, print)
  }
  for (const name of ownVaults)
    for (const half of ['tune', 'held-out']) {
      print(`\n${name}-${half}\n`)
      await printOther({ vault: ownVault(name), queries: `${name}-${half}.tsv` }, print)
    }
  if (second === undefined) return
  const help = searchable(second)
  for (const set of ['help-tune', 'help-held-out'])
    await printKinds(`\n${set} (a second vault)`, readQueries(`${set}.tsv`), help, print)
}

/** Prints the figures of another vault, beside what others do, with the CPU that indexing it took. */
async function printOther(
  { vault, queries }: NonNullable<ReportPlaces['other']>,
  print: (line: string) => void,
): Promise<void> {
  const before = process.cpuUsage()
  const source = searchable(vault)
  const { user } = process.cpuUsage(before)
  const judged = readFileQueries(queries, source)
  print(`${source.vault.size} notes, read and indexed in ${(user / 1e6).toFixed(1)} s of CPU\n`)
  print(row('wend search', (await evaluate(judged, wendSearch(source))).get('all')))
  const textOf = (path: string): string => readFileSync(join(vault, path), 'utf8')
  for (const [name, search] of baselines(source.vault.notes, textOf))
    print(row(name, (await evaluate(judged, search)).get('all')))
  for (const layer of layers)
    print(row(`without ${layer}`, (await evaluate(judged, wendSearch(source, [layer]))).get('all')))
}

async function printKinds(
  name: string,
  queries: readonly JudgedQuery[],
  source: SearchSource,
  print: (line: string) => void,
): Promise<void> {
  print(`\n${name}\n`)
  print(`${''.padEnd(24)}queries   hit@1   hit@3     MRR`)
  for (const [kind, figures] of await evaluate(queries, wendSearch(source))) print(row(kind, figures))
}

function row(name: string, figures: Figures | undefined): string {
  if (figures === undefined) return name
  const { queries, hit1, hit3, mrr } = figures
  const cells = [hit1, hit3, mrr].map((value) => `${value.toFixed(1)} %`.padStart(8))
  return `${name.padEnd(24)}${String(queries).padStart(7)}${cells.join('')}`
}

async function printNonsense(source: SearchSource, print: (line: string) => void): Promise<void> {
  print('\nqueries that nothing answers\n')
  for (const query of [...readLines('nonsense.txt'), ...readLines('off-topic.txt')]) {
    const {
      hits: [hit],
    } = await searchNotes(source, query, { filters: [], limit: 1 })
    print(`${query.padEnd(30)}${hit === undefined ? 'nothing found' : `${hit.score} ${hit.title}`}`)
  }
}

async function printMisses(
  queries: readonly JudgedQuery[],
  source: SearchSource,
  print: (line: string) => void,
): Promise<void> {
  print('\nqueries whose right note is not first\n')
  for (const query of queries) {
    const rank = await rankOf(query, wendSearch(source))
    if (rank === 1) continue
    const { hits } = await searchNotes(source, query.query, { filters: [], limit: 3 })
    print(
      `${rank}  ${query.query} (${query.expected.join(' | ')}): ${hits.map(({ title, score }) => `${title} ${score}`).join('; ')}`,
    )
  }
}
