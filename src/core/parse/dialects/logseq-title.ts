import { fileStem, folderOf, type NotePath } from '../../model/note-path.ts'
import { readDay, writeDay } from '../../model/logseq-day.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import type { JournalNames } from '../../model/tool-dialect.ts'

/** What Logseq calls the page of a file without a title of its own: `a/b` for `a___b.md`, `Mar 5th, 2024` for a journal `2024_03_05.md`. */
export function logseqTitle(path: NotePath, journals: JournalNames | undefined): string {
  const stem = fileStem(path)
  const day = journals !== undefined && folderOf(path) === journals.folder ? readDay(stem, journals.file) : undefined
  return day === undefined || journals === undefined ? logseqPageName(stem) : writeDay(day, journals.title)
}

/** The page that a file of this name (without its extension) is. */
export function logseqPageName(stem: string): string {
  return percentDecode(stem).replaceAll('___', '/')
}
