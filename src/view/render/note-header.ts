import type { MetadataValue } from '../../core/model/note.ts'
import type { NoteDetail } from '../../core/model/report.ts'
import { localDay } from '../../core/parse/local-time.ts'
import { displayWidth } from '../display-width.ts'
import type { LinkBook } from './inlines/link-book.ts'
import { type Line, lineWidth, prefixed, run, type Run, styled } from './runs/run.ts'
import { heldSpace, wrapRuns } from './runs/wrap-runs.ts'

/** What header and footer of a note are rendered from. */
export interface NotePage {
  readonly note: NoteDetail
  /** Lays out one line of markdown. */
  readonly line: (source: string) => readonly Run[]
  /** Renders a line of plain text with formulas. */
  readonly told: (line: string) => readonly Run[]
  readonly book: LinkBook
  readonly width: number
  readonly numbered: boolean
}

/** Title, topics and dates, summary, references. */
export function headerLines(page: NotePage, withTitle: boolean): readonly Line[] {
  const { note, width } = page
  const title = wrapRuns(styled(page.told(note.title), 'title'), width)
  const rule = run('━'.repeat(Math.max(1, ...title.map(lineWidth))), 'rule')
  const summary = note.summary === undefined ? [] : [[], ...wrapRuns(styled(page.told(note.summary), 'quote'), width)]
  const sources = references(note.metadata)
  return [
    ...(withTitle ? [...title, [rule]] : []),
    ...wrapRuns(facts(page), width),
    ...summary,
    ...(sources.length > 0 ? [[]] : []),
    ...sources.flatMap((reference) => hanging([run('· ', 'dim')], styled(page.line(reference), 'dim'), width)),
  ]
}

/** Runs wrapped behind a marker. */
export function hanging(marker: Line, runs: readonly Run[], width: number): readonly Line[] {
  const indent = marker.reduce((total, { text }) => total + displayWidth(text), 0)
  return prefixed(wrapRuns(runs, Math.max(1, width - indent)), marker, [run(' '.repeat(indent))])
}

function facts({ note, line }: NotePage): readonly Run[] {
  const { topics, tags, metadata, created, modified } = note
  const status = metadata['status']
  const parts: (readonly Run[])[] = [
    ...topics.map((topic) => styled(line(topic), 'topic')),
    ...tags.map((tag) => [run(`#${tag}`, 'topic')]),
    ...(typeof status === 'string' ? [[run(status, 'dim')]] : []),
    ...(created === '' ? [] : [[run(`created${heldSpace}${localDay(created)}`, 'dim')]]),
    ...(localDay(modified) === localDay(created) ? [] : [[run(`updated${heldSpace}${localDay(modified)}`, 'dim')]]),
  ]
  return parts.flatMap((part, index) => (index === 0 ? part : [run(' · ', 'dim'), ...part]))
}

/** What the front matter of a note says it is drawn from, each a line of markdown. */
export function references(metadata: NoteDetail['metadata']): readonly string[] {
  const value: MetadataValue | undefined = metadata['references'] ?? metadata['sources']
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
