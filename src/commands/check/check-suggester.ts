import type { Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { notesAlike } from '../../core/query/notes-alike.ts'
import { Suggester } from '../../core/query/suggester.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Context } from '../command.ts'

/** The score from which a hit is a suggestion rather than a coincidence. */
const likely = 50

/** So many different targets that say nothing by their names are searched for, those that most links name; the others would take longer than the check. */
const mostSearches = 200

/** So many notes are compared letter by letter with each of up to 28 targets; with half as many for each doubling, so that together they cost about the same. */
const mostNotes = 200
const fewTargets = 20

/** So many notes are suggested at the most. */
const mostFound = 3

/** What is asked about a link that leads nowhere, and whether a search may help when the names of the vault say nothing: for notes, not for files outside. */
export type Ask = readonly [question: string, searched: boolean]

/** What each note's links ask, by path; notes without questions are left out. */
export type Asks = ReadonlyMap<string, readonly Ask[]>

/** What a search for words found, best first, and the places in the vault of the notes that were compared. */
export interface WordSearch {
  readonly found: readonly NotePath[]
  readonly compared: readonly number[] | 'all'
}

/** What says what broken links may have meant: by the names in the vault, and where these say nothing by letters that nearly match, as `wend search --fuzzy` does. */
export async function suggesterFor(
  context: Context,
  vault: Vault,
  reports: (path: string) => boolean,
): Promise<Suggester> {
  const suggester = new Suggester(vault)
  const asks = new Map(
    vault.notes.flatMap(({ path }) => (reports(path) ? [[path, asksOf(vault, suggester, path)] as const] : [])),
  )
  await searchWords(context, vault, suggester, asks)
  return suggester
}

/** What the links of a note that lead nowhere ask. */
export function asksOf(vault: Vault, suggester: Suggester, path: NotePath): readonly Ask[] {
  return vault.linksFrom(path).flatMap(({ link, resolution }): readonly Ask[] => {
    const asked = resolution.status === 'broken' || (resolution.status === 'outside' && resolution.exists !== true)
    return asked ? [[suggester.questionOf(link), resolution.status === 'broken']] : []
  })
}

/** Searches for what names say nothing about, tells the suggester, and gives what was found by words. */
export async function searchWords(
  context: Context,
  vault: Vault,
  suggester: Suggester,
  asks: Asks,
): Promise<ReadonlyMap<string, WordSearch>> {
  const wanted = wordsWanted(suggester, asks)
  if (wanted.length === 0) return new Map()
  const names = vault.notes.map(({ path, title, aliases, summary }) => [path, title, aliases, summary])
  const found = await context.answer({
    question: JSON.stringify([wanted, names]),
    from: 'question',
    make: () => searchAll(vault, wanted, comparedFor(wanted.length)),
  })
  const searches = new Map(wanted.map((words, index) => [words, found[index] ?? { found: [], compared: [] }]))
  tell(suggester, searches)
  return searches
}

/** Tells a suggester what searches found. */
export function tell(suggester: Suggester, searches: ReadonlyMap<string, WordSearch>): void {
  for (const [words, { found }] of searches) suggester.remember(words, found)
}

/** How many notes are compared with each of so many words: one more or less hardly ever changes it, so that what was found stays true. */
export function comparedFor(count: number): number {
  return Math.ceil(mostNotes / 2 ** Math.max(0, Math.round(Math.log2(count / fewTargets))))
}

/** What is found by each of some words when so many notes are compared with each. */
export async function searchAll(vault: Vault, wanted: readonly string[], most: number): Promise<readonly WordSearch[]> {
  const { fuzzyNames } = await import('../../core/query/fuzzy-names.ts')
  const alike = notesAlike(vault.notes, wanted, most)
  return wanted.map((words, index) => {
    const notes: readonly Note[] = alike[index] ?? []
    const found = fuzzyNames(notes, words, 'summaries').filter(({ score }) => score >= likely)
    return {
      found: found.slice(0, mostFound).flatMap(({ path }) => vault.note(path)?.path ?? []),
      compared: notes === vault.notes ? 'all' : notes.flatMap(({ path }) => vault.numberOf(path) ?? []),
    }
  })
}

/** What to search for, most wanted first. */
export function wordsWanted(suggester: Suggester, asks: Asks): readonly string[] {
  const wanted = new Map<string, number>()
  for (const [question, searched] of [...asks.values()].flat()) {
    const words = searched ? suggester.wordsToSearch(question) : undefined
    if (words !== undefined) wanted.set(words, (wanted.get(words) ?? 0) + 1)
  }
  return [...wanted]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostSearches)
    .map(([words]) => words)
}
