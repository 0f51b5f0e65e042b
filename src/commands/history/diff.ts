import { changeRows } from '../../core/plan/text/change-rows.ts'
import { textDifference } from '../../core/plan/text/text-difference.ts'
import { unifiedDiff } from '../../core/plan/text/unified-diff.ts'
import type { Command } from '../command.ts'
import { requireNote } from '../arguments/require-note.ts'

/** `wend diff`: the changes of a note since a commit. */
export const diff: Command = {
  arguments: [
    { name: '<note>', description: 'path, title, alias or file name', completes: 'note' },
    { name: '[revision]', description: 'a commit, branch or tag of git; the last commit unless given' },
  ],
  options: [],
  examples: [
    ['wend diff bm25', 'what was changed since the last commit'],
    ['wend diff bm25 HEAD~3', 'since an earlier one'],
    ['wend diff bm25 --json', 'the edits for programs'],
  ],
  reports: ['changes', 'document'],
  run: async (context, args) => {
    const messages: string[] = []
    const { path } = await requireNote(context, args[0] ?? '', messages)
    const revision = args[1] ?? 'HEAD'
    const { commitOf, fileHistory, textInCommit } = await import('../../io/programs/note-history.ts')
    const { root } = context.vaultChoice()
    const commit = commitOf(root, revision)
    const now = await context.readText(path)
    let before = textInCommit(root, commit, path)
    if (before === undefined) {
      const former = fileHistory(root, path, 1000).flatMap(({ from }) => from ?? [])
      const name = former.find((one) => (before = textInCommit(root, commit, one)) !== undefined)
      messages.push(name === undefined ? `${revision} does not have ${path}` : `in ${revision} it is called ${name}`)
    }
    const edits = textDifference(before ?? '', now)
    if (edits.length === 0) {
      const title = `${path} is as in ${revision}`
      const data = { title, applied: false, changes: [] }
      return { report: { kind: 'document', text: `No difference: ${title}.\n`, data }, messages }
    }
    const changes = {
      title: `${path} since ${revision}`,
      changes: [
        before === undefined
          ? ({ kind: 'create', path, text: now } as const)
          : ({ kind: 'edit', path, original: before, edits } as const),
      ],
    }
    const shown = unifiedDiff(changes, () => undefined)
    const rows = changeRows(changes)
    return { report: { kind: 'changes', title: changes.title, applied: false, changes: rows, diff: shown }, messages }
  },
}
