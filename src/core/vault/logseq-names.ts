import { dayOfPage, writeDay } from '../model/logseq-day.ts'
import type { JournalNames } from '../model/tool-dialect.ts'

/**
 * The possible file names of a Logseq page: `a/b` is `a___b`, `a: b` is `a%3A b`; a day (`Mar 5th, 2024`, `2024-03-05`) is its journal,
 * named by the configuration; none for other names.
 */
export function logseqNames(target: string, journals?: JournalNames): readonly string[] {
  const journal = journalPath(target, journals)
  if (journal !== undefined) return [journal]
  const name = logseqFileName(target)
  return name === target ? [] : [name]
}

/** The path, without extension, of the journal of the day that a name means; undefined when it means none. */
export function journalPath(name: string, journals?: JournalNames): string | undefined {
  const day = dayOfPage(name, journals)
  if (day === undefined) return undefined
  return journals === undefined
    ? writeDay(day.date, 'yyyy_MM_dd')
    : `${journals.folder}/${writeDay(day.date, journals.file)}`
}

/** The file name of a page: characters that file systems refuse are percent-encoded. */
export function logseqFileName(page: string): string {
  return page
    .replace(/[%<>:"|?*\\#]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('/', '___')
}
