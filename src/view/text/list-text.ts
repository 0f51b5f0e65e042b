import type { ListedNote, Report } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { displayWidth } from '../display-width.ts'
import { neutraliseAll, neutraliseRows } from '../neutralise.ts'
import { wrapText } from '../wrap-text.ts'

/** The fields of a note that a list prints. */
const printed = ['path', 'title', 'topics', 'summary'] as const
type PrintedNote = Pick<ListedNote, (typeof printed)[number]>

/** What a row is made of. */
export type ListedRow = Omit<PrintedNote, 'summary'> & { readonly summary?: string | undefined }

/**
 * A list of notes: title and topics on one line, the summary wrapped below; under a heading for each group. It neutralises what
 * it prints, since to look at all that a long report holds takes as long as to print it.
 */
export function listText(report: Extract<Report, { kind: 'notes' }>, layout: Layout): string {
  const all = neutraliseRows(report.notes, printed)
  if (report.groups === undefined) return all.map((note) => noteText(note, layout, true)).join('')
  const byPath = new Map(all.map((note) => [note.path, note]))
  return neutraliseAll(report.groups)
    .map(({ name, paths }) => {
      const notes = paths.flatMap((path) => byPath.get(path) ?? [])
      return `${groupHeading(name, notes.length, layout)}\n${notes.map((note) => noteText(note, layout, false)).join('')}`
    })
    .join('\n')
}

/** A note of a list without groups, neutralised. */
export function listRow({ path, title, topics, summary }: ListedRow, layout: Layout): string {
  const note = { path, title, topics, ...(summary === undefined ? {} : { summary }) }
  return neutraliseRows([note], printed)
    .map((safe) => noteText(safe, layout, true))
    .join('')
}

/** All of a layout that decides how a row of a list looks: two with the same one give the same rows. */
export function listLook({ width, style }: Layout): string {
  return JSON.stringify([width, ...(['title', 'topic', 'summary'] as const).map((name) => style.paint(name, 'x'))])
}

/** The heading of a group with its count. */
export function groupHeading(name: string, count: number, { style }: Layout): string {
  return `${style.paint('heading', name)} ${style.paint('count', `(${count})`)}`
}

function noteText(note: PrintedNote, { width, style }: Layout, withTopics: boolean): string {
  const title = wrapText(note.title, width)
  const topics = withTopics ? note.topics.join(', ') : ''
  const fits = topics !== '' && displayWidth(title.at(-1) ?? '') + 2 + displayWidth(topics) <= width
  let text = title.map((line) => style.paint('title', line)).join('\n')
  if (fits) text += `  ${style.paint('topic', topics)}`
  if (note.summary !== undefined)
    for (const line of wrapText(note.summary, width - 2)) text += `\n  ${style.paint('summary', line)}`
  return `${text}\n`
}
