import type { MetadataValue } from '../../model/note.ts'

/** A front matter key that holds a list of names: its spellings, the usual one first, and what separates items in a string. */
export interface ListKey {
  readonly keys: readonly string[]
  /** The property of Logseq. */
  readonly pageKey: string
  readonly parts: RegExp
  readonly itemsOf: (value: MetadataValue | undefined) => readonly string[]
}
