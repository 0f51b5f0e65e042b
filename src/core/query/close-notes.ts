import type { Note } from '../model/note.ts'
import type { SearchHit } from '../model/report.ts'
import type { Vault } from '../vault/vault.ts'
import { neighboursOf } from './graph.ts'
import type { SearchIndex } from '../search/index/search-index.ts'

/** How much meaning, shared words and shared neighbours count; together 1. */
const shares = { company: 0.5, words: 0.25, neighbours: 0.25 }

/** Below this score (0-1) two notes are not related enough to say so. */
const leastRelated = 0.3

/** Notes close to one in meaning or by neighbours that it neither links to nor is linked from, the closest first, with the reason. */
export function closeNotes(vault: Vault, index: SearchIndex, note: Note, limit: number): readonly SearchHit[] {
  const own = new Set<string>([note.path, ...neighboursOf(vault, note.path)])
  const ranked = vault.notes
    .map((other, number) => ({ other, number }))
    .filter(({ other }) => !own.has(other.path))
    .map(({ other, number }) => ({ other, number, ...closeness(vault, index, note, other) }))
    .filter(({ score }) => score >= leastRelated)
    .sort((a, b) => b.score - a.score || a.number - b.number)
  return ranked.slice(0, limit).map(({ other, score, between, words }) => ({
    path: other.path,
    title: other.title,
    ...(other.summary === undefined ? {} : { summary: other.summary }),
    topics: other.topics,
    score: Math.round(100 * score),
    matches: [],
    reasons: reasonsFor(vault, between, words),
  }))
}

interface Closeness {
  readonly score: number
  /** Paths of notes that both link with. */
  readonly between: readonly string[]
  /** The rarest words that both say. */
  readonly words: readonly string[]
}

function closeness(vault: Vault, index: SearchIndex, note: Note, other: Note): Closeness {
  const [mine, theirs] = [numberOf(index, note), numberOf(index, other)]
  const company = Math.max(0, index.latent.cosine(mine, theirs))
  const [near, nearOther] = [neighboursOf(vault, note.path), new Set(neighboursOf(vault, other.path))]
  const between = near.filter((path) => nearOther.has(path))
  const linked = between.length / Math.max(1, Math.sqrt(near.length * nearOther.size))
  if (company < 0.25 && between.length === 0) return { score: 0, between, words: [] }
  const { share, words } = sharedWords(index, mine, theirs)
  const score = shares.company * company + shares.words * share + shares.neighbours * Math.min(1, 2 * linked)
  return { score, between, words }
}

function numberOf(index: SearchIndex, note: Note): number {
  return index.numberOf(note.path) ?? -1
}

/** How much of what both notes say weighs in what the first says, and the weightiest of it. */
function sharedWords(
  index: SearchIndex,
  a: number,
  b: number,
): { readonly share: number; readonly words: readonly string[] } {
  const [mine, theirs] = [index.termsOf(a), index.termsOf(b)]
  let [both, all] = [0, 0]
  const common: { readonly term: number; readonly weight: number }[] = []
  for (const [term, weight] of mine) {
    const worth = weight * index.rarity(term)
    all += worth
    const other = theirs.get(term)
    if (other === undefined) continue
    both += Math.min(worth, other * index.rarity(term))
    common.push({ term, weight: Math.min(weight, other) ** 3 * index.rarity(term) })
  }
  const words = common
    .sort((x, y) => y.weight - x.weight)
    .slice(0, 4)
    .map(({ term }) => index.words.shortestOf(term) ?? index.stem(term))
  return { share: all > 0 ? Math.min(1, (3 * both) / all) : 0, words }
}

function reasonsFor(vault: Vault, between: readonly string[], words: readonly string[]): readonly string[] {
  const titles = between.slice(0, 3).map((path) => `"${vault.note(path)?.title ?? path}"`)
  const more = between.length > 3 ? ` and ${between.length - 3} more` : ''
  return [
    ...(words.length > 0 ? [`both speak of ${words.join(', ')}`] : []),
    ...(titles.length > 0 ? [`both are linked with ${titles.join(', ')}${more}`] : []),
  ]
}
