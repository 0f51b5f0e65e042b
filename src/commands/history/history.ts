import type { NotePath } from '../../core/model/note-path.ts'
import type { HistoryRow, TextComparison } from '../../core/model/report.ts'
import { compareTexts } from '../../core/plan/text/compare-texts.ts'
import type { Command } from '../command.ts'
import { requireNote } from '../arguments/require-note.ts'

/** How many commits are shown unless more are asked for. */
const usual = 20

/** `wend history`: the commits of a note, with what each changed in it. */
export const history: Command = {
  arguments: [{ name: '<note>', description: 'path, title, alias or file name', completes: 'note' }],
  options: [{ flags: '-n, --limit <count>', description: `at most so many commits (${usual})` }],
  examples: [
    ['wend history bm25', 'the commits that changed a note: lines, links and headings'],
    ['wend history bm25 -n 3 --json', 'the last three for programs'],
    ["wend history bm25 --format '{{date}}\\t{{subject}}'", 'one a line'],
  ],
  reports: ['history'],
  run: async (context, args, options) => {
    const messages: string[] = []
    const { path } = await requireNote(context, args[0] ?? '', messages)
    const { fileHistory, textOfBlob } = await import('../../io/programs/note-history.ts')
    const { root } = context.vaultChoice()
    const texts = new Map<string, string>()
    const textOf = (blob: string | undefined): string | undefined => {
      if (blob === undefined) return ''
      const text = texts.get(blob) ?? textOfBlob(root, blob)
      if (text !== undefined) texts.set(blob, text)
      return text
    }
    let unknown = 0
    const compared = (at: NotePath, before: string | undefined, after: string | undefined): TextComparison => {
      if (before !== undefined && after !== undefined) return compareTexts(at, before, after)
      unknown += 1
      return compareTexts(at, '', '')
    }
    const commits = fileHistory(root, path, options.count('limit', 1) ?? usual).map(
      ({ before, after, ...commit }): HistoryRow => ({
        ...commit,
        ...compared(commit.path as NotePath, textOf(before), textOf(after)),
      }),
    )
    if (unknown > 0)
      messages.push(`git has not fetched the text of ${unknown} of these commits: what they changed is not known`)
    if (commits.length > 0) return { report: { kind: 'history', of: path, commits }, messages }
    messages.push(`no commit has ${path}`)
    return { report: { kind: 'history', of: path, commits }, messages, exit: 1 }
  },
}
