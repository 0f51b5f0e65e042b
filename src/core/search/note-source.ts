import type { Vault } from '../vault/vault.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { PatternFinder } from './ranking/conditions.ts'

/** What a search runs on: the notes (perhaps only their names) and their index. */
export interface NoteSource {
  readonly vault: Pick<Vault, 'notes'>
  readonly index: SearchIndex
  /** Groups of words that mean the same in this vault (`search.synonyms`). */
  readonly synonyms: readonly (readonly string[])[]
  readonly readText: (path: string) => Promise<string>
  /** Whether the texts of notes count for ranking too. The search of a web page can read only the texts of its hits. */
  readonly ranksByTexts: boolean
  readonly findPattern: PatternFinder
}
