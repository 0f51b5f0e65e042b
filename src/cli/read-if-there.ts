import { FailureError } from '../core/model/failure.ts'
import { errorSentence } from '../io/files/error-sentence.ts'

/**
 * Reads texts of notes that may have vanished or become unreadable since the vault was read: such a text is empty, and one notice names the
 * notes.
 */
export function readerIfThere(read: (path: string) => string, notices: string[]): (path: string) => string {
  const missed = new Set<string>()
  let place: number | undefined
  return (path) => {
    try {
      return read(path)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      missed.add(path)
      const more = missed.size === 1 ? '' : ` and ${missed.size - 1} more`
      place ??= notices.length
      notices[place] =
        `${path}${more} could not be looked at: ${errorSentence(error).replace(/^cannot read .*?: /, '')}`
      return ''
    }
  }
}
