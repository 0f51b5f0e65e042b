import type { ChangedNote } from '../../core/checks/notes-to-check.ts'
import { isAlike } from '../../core/query/notes-alike.ts'
import type { Suggester } from '../../core/query/suggester.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { type Asks, comparedFor, searchAll, wordsWanted, type WordSearch } from './check-suggester.ts'

/** What searches rest on, as it is now, and what was found before. */
export interface SearchChange {
  readonly suggester: Suggester
  readonly asks: Asks
  readonly changed: readonly ChangedNote[]
  readonly known: ReadonlyMap<string, WordSearch>
}

/** What each of the words found that are to be searched for now; only those are searched for that were not, or for which changed notes are or come to be compared. */
export async function searchAgain(
  vault: Vault,
  { suggester, asks, changed, known }: SearchChange,
): Promise<ReadonlyMap<string, WordSearch>> {
  const wanted = wordsWanted(suggester, asks)
  if (wanted.length === 0) return new Map()
  const most = comparedFor(wanted.length)
  const before = comparedFor(known.size)
  const sameReach = most === before || Math.min(most, before) >= vault.notes.length
  const moved = changed.filter(({ before, now }) => before.summary !== now.summary).map(({ note }) => note)
  const holds = (words: string): boolean => {
    const compared = sameReach ? known.get(words)?.compared : undefined
    if (compared === undefined || compared === 'all') return compared === 'all' && moved.length === 0
    return moved.every((note) => !compared.includes(vault.numberOf(note.path) ?? -1) && !isAlike(note, words))
  }
  const anew = wanted.filter((words) => !holds(words))
  const found = anew.length === 0 ? [] : await searchAll(vault, anew, most)
  const fresh = new Map(anew.map((words, order) => [words, found[order]]))
  return new Map(
    wanted.flatMap((words) => {
      const search = fresh.get(words) ?? known.get(words)
      return search === undefined ? [] : [[words, search] as const]
    }),
  )
}
