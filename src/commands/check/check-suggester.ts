import type { Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { ResolvedLink } from '../../core/model/resolution.ts'
import { fuzzyScores } from '../../core/query/names/fuzzy-scores.ts'
import { Suggester } from '../../core/query/names/suggester.ts'
import { namesIn } from '../../core/query/names/vault-names.ts'
import type { Vault } from '../../core/vault/vault.ts'

/** The score from which a hit is a suggestion rather than a coincidence. */
const likely = 50

/** How many different targets without similar names are searched for, the most linked ones first; more would take longer than the check. */
const mostSearches = 200

/**
 * How many notes are compared letter by letter with each of up to 28 targets. For more targets the number is lowered, so that the total
 * time stays about the same.
 */
const mostNotes = 200
const fewTargets = 20

/** How many notes are suggested at most. */
const mostFound = 3

/**
 * Suggests targets for broken links: by the names in the vault, and where none is similar, by fuzzy matching as in `wend search --fuzzy`.
 */
export function suggesterFor(vault: Vault, broken: readonly ResolvedLink[]): Suggester {
  const suggester = new Suggester(vault)
  const wanted = wordsWanted(suggester, broken)
  if (wanted.length === 0) return suggester
  const found = searchAll(vault, wanted)
  for (const [order, words] of wanted.entries()) suggester.remember(words, found[order] ?? [])
  return suggester
}

/** For each text, the notes that it may mean, best first. */
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

/** How many notes are compared with each of `count` texts. */
function comparedFor(count: number): number {
  return Math.ceil(mostNotes / 2 ** Math.max(0, Math.round(Math.log2(count / fewTargets))))
}

/** The texts to search for, since no name is similar, the most linked first; not for targets outside the vault. */
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
