import type { NotePath } from '../../core/model/note-path.ts'
import { notesAlike } from '../../core/query/graph/notes-alike.ts'
import { Suggester } from '../../core/query/names/suggester.ts'
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

/** What a link that leads nowhere asks, and whether a search may help when the names of the vault say nothing: for notes, not for files outside. */
type Ask = readonly [question: string, searched: boolean]

/**
 * Suggests what broken links may have meant: by the names in the vault, and where these say nothing, by letters that nearly
 * match, as `wend search --fuzzy` does.
 */
export async function suggesterFor(
  context: Pick<Context, 'answer'>,
  vault: Vault,
  reports: (path: string) => boolean,
): Promise<Suggester> {
  const suggester = new Suggester(vault)
  const asks = vault.notes.flatMap(({ path }) => (reports(path) ? asksOf(vault, suggester, path) : []))
  const wanted = wordsWanted(suggester, asks)
  if (wanted.length === 0) return suggester
  const names = vault.notes.map(({ path, title, aliases, summary }) => [path, title, aliases, summary])
  const found = await context.answer({
    question: JSON.stringify([wanted, names]),
    saysAll: true,
    make: () => searchAll(vault, wanted),
  })
  for (const [order, words] of wanted.entries()) suggester.remember(words, found[order] ?? [])
  return suggester
}

/** The notes that each of some words may mean, best first. */
async function searchAll(vault: Vault, wanted: readonly string[]): Promise<readonly (readonly NotePath[])[]> {
  const { fuzzyNames } = await import('../../core/query/names/fuzzy-names.ts')
  const alike = notesAlike(vault.notes, wanted, comparedFor(wanted.length))
  return wanted.map((words, order) => {
    const found = fuzzyNames(alike[order] ?? [], words, 'summaries').filter(({ score }) => score >= likely)
    return found.slice(0, mostFound).flatMap(({ path }) => vault.note(path)?.path ?? [])
  })
}

/** What the links of a note that lead nowhere ask. */
function asksOf(vault: Vault, suggester: Suggester, path: NotePath): readonly Ask[] {
  return vault.linksFrom(path).flatMap(({ link, resolution }): readonly Ask[] => {
    const asked = resolution.status === 'broken' || (resolution.status === 'outside' && resolution.exists !== true)
    return asked ? [[suggester.questionOf(link), resolution.status === 'broken']] : []
  })
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
