import type { Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { Resolution } from '../../core/model/resolution.ts'
import { fuzzyScores } from '../../core/query/names/fuzzy-scores.ts'
import { Suggester } from '../../core/query/names/suggester.ts'
import { namesIn } from '../../core/query/names/vault-names.ts'
import type { Vault } from '../../core/vault/vault.ts'

/** The score from which a hit is a suggestion rather than a coincidence. */
const likely = 50

/** So many different targets that say nothing by their names are searched for, those that most links name; the others would take longer than the check. */
const mostSearches = 200

/** So many notes are compared letter by letter with each of up to 28 targets; with half as many for each doubling, so that together they cost about the same. */
const mostNotes = 200
const fewTargets = 20

/** So many notes are suggested at the most. */
const mostFound = 3

/** What a link that leads nowhere asks, and whether a search may help when the names of the vault say nothing: for notes, not for files outside. */
type Ask = readonly [question: string, searched: boolean]

/**
 * Suggests what broken links may have meant: by the names in the vault, and where these say nothing, by letters that nearly
 * match, as `wend search --fuzzy` does.
 */
export function suggesterFor(vault: Vault, reports: (path: string) => boolean): Suggester {
  const suggester = new Suggester(vault)
  const documents = [...vault.notes, ...vault.canvases]
  const asks = documents.flatMap((document) => (reports(document.path) ? asksOf(vault, suggester, document) : []))
  const wanted = wordsWanted(suggester, asks)
  if (wanted.length === 0) return suggester
  const found = searchAll(vault, wanted)
  for (const [order, words] of wanted.entries()) suggester.remember(words, found[order] ?? [])
  return suggester
}

/** The notes that each of some words may mean, best first. */
function searchAll(vault: Vault, wanted: readonly string[]): readonly (readonly NotePath[])[] {
  const { alike } = namesIn(vault)
  const most = comparedFor(wanted.length)
  return wanted.map((words) => likeliest(alike.find(words, most), words))
}

function likeliest(notes: readonly Note[], words: string): readonly NotePath[] {
  const scores = fuzzyScores(notes, words, likely - 1)
  return [...notes.keys()]
    .filter((order) => Math.round(scores[order] ?? 0) >= likely)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, mostFound)
    .flatMap((order) => notes[order]?.path ?? [])
}

/** What the links of a note that lead nowhere ask. */
function asksOf(vault: Vault, suggester: Suggester, document: Note): readonly Ask[] {
  const { resolutions, links } = vault.inPassing(document)
  if (resolutions?.some((resolution) => resolution === undefined || leadsNowhere(resolution)) === false) return []
  return links().flatMap(({ link, resolution }): readonly Ask[] =>
    leadsNowhere(resolution) ? [[suggester.questionOf(link), resolution.status === 'broken']] : [],
  )
}

function leadsNowhere(resolution: Resolution): boolean {
  return resolution.status === 'broken' || (resolution.status === 'outside' && resolution.exists !== true)
}

/** How many notes are compared with each of so many words. */
function comparedFor(count: number): number {
  return Math.ceil(mostNotes / 2 ** Math.max(0, Math.round(Math.log2(count / fewTargets))))
}

/** What to search for, most wanted first. */
function wordsWanted(suggester: Suggester, asks: readonly Ask[]): readonly string[] {
  const wanted = new Map<string, number>()
  for (const [question, searched] of asks) {
    const words = searched ? suggester.wordsToSearch(question) : undefined
    if (words !== undefined) wanted.set(words, (wanted.get(words) ?? 0) + 1)
  }
  return [...wanted]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostSearches)
    .map(([words]) => words)
}
