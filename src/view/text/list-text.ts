import type { PrintedNote, Report } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { displayWidth } from '../display-width.ts'
import { neutraliseAll, neutraliseRows } from '../neutralise.ts'
import { wrapText } from '../wrap-text.ts'

/** The fields of a note that a list prints. */
const printed = ['path', 'title', 'topics', 'summary', 'date'] as const
/**
 * A list of notes: title and topics on one line, the summary wrapped below; under a heading for each group. It neutralises what
 * it prints, since to look at all that a long report holds takes as long as to print it.
 */
export function listText(report: Extract<Report, { kind: 'notes' }>, layout: Layout): string {
  const rows: readonly PrintedNote[] = report.printed ?? report.notes
  const all = neutraliseRows(rows, printed)
  const noteText = report.oneline === true ? noteLine : noteLines
  if (report.groups === undefined) return all.map((note) => noteText(note, layout, true)).join('')
  const byPath = new Map(all.map((note) => [note.path, note]))
  return neutraliseAll(report.groups)
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

function noteLines(note: PrintedNote, { width, style }: Layout, withTopics: boolean): string {
  const date = note.date === undefined ? '' : `${note.date}  `
  const title = wrapText(note.title, width - date.length)
  const topics = withTopics ? note.topics.join(', ') : ''
  const fits = topics !== '' && date.length + displayWidth(title.at(-1) ?? '') + 2 + displayWidth(topics) <= width
  let text = title
    .map((line, at) => (at === 0 ? style.paint('dim', date) : ' '.repeat(date.length)) + style.paint('title', line))
    .join('\n')
  if (fits) text += `  ${style.paint('topic', topics)}`
  if (note.summary !== undefined)
    for (const line of wrapText(note.summary, width - 2)) text += `\n  ${style.paint('summary', line)}`
  return `${text}\n`
}

/** A note on one line: its date, its title, which is never cut, its topics, and what fits of its summary. */
function noteLine(note: PrintedNote, { width, style }: Layout, withTopics: boolean): string {
  const date = note.date === undefined ? '' : `${note.date}  `
  const topics = withTopics ? note.topics.join(', ') : ''
  const head = date + (topics === '' ? note.title : `${note.title}  ${topics}`)
  let text = style.paint('dim', date) + style.paint('title', note.title)
  if (topics !== '') text += `  ${style.paint('topic', topics)}`
  const summary = note.summary === undefined ? '' : firstWords(note.summary, width - displayWidth(head) - 2)
  return summary === '' ? `${text}\n` : `${text}  ${style.paint('summary', summary)}\n`
}

/** The least columns in which the beginning of a summary says something. */
const least = 12

/** A text, or its first words with `…`, in so many columns; empty where there is no room for it. */
function firstWords(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  return columns < least ? '' : `${wrapText(text, columns - 2)[0] ?? ''} …`
}
