import type { ChangeRow, Report } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { truncate } from '../wrap-text.ts'
import { diffText } from './diff-text.ts'
import { plural } from './problems-text.ts'

type ChangesReport = Extract<Report, { kind: 'changes' }>

/** What a change did, file by file, or its diff when it is only shown. */
export function changesText(report: ChangesReport, layout: Layout): string {
  if (report.changes.length === 0) return `${layout.style.paint('ok', 'Nothing to change')}: ${report.title}.\n`
  if (!report.applied) return diffText(report.diff ?? '', layout)
  const files = report.changes.filter(({ action }) => action !== 'remove-folder')
  const rows = files.map((row) => rowText(row, layout)).join('')
  return `${rows}${plural(files.length, 'file')} changed: ${report.title}.\n`
}

const verbs: Readonly<Record<ChangeRow['action'], string>> = {
  edit: 'edited',
  create: 'created',
  move: 'moved',
  trash: 'to trash',
  remove: 'removed',
  'remove-folder': 'removed',
  relink: 'relinked',
}

function rowText(row: ChangeRow, { width, style }: Layout): string {
  const target = row.to === undefined ? '' : ` → ${style.paint('path', row.to)}`
  const head = `  ${verbs[row.action].padEnd(8)} ${style.paint('path', row.path)}${target}\n`
  const shown = row.edits.slice(0, 3).map(({ line, before, after }) => {
    const room = Math.max(10, Math.floor((width - 20) / 2))
    const cut = (text: string): string => truncate(text.replaceAll(/\s+/g, ' ').trim(), room)
    const isNew = before.trim() === ''
    const was = isNew ? '' : `${style.paint('broken', cut(before))} → `
    return `           ${style.paint('dim', `${isNew ? line + newLines(after) : line}:`)} ${was}${style.paint('ok', cut(after))}\n`
  })
  const more = row.edits.length > 3 ? `           ${style.paint('dim', `and ${row.edits.length - 3} more`)}\n` : ''
  return head + shown.join('') + more
}

/** How many ends of lines a text begins with: where it was put in, it stands so many lines below. */
function newLines(text: string): number {
  return /^\s*\n/.exec(text)?.[0].match(/\n/g)?.length ?? 0
}
