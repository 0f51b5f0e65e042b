import type { Vault } from '../vault/vault.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { PatternFinder } from './ranking/conditions.ts'

/** What search asks: notes, which may be no more of a vault than their names, and their index. */
export interface NoteSource {
  readonly vault: Pick<Vault, 'notes'>
  readonly index: SearchIndex
  /** Groups of words that mean the same in this vault (`search.synonyms`). */
  readonly synonyms: readonly (readonly string[])[]
  readonly readText: (path: string) => Promise<string>
  /** Whether notes are ranked by their texts, too; a page has those of its hits alone. */
  readonly ranksByTexts: boolean
  readonly findPattern: PatternFinder
}
