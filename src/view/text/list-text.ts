import type { NoteRow, Report } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { displayWidth } from '../display-width.ts'
import { wrapText } from '../wrap-text.ts'

/** A list of notes: title and topics on one line, the summary wrapped below; under a heading for each group. */
export function listText(report: Extract<Report, { kind: 'notes' }>, layout: Layout): string {
  const byPath = new Map(report.notes.map((note) => [note.path, note]))
  if (report.groups === undefined) return report.notes.map((note) => noteText(note, layout, true)).join('')
  return report.groups
    .map(({ name, paths }) => {
      const notes = paths.flatMap((path) => byPath.get(path) ?? [])
      return `${groupHeading(name, notes.length, layout)}\n${notes.map((note) => noteText(note, layout, false)).join('')}`
    })
    .join('\n')
}

/** The heading of a group with its count. */
export function groupHeading(name: string, count: number, { style }: Layout): string {
  return `${style.paint('heading', name)} ${style.paint('count', `(${count})`)}`
}

function noteText(note: NoteRow, { width, style }: Layout, withTopics: boolean): string {
  const title = wrapText(note.title, width)
  const topics = withTopics ? note.topics.join(', ') : ''
  const fits = topics !== '' && displayWidth(title.at(-1) ?? '') + 2 + displayWidth(topics) <= width
  let text = title.map((line) => style.paint('title', line)).join('\n')
  if (fits) text += `  ${style.paint('topic', topics)}`
  if (note.summary !== undefined)
    for (const line of wrapText(note.summary, width - 2)) text += `\n  ${style.paint('summary', line)}`
  return `${text}\n`
}
