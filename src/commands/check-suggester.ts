import type { Note } from '../core/model/note.ts'
import { Suggester } from '../core/query/suggester.ts'
import type { Vault } from '../core/vault/vault.ts'
import type { Context } from './command.ts'

/** The score from which a hit is a suggestion rather than a coincidence. */
const likely = 50

/** So many different targets that say nothing by their names are searched for, those that most links name; the others would take longer than the check. */
const mostSearches = 200

/** So many notes are compared letter by letter in all: for up to 20 targets those of a small vault, else the ones that share most with each. */
const mostCompared = 4000
const leastNotes = 20
const mostNotes = 200

/** What says what broken links may have meant: by the names in the vault, and where these say nothing by letters that nearly match, as `wend search --fuzzy` does. */
export async function suggesterFor(
  context: Context,
  vault: Vault,
  reports: (path: string) => boolean,
): Promise<Suggester> {
  const suggester = new Suggester(vault)
  const wanted = wordsWanted(vault, suggester, reports)
  if (wanted.length === 0) return suggester
  const names = vault.notes.map(({ path, title, aliases, summary }) => [path, title, aliases, summary])
  const found = await context.answer({
    question: JSON.stringify([wanted, names]),
    from: 'question',
    make: () => searchAll(vault.notes, wanted),
  })
  for (const [index, words] of wanted.entries())
    suggester.remember(
      words,
      (found[index] ?? []).flatMap((path) => vault.note(path)?.path ?? []),
    )
  return suggester
}

/** The paths of the notes that each of some words may mean, best first. */
async function searchAll(notes: readonly Note[], wanted: readonly string[]): Promise<readonly (readonly string[])[]> {
  const [{ fuzzyNames }, { notesAlike }] = await Promise.all([
    import('../core/query/fuzzy-names.ts'),
    import('../core/query/notes-alike.ts'),
  ])
  const share = Math.floor(mostCompared / wanted.length)
  const alike = notesAlike(notes, wanted, Math.min(mostNotes, Math.max(leastNotes, share)))
  return wanted.map((words, index) =>
    fuzzyNames(alike[index] ?? [], words, 'summaries')
      .filter(({ score }) => score >= likely)
      .map(({ path }) => path),
  )
}

/** What to search for, most wanted first. */
function wordsWanted(vault: Vault, suggester: Suggester, reports: (path: string) => boolean): readonly string[] {
  const wanted = new Map<string, number>()
  for (const { path } of vault.notes) {
    if (!reports(path)) continue
    for (const { link, resolution } of vault.linksFrom(path)) {
      const words = resolution.status === 'broken' ? suggester.wordsToSearch(link) : undefined
      if (words !== undefined) wanted.set(words, (wanted.get(words) ?? 0) + 1)
    }
  }
  return [...wanted]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostSearches)
    .map(([words]) => words)
}
