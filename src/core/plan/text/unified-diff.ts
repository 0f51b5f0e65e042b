import { structuredPatch } from 'diff'
import { type Change, type ChangeSet, type EditFile, editText } from '../../model/change.ts'

/** The change as a unified diff with git's headers; `textOf` gives the text of a file that is removed or put in the trash, if it has any. */
export function unifiedDiff(change: ChangeSet, textOf: (path: string) => string | undefined): string {
  const edits = new Map(change.changes.flatMap((one) => (one.kind === 'edit' ? [[one.path, one] as const] : [])))
  const moved = new Set(change.changes.flatMap((one) => (one.kind === 'move' ? [one.path] : [])))
  return change.changes
    .filter((one) => one.kind !== 'edit' || !moved.has(one.path))
    .map((one) => fileDiff(one, edits, textOf))
    .join('')
}

function fileDiff(
  change: Change,
  edits: ReadonlyMap<string, EditFile>,
  textOf: (path: string) => string | undefined,
): string {
  switch (change.kind) {
    case 'edit':
      return header(change.path, change.path) + hunks(change, change.path, change.path)
    case 'move': {
      const renamed = `rename from ${change.path}\nrename to ${change.to}\n`
      const edit = edits.get(change.path)
      return header(change.path, change.to) + renamed + (edit ? hunks(edit, change.path, change.to) : '')
    }
    case 'create':
      return `${header(change.path, change.path)}new file mode 100644\n${patch('', change.text, '/dev/null', `b/${change.path}`)}`
    case 'trash':
    case 'remove': {
      const text = textOf(change.path)
      const removed = text === undefined ? '' : patch(text, '', `a/${change.path}`, '/dev/null')
      return `${header(change.path, change.path)}deleted file mode 100644\n${removed}`
    }
    case 'relink':
      return `${header(change.path, change.path)}symbolic link to ${change.to}\n`
    case 'remove-folder':
      return ''
  }
}

function header(from: string, to: string): string {
  return `diff --git a/${from} b/${to}\n`
}

function hunks({ original, edits }: EditFile, from: string, to: string): string {
  return patch(original, editText(original, edits), `a/${from}`, `b/${to}`)
}

function patch(before: string, after: string, from: string, to: string): string {
  if (before === after) return ''
  const { hunks: found } = structuredPatch(from, to, before, after, '', '', { context: 3 })
  const lines = found.flatMap(({ oldStart, oldLines, newStart, newLines, lines: content }) => [
    `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
    ...content,
  ])
  return `--- ${from}\n+++ ${to}\n${lines.map((line) => `${line}\n`).join('')}`
}

/** GNU diff leaves out a count of one, and counts the start of an empty range from the line before it. */
function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${count === 0 ? Math.max(0, start - 1) : start},${count}`
}
