import type { Attachment, Note } from '../../../core/model/note.ts'
import { stampLength } from '../file-stamp.ts'
import { type Part, randomId } from '../kept-file.ts'
import type { KeptFolder } from '../kept-folder.ts'
import { bytesOf, rowParts } from '../kept-rows.ts'
import { CachedNote } from './cached-note.ts'
import { ColumnWriter } from './note-columns.ts'
import { writeDetails } from './note-details.ts'
import type { IndexAbout } from './note-index.ts'

/** A note to be put into the index, with the stamp of its file; without a stamp it is read again next time. */
export interface NoteToKeep {
  readonly note: Note
  readonly stamp: ArrayLike<number> | undefined
}

/** What an index is made of. */
export interface IndexContent {
  /** The settings that decide which files are notes. */
  readonly walk: string
  /** Sorted by path. Each is requested when it is written, so that none has to stay in memory. */
  readonly notes: Iterable<NoteToKeep>
  /** Called after all notes were requested. */
  readonly attachments: () => readonly Attachment[]
}

/** Writes the index of a vault; false when it can't be written. */
export function writeIndex(files: KeptFolder, { walk, ...content }: IndexContent): boolean {
  return files.write('index', { id: randomId(), walk } satisfies IndexAbout, indexParts(content))
}

/** Rows of details and links, two for each note; a column for each field of lists; the stamps of files; the attachments. */
function* indexParts({ notes, attachments }: Omit<IndexContent, 'walk'>): Iterable<Part> {
  const columns = new ColumnWriter()
  const stamps: number[] = []
  function* rows(): Iterable<Uint8Array> {
    for (const { note, stamp } of notes) {
      columns.add(note)
      for (let at = 0; at < stampLength; at++) stamps.push(stamp?.[at] ?? Number.NaN)
      yield* rowsOf(note)
    }
  }
  yield* rowParts('rows', rows())
  yield* columns.parts()
  yield ['stamps', [bytesOf(Float64Array.from(stamps))]]
  yield ['attachments', [Buffer.from(attachmentText(attachments()))]]
}

function* rowsOf(note: Note): Iterable<Uint8Array> {
  const { details, links } = note instanceof CachedNote ? note.store.rowsAt(note.place) : {}
  yield details ?? Buffer.from(writeDetails(note))
  yield links ?? Buffer.from(JSON.stringify(note.links))
}

/** The attachments of a vault as text; equal sets give equal texts. */
export function attachmentText(attachments: readonly Attachment[]): string {
  return attachments
    .map(({ path, skipped, reason, leadsTo, written }) => JSON.stringify([path, skipped, reason, leadsTo, written]))
    .join('\n')
}

/** The inverse of `attachmentText`. */
export function attachmentsIn(text: string): readonly Attachment[] {
  return text === '' ? [] : text.split('\n').map((line) => attachmentOf(JSON.parse(line) as AttachmentRow))
}

type AttachmentRow = readonly [
  path: Attachment['path'],
  skipped?: Attachment['skipped'] | null,
  reason?: string | null,
  leadsTo?: Attachment['path'] | null,
  written?: Attachment['written'] | null,
]

function attachmentOf([path, skipped, reason, leadsTo, written]: AttachmentRow): Attachment {
  return {
    path,
    ...(skipped == null ? {} : { skipped }),
    ...(reason == null ? {} : { reason }),
    ...(leadsTo == null ? {} : { leadsTo }),
    ...(written == null ? {} : { written }),
  }
}
