import type { Note } from '../../core/model/note.ts'
import type { BlockWords } from '../../core/parse/dialects/block-words.ts'
import type { Sentences } from '../../core/parse/sentences.ts'
import type { Vault } from '../../core/vault/vault.ts'

/** The published notes with their texts. */
export interface PublishedTexts {
  readonly published: Vault
  readonly wordsOf: BlockWords | undefined
  textOf(path: string): string
  /** The text of any file of the site. */
  readText(path: string): string
  /** The text without its private parts. */
  publicTextOf(note: Note): string
  sentencesOf(path: string): Sentences
}
