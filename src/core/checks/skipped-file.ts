import type { Attachment } from '../model/note.ts'
import { perVault, type Search } from './rule.ts'

/** A search for files with the name of a note that could not be read as one. */
export function perSkippedFile(skipped: NonNullable<Attachment['skipped']>, word: (reason: string) => string): Search {
  return perVault(({ vault }) =>
    vault.attachments
      .filter((attachment) => attachment.skipped === skipped)
      .map(({ path, reason }) => ({ path, line: 1, column: 1, message: word(reason ?? ''), suggestions: [] })),
  )
}
