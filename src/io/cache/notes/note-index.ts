import type { Link } from '../../../core/model/link.ts'
import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { KeptNotes } from '../../../core/vault/vault-files.ts'
import { readNote } from '../../vault/read-vault.ts'
import { stampLength } from '../file-stamp.ts'
import type { KeptFile } from '../kept-file.ts'
import type { KeptFolder } from '../kept-folder.ts'
import { readRows, type RowRead } from '../kept-rows.ts'
import { vaultDialects } from '../../vault/vault-dialects.ts'
import { CachedNote, type NoteStore } from './cached-note.ts'
import { type Changes, readChanges } from './changed-notes.ts'
import { columnsOf, NoteColumns } from './note-columns.ts'
import { type KeptDetails, readDetails } from './note-details.ts'

/** The metadata of an index file. */
export interface IndexAbout {
  /** A new id each time that the index is written. */
  readonly id: string
  /** The settings that decide which files are notes (ignore rules, dialects, dates), as JSON. With other settings the index is not used. */
  readonly walk: string
}

/** The index of a vault's notes, opened for reading, with later changes on top. */
export class NoteIndex implements KeptNotes, NoteStore {
  readonly id: string
  readonly root: string
  /** How many notes there are. */
  readonly size: number
  readonly columns: NoteColumns
  readonly stamps: Float64Array
  readonly dialects: NoteStore['dialects']
  readonly changes: Changes
  /** The attachments of the vault, one a line, as `attachmentText` writes them. */
  readonly attachments: string
  readonly #opened: Opened
  readonly #rows: RowRead
  #places: ReadonlyMap<string, number> | undefined

  private constructor(opened: Opened, changes: Changes) {
    const { root, file, paths, stamps, attachments } = opened
    this.#opened = opened
    this.id = file.about.id
    this.root = root
    this.stamps = stamps
    this.dialects = vaultDialects(root)
    this.size = stamps.length / stampLength
    this.attachments = attachments
    this.changes = changes
    this.#rows = readRows(file, 'rows')
    this.columns = new NoteColumns({
      count: this.size,
      read: (field) => (field === 'path' ? paths : file.read(field)),
      changed: changes.notes,
      readAnew: (place) => {
        const note = this.#readAnew(place)
        return note && columnsOf(note)
      },
    })
    for (const [place, { stamp }] of changes.notes)
      for (let at = 0; at < stampLength; at++) stamps[place * stampLength + at] = stamp[at] ?? Number.NaN
  }

  /** Opens the index of a vault; undefined when there is none, or it is damaged or has other settings. */
  static open(root: string, files: KeptFolder, walk: string): NoteIndex | undefined {
    const file = files.open<IndexAbout>('index')
    if (file === undefined) return undefined
    const fits = file.about.walk === walk
    const [stamps, paths, attachments] = fits ? [file.read('stamps'), file.read('path'), file.read('attachments')] : []
    if (stamps === undefined || paths === undefined || attachments === undefined) {
      file.close()
      return undefined
    }
    const numbers = new Float64Array(stamps.buffer, stamps.byteOffset, stamps.length / 8)
    const opened = { root, files, file, paths, stamps: numbers, attachments: attachments.toString() }
    return new NoteIndex(opened, readChanges(files, file.about.id))
  }

  /** This index with other changes, which include the present ones. */
  withChanges(changes: Changes): NoteIndex {
    return new NoteIndex(this.#opened, changes)
  }

  /** The path of the note at a place. */
  pathOf(place: number): NotePath {
    return this.columns.column('path')[place] || ('' as NotePath)
  }

  /** All notes, sorted by path. */
  notes(): readonly CachedNote[] {
    return Array.from({ length: this.size }, (_none, place) => new CachedNote(this, place))
  }

  alone(place: number): CachedNote {
    return new CachedNote(this, place)
  }

  headingTexts(place: number): readonly string[] {
    return this.columns.column('headingTexts')[place] || []
  }

  /** The place of a note in the columns, which is its number in the vault. */
  numberOf(path: string): number | undefined {
    this.#places ??= new Map(this.columns.column('path').map((one, place) => [one || '', place]))
    return this.#places.get(path)
  }

  /** The same by binary search, after a guess: building the map of `numberOf` pays only for several questions. */
  placeOf(path: string, guess: number): number | undefined {
    const paths = this.columns.column('path')
    if (paths[guess] === path) return guess
    let [low, high] = [0, paths.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((paths[middle] || '') < path) low = middle + 1
      else high = middle
    }
    return paths[low] === path ? low : undefined
  }

  /** The notes in which the parser noticed something. */
  withProblems(): readonly CachedNote[] {
    return this.columns.column('problems').flatMap((problems, place) => (problems === 0 ? [] : new CachedNote(this, place)))
  }

  links(place: number): readonly Link[] {
    const text = this.changes.notes.get(place)?.links ?? this.#rows(2 * place + 1)?.toString()
    return text === undefined ? (this.#readAnew(place)?.links ?? []) : (JSON.parse(text) as readonly Link[])
  }

  details(place: number): KeptDetails {
    const text = this.changes.notes.get(place)?.details ?? this.#rows(2 * place)?.toString()
    if (text !== undefined) return readDetails(text)
    const note = this.#readAnew(place)
    return note === undefined ? noDetails : { headings: note.headings, others: note }
  }

  rowsAt(place: number): ReturnType<NoteStore['rowsAt']> {
    const changed = this.changes.notes.get(place)
    if (changed !== undefined) return { details: Buffer.from(changed.details), links: Buffer.from(changed.links) }
    return { details: this.#rows(2 * place), links: this.#rows(2 * place + 1) }
  }

  /** Damage costs time but never changes an answer: the note is read from its file, and the index is rebuilt next time. */
  #readAnew(place: number): Note | undefined {
    this.#opened.files.remove('index')
    const read = readNote(this.root, this.pathOf(place))
    return read.kind === 'note' ? read.note : undefined
  }
}

interface Opened {
  readonly root: string
  readonly files: KeptFolder
  readonly file: KeptFile<IndexAbout>
  /** The column of paths; without it the index is of no use. */
  readonly paths: Buffer
  readonly stamps: Float64Array
  readonly attachments: string
}

const noDetails: KeptDetails = {
  headings: [],
  others: {
    metadata: {},
    bodyStart: 0,
    blocks: [],
    inlineTags: [],
    anchors: [],
    definitions: [],
    footnotes: [],
    file: { size: 0, modifiedMs: 0, createdMs: 0 },
  },
}
