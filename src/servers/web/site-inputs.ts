import type { TexMacros } from '../../core/parse/math/macros.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { GitHistory } from '../../io/programs/git-history.ts'

/** What a site is made of. */
export interface SiteInputs {
  /** All notes, including unpublished ones. */
  readonly vault: Vault
  readonly isExcluded: (path: string) => boolean
  readonly readText: (path: string) => string
  /** The bytes of an attachment, when it is a plain file inside the vault. */
  readonly readBytes: (path: string) => Uint8Array | undefined
  /** Whether an attachment is too large to be copied. */
  readonly isTooLarge?: (path: string) => boolean
  readonly history: GitHistory
  /** Macros of mathematics that hold in every note. */
  readonly macros: TexMacros
  /** Groups of words that mean the same to the search. */
  readonly synonyms: readonly (readonly string[])[]
  readonly settings: SiteOptions
  /** Names of topics in the order of an earlier publication. */
  readonly formerTopics: readonly string[]
  /** The number of this state of the vault, where the pages follow it. */
  readonly version?: number
  /** The number of bytes of notes for each piece of a split search index. */
  readonly searchPieceSize?: number
}

/** The options of a site, from the command line or the configuration. */
export interface SiteOptions {
  readonly title: string
  readonly base?: string
  readonly language: string
  readonly introduction?: string
  /** Colours that differ from those of the stylesheet, by name; `dark-` goes before a name of the dark colours. */
  readonly colors: Readonly<Record<string, string>>
}
