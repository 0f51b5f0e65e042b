import type { Note } from '../model/note.ts'
import { isTitleHeading } from '../model/title-heading.ts'
import { opensWith } from '../parse/opens-with.ts'
import { toldAsMarkdown } from '../query/links/write-link.ts'

/** The summary that is shown above the text of a note: one of its own that the text does not begin with. */
export function toldSummary({ summary, summarySource, bodyStart, dialects }: Note, text: string): string | undefined {
  if (summary === undefined || summarySource !== 'front-matter') return undefined
  return opensWith(text.slice(bodyStart), summary, dialects) ? undefined : summary
}

/** What stands above the text of a note in markdown that holds it alone: its title, unless the text begins with it, and its own summary. */
export function markdownHead(note: Note): string {
  const [first] = note.headings
  const hasTitle = note.titleSource === 'heading' || (first !== undefined && isTitleHeading(first, note))
  const summary =
    note.summarySource === 'front-matter' && note.summary !== undefined ? `> ${toldAsMarkdown(note.summary)}\n\n` : ''
  return `${hasTitle ? '' : `# ${note.title}\n\n`}${summary}`
}
