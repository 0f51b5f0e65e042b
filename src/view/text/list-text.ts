import type { PrintedNote, Report } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { displayWidth } from '../display-width.ts'
import { needsCare, neutraliseAll } from '../neutralise.ts'
import { wrapPlain, wrapText } from '../wrap-text.ts'

/**
 * A list of notes: title and topics on one line, the summary wrapped below; under a heading for each group. It neutralises only what it
 * prints: checking a whole long report would take as long as printing it.
 */
export function listText(report: Extract<Report, { kind: 'notes' }>, layout: Layout): string {
  const rows: readonly PrintedNote[] = report.printed ?? report.notes
  const noteText = report.oneline === true ? noteLine : noteLines
  if (report.groups === undefined) return joined(rows, (note) => noteText(safeRow(note), layout, true))
  const byPath = new Map(rows.map(safeRow).map((note) => [note.path, note]))
  return neutraliseAll(report.groups)
    .map(({ name, paths }) => {
      const notes = paths.flatMap((path) => byPath.get(path) ?? [])
      return `${groupHeading(name, notes.length, layout)}\n${joined(notes, (note) => noteText(note, layout, false))}`
    })
    .join('\n')
}

/** The texts of all rows, joined in batches, so that the pieces are garbage collected while they are young. */
function joined(rows: readonly PrintedNote[], textOf: (row: PrintedNote) => string): string {
  const texts: string[] = []
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch).map(textOf)
    texts.push(some.join(''))
  }
  return texts.join('')
}

const batch = 200

/** What is printed of a row, neutralised. */
function safeRow(row: PrintedNote): PrintedNote {
  if (row.isPlain === true && row.date === undefined) return row
  const { path, title, topics, summary = '', date = '' } = row
  const isUnsafe = [path, title, summary, date, ...topics].some(needsCare)
  return isUnsafe ? neutraliseAll(row) : row
}

/** The heading of a group with its count. */
export function groupHeading(name: string, count: number, { style }: Layout): string {
  return `${style.paint('heading', name)} ${style.paint('count', `(${count})`)}`
}

function noteLines(note: PrintedNote, { width, style }: Layout, withTopics: boolean): string {
  const date = note.date === undefined ? '' : `${note.date}  `
  const wrap = note.isPlain === true ? wrapPlain : wrapText
  const title = wrap(note.title, width - date.length)
  let text = ''
  for (let at = 0; at < title.length; at++)
    text +=
      (at === 0 ? style.paint('dim', date) : `\n${' '.repeat(date.length)}`) + style.paint('title', title[at] ?? '')
  const topics = withTopics ? note.topics.join(', ') : ''
  const fits = topics !== '' && date.length + displayWidth(title.at(-1) ?? '') + 2 + displayWidth(topics) <= width
  if (fits) text += `  ${style.paint('topic', topics)}`
  if (note.summary !== undefined)
    for (const line of wrap(note.summary, width - 2)) text += `\n  ${style.paint('summary', line)}`
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
