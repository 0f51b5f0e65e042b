import type { Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { ResolvedLink } from '../../core/model/resolution.ts'
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

/**
 * Suggests what broken links may have meant: by the names in the vault, and where these say nothing, by letters that nearly
 * match, as `wend search --fuzzy` does.
 */
export function suggesterFor(vault: Vault, broken: readonly ResolvedLink[]): Suggester {
  const suggester = new Suggester(vault)
  const wanted = wordsWanted(suggester, broken)
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

/** How many notes are compared with each of so many words. */
function comparedFor(count: number): number {
  return Math.ceil(mostNotes / 2 ** Math.max(0, Math.round(Math.log2(count / fewTargets))))
}

/** What to search for where the names of the vault say nothing, most wanted first; not what links outside it name. */
function wordsWanted(suggester: Suggester, broken: readonly ResolvedLink[]): readonly string[] {
  const wanted = new Map<string, number>()
  for (const { link, resolution } of broken) {
    const words = resolution.status === 'broken' ? suggester.wordsToSearch(suggester.questionOf(link)) : undefined
    if (words !== undefined) wanted.set(words, (wanted.get(words) ?? 0) + 1)
  }
  return [...wanted]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostSearches)
    .map(([words]) => words)
}
