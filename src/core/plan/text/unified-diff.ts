import { type Change, type ChangeSet, type EditFile, editText } from '../../model/change.ts'
import { lineParts } from './line-parts.ts'

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

/** How many unchanged lines are shown around those that differ. */
const context = 3

function patch(before: string, after: string, from: string, to: string): string {
  if (before === after) return ''
  const rows = lineParts(before, after).flatMap(({ sign, lines }) => lines.map((line) => ({ sign, line })))
  const shown = nearChanges(rows.map(({ sign }) => sign !== ' '))
  let hunks = ''
  let [oldLine, newLine] = [1, 1]
  for (let at = 0; at < rows.length;) {
    const start = at
    while (at < rows.length && shown[at] === shown[start]) at++
    const group = rows.slice(start, at)
    const [olds, news] = [
      group.filter(({ sign }) => sign !== '+').length,
      group.filter(({ sign }) => sign !== '-').length,
    ]
    if (shown[start] === true)
      hunks += `@@ -${range(oldLine, olds)} +${range(newLine, news)} @@\n${group.map(rowText).join('')}`
    oldLine += olds
    newLine += news
  }
  return `--- ${from}\n+++ ${to}\n${hunks}`
}

/** Which rows are shown: those that differ, and `context` rows on both sides. */
function nearChanges(differs: readonly boolean[]): readonly boolean[] {
  const shown = differs.map(() => false)
  for (const [at, isChange] of differs.entries())
    if (isChange) shown.fill(true, Math.max(0, at - context), at + context + 1)
  return shown
}

function rowText({ sign, line }: { readonly sign: string; readonly line: string }): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`
}

/** As GNU diff: a count of one is omitted, and an empty range counts from the line before it. */
function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${count === 0 ? Math.max(0, start - 1) : start},${count}`
}
