import type { NoteFile } from './note-file.ts'
import { fileStem, isCanvasFile } from '../model/note-path.ts'
import type { Heading, InlineTag, Metadata, Note, ParseProblem } from '../model/note.ts'
import { parseCanvas } from './canvas.ts'
import { findConflictMarks } from './conflict-marks.ts'
import { logseqTitle } from './dialects/logseq-title.ts'
import { readPageProperties } from './dialects/logseq.ts'
import { readFrontMatter } from './front-matter.ts'
import { isUnreadable } from './front-matter/is-unreadable.ts'
import { Fields, nameList, isoDate, tagList, textOf } from './front-matter/values.ts'
import { givenSummary } from './prose/given-summary.ts'
import { oneLine } from './plain-text.ts'
import { scanMarkdown } from './scan-markdown.ts'
import { repeatsPrivate, saysPrivate, startsPrivate } from './front-matter/says-private.ts'
import { isSignedIndex } from './signed-index.ts'
import type { Mutable, Scan } from './found.ts'
import { isoTime } from './iso-time.ts'

/** What a file says, before any link is resolved. Never throws: what is wrong with the file is in `problems`. */
export function parseNote(file: NoteFile): Note {
  const { path, text, facts } = file
  if (isCanvasFile(path)) return parseCanvas(file)
  const front = readFrontMatter(text, file.dialects)
  const scan = scanMarkdown(text, front.bodyStart, file.dialects)
  const { headings, blocks, inlineTags, anchors, definitions, footnotes, words } = scan
  const { bodyStart } = front
  const page = pageProperties(file, bodyStart)
  const metadata = page === undefined ? front.metadata : { ...page, ...front.metadata }
  const fields = new Fields(metadata)
  const names = front.texts === metadata ? fields : new Fields({ ...namesOfPage(page), ...front.texts })
  const { title, titleSource } = titleOf(file, names, isUnreadable(front) ? [] : headings)
  const note: Mutable<Note> = {
    path,
    title,
    titleSource,
    aliases: unique(nameList(names.first('aliases', 'alias'))),
    topics: unique(nameList(names.first('topics', 'topic'))),
    tags: unique(tagsOf(names, inlineTags)),
    created: isoDate(fields.first('created', 'date')) ?? file.dates?.created ?? '',
    modified: modifiedOf(file, fields),
    words,
    metadata,
    bodyStart,
    headings,
    blocks,
    inlineTags,
    anchors,
    links: front.links.length === 0 ? scan.links : [...front.links, ...scan.links],
    definitions,
    footnotes,
    problems: problemsOf(file, front.problems, scan.problems, findConflictMarks(text, scan.excluded)),
    file: facts,
  }
  if (file.dialects !== undefined) note.dialects = file.dialects
  if (isSignedIndex(text)) note.isIndex = true
  if (saysPrivate(metadata) || mayBePrivate(front, text)) note.isPrivate = true
  addSummary(note, fields, scan)
  return note
}

/** Whether front matter that can't be read has the word `private` in its first 20,000 characters, some that is never closed the key, or any the key twice. */
function mayBePrivate(front: ReturnType<typeof readFrontMatter>, text: string): boolean {
  if (front.bodyStart === 0) return startsPrivate(text)
  if (isUnreadable(front)) return /private/i.test(text.slice(0, 20_000))
  return front.problems.length > 0 && repeatsPrivate(text.slice(0, front.bodyStart))
}

/** What stands at the top of a page of Logseq in the place of front matter; undefined in all other vaults. */
function pageProperties({ text, dialects }: NoteFile, from: number): Metadata | undefined {
  return dialects?.syntax.includes('logseq') === true ? readPageProperties(text, from) : undefined
}

/** Its tags are hashtags of the body, each at its place. */
function namesOfPage({ tags: _tags, ...others }: Metadata = {}): Metadata {
  return others
}

function modifiedOf({ dates, facts }: NoteFile, fields: Fields): string {
  const { from, edited } = dates ?? { from: 'front-matter' }
  const said = from === 'git' ? edited : from === 'file' ? undefined : isoDate(fields.first('updated', 'modified'))
  return said ?? isoTime(facts.modifiedMs)
}

function titleOf(file: NoteFile, fields: Fields, headings: readonly Heading[]): Pick<Note, 'title' | 'titleSource'> {
  const given = textOf(fields.first('title'))
  if (given !== undefined && given !== '') return { title: oneLine(given), titleSource: 'front-matter' }
  const heading = headings.find((one) => one.level === 1 && one.text !== '')
  if (heading !== undefined) return { title: heading.text, titleSource: 'heading' }
  const { path, dialects } = file
  return {
    title: dialects?.pages === true ? logseqTitle(path, dialects.journals) : fileStem(path),
    titleSource: 'file',
  }
}

/** The summary of front matter, else the first paragraph after what the title comes from. */
function addSummary(note: Mutable<Note>, fields: Fields, scan: Scan): void {
  const given = textOf(fields.first('summary', 'description'))
  const lead = note.titleSource === 'heading' ? (scan.leadAfterTitle ?? scan.lead) : scan.lead
  if (given !== undefined && given !== '') {
    note.summary = givenSummary(given, note)
    note.summarySource = 'front-matter'
  } else if (lead !== undefined) {
    note.summary = lead
    note.summarySource = 'paragraph'
  }
}

function tagsOf(fields: Fields, inlineTags: readonly InlineTag[]): readonly string[] {
  const tags = tagList(fields.first('tags', 'tag'))
  return inlineTags.length === 0 ? tags : [...tags, ...inlineTags.map(({ tag }) => tag)]
}

function problemsOf(file: NoteFile, ...found: readonly (readonly ParseProblem[])[]): readonly ParseProblem[] {
  const problems = found.some((list) => list.length > 0) ? found.flat() : none
  if (file.encodingProblem === undefined) return problems
  const place = { line: 1, column: 1, span: { start: 0, end: 0 } }
  return [{ code: 'bad-encoding', reason: file.encodingProblem, ...place }, ...problems]
}

const none: readonly never[] = []

function unique(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)]
}
