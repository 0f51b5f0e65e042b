import type { Note } from '../../../core/model/note.ts'
import type { Layer } from '../../../core/search/index/layer.ts'
import { SearchIndex } from '../../../core/search/index/search-index.ts'
import type { Segment } from '../../../core/search/index/segment.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import { readNoteText } from '../../files/read-text.ts'
import type { Progress } from '../../terminal/progress.ts'
import { stampLength } from '../file-stamp.ts'
import { type KeptFile, randomId } from '../kept-file.ts'
import { bytesOf } from '../kept-rows.ts'
import { CachedNote } from '../notes/cached-note.ts'
import type { VaultCache } from '../notes/vault-cache.ts'
import { type AboutSegment, aboutSegment, readSegment, readTexts, segmentParts, textParts } from './segment-parts.ts'

/** How the search index of a vault is read. */
export interface SearchReading {
  readonly progress?: Progress | undefined
  /** Whether to ignore the stored index, because it turned out to be damaged. */
  readonly anew?: boolean
}

/** The names of the two files: the segment of all notes, and that of the notes that changed after it was made. */
const [whole, later] = ['words', 'words-later']

/** The metadata of the two files. */
type About = AboutSegment & { readonly id: string; readonly state: string }
type AboutLater = About & { readonly base: string }

/** The search index of a vault, made of its texts; reads every note. */
export async function readSearchIndex(root: string, vault: Vault, progress?: Progress): Promise<SearchIndex> {
  return new SearchIndex(vault.size, [{ segment: await segmentFrom(root, vault.notes, { progress }) }])
}

/** An index, and the notes it was made of. */
export interface IndexedVault {
  readonly vault: Vault
  readonly index: SearchIndex
}

/** From this many segments on, all changes since the first segment are merged into one again. */
const mostLayers = 6

/**
 * The search index of a later state of a vault in memory. Notes that are still the same objects are not read again. `last` is the index of
 * the previous state, `first` the one before any update; undefined when so many notes changed that a new index is cheaper.
 */
export async function searchIndexAfter(
  root: string,
  vault: Vault,
  { first, last }: { readonly first: IndexedVault; readonly last: IndexedVault },
): Promise<SearchIndex | undefined> {
  const from = last.index.layers.length < mostLayers ? last : first
  const numbers = Int32Array.from(from.vault.notes, (note) => {
    const number = vault.numberOf(note.path)
    return number !== undefined && vault.notes[number] === note ? number : -1
  })
  const kept = new Set(numbers)
  const changed = [...vault.notes.keys()].filter((number) => !kept.has(number))
  if (changed.length > mostLaidOver(vault.size)) return undefined
  if (changed.length === 0) return from.index.laidOver(vault.size, numbers)
  const notes = changed.flatMap((number) => vault.notes[number] ?? [])
  const changes = { segment: await segmentFrom(root, notes, { older: from.index }), numbers: Int32Array.from(changed) }
  return from.index.laidOver(vault.size, numbers, changes)
}

/**
 * The search index of a cached vault: the stored one, if it has this state; else with a second segment of the notes that changed; else,
 * when many did, built anew.
 */
export async function readCachedSearch(
  cache: VaultCache,
  vault: Vault,
  { progress, anew = false }: SearchReading,
): Promise<SearchIndex> {
  const file = anew ? undefined : cache.files.open<About>(whole)
  const segment = file && readSegment(file, file.about)
  if (file === undefined || segment === undefined) return rebuild(cache, vault, progress)
  if (file.about.state === cache.state) return new SearchIndex(vault.size, [{ segment }])
  return (await laidOver(cache, vault, { file, segment })) ?? rebuild(cache, vault, progress)
}

/** The stored index with a segment of the changed notes on top; undefined when too many changed, or it is damaged. */
async function laidOver(
  { root, files, state }: VaultCache,
  vault: Vault,
  { file, segment }: { readonly file: KeptFile<About>; readonly segment: Segment },
): Promise<SearchIndex | undefined> {
  const numbers = numbersNow(vault, file, mostLaidOver(vault.size))
  if (numbers === undefined) return undefined
  const kept = new Set(numbers)
  const changed = [...vault.notes.keys()].filter((number) => !kept.has(number))
  const base: Layer = { segment, numbers }
  const withLater = (changes: Segment): SearchIndex =>
    new SearchIndex(vault.size, [base, { segment: changes, numbers: Int32Array.from(changed) }])
  if (changed.length === 0) return new SearchIndex(vault.size, [base])
  const laterFile = files.open<AboutLater>(later)
  const isCurrent = laterFile?.about.base === file.about.id && laterFile.about.state === state
  const known = isCurrent ? readSegment(laterFile, laterFile.about) : undefined
  if (known !== undefined) return withLater(known)
  const older = new SearchIndex(segment.size, [{ segment }])
  const notes = changed.flatMap((number) => vault.notes[number] ?? [])
  const changes = await segmentFrom(root, notes, { older })
  const about: AboutLater = { ...aboutSegment(changes), id: randomId(), state, base: file.about.id }
  files.write(later, about, segmentParts(changes))
  return withLater(changes)
}

/** How many changed notes a second segment may hold before the index is built anew. */
function mostLaidOver(notes: number): number {
  return Math.max(16, notes / 8)
}

/**
 * The number that each note of an index has now, -1 for one that is gone or changed; undefined when that is unknown, or when more than
 * `most` notes of the vault are not among them.
 */
function numbersNow(vault: Vault, file: KeptFile<About>, most: number): Int32Array | undefined {
  const [paths, bytes] = [readTexts(file, 'paths'), file.read('stamps')]
  if (paths === undefined || bytes === undefined) return undefined
  const was = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 3)
  const is = noteStamps(vault)
  const numbers = new Int32Array(paths.length).fill(-1)
  let same = 0
  for (let place = 0; place < paths.length; place++) {
    const number = vault.numberOf(paths.at(place) ?? '')
    if (number === undefined || !hasStamp(is, number, was, place)) continue
    numbers[place] = number
    same++
  }
  return vault.size - same > most ? undefined : numbers
}

function hasStamp(one: Float64Array, a: number, other: Float64Array, b: number): boolean {
  for (let at = 0; at < stampLength; at++) if (one[a * stampLength + at] !== other[b * stampLength + at]) return false
  return true
}

/** The stamps of the files of all notes; NaN for one that was just read or written. */
function noteStamps({ notes }: Vault): Float64Array {
  const stamps = new Float64Array(notes.length * stampLength)
  for (const [number, note] of notes.entries()) {
    for (let at = 0; at < stampLength; at++)
      stamps[number * stampLength + at] =
        note instanceof CachedNote ? (note.store.stamps[note.place * stampLength + at] ?? Number.NaN) : Number.NaN
  }
  return stamps
}

async function rebuild({ root, files, state }: VaultCache, vault: Vault, progress?: Progress): Promise<SearchIndex> {
  const segment = await segmentFrom(root, vault.notes, { progress })
  const about: About = { ...aboutSegment(segment), id: randomId(), state }
  files.write(whole, about, [
    ...segmentParts(segment),
    ...textParts('paths', { length: vault.size, at: (number) => vault.notes[number]?.path }),
    ['stamps', [bytesOf(noteStamps(vault))]],
  ])
  return new SearchIndex(vault.size, [{ segment }])
}

/**
 * Reads the texts of notes and builds a segment. A file that has vanished in the meantime is indexed by title, tags and other fields only.
 */
async function segmentFrom(
  root: string,
  notes: readonly Note[],
  { older, progress }: { readonly older?: SearchIndex; readonly progress?: Progress | undefined },
): Promise<Segment> {
  const { segmentOf } = await import('../../../core/search/index/build-index.ts')
  const textOf = ({ path }: Note, number: number): string => {
    progress?.step(number, notes.length, 'indexing words')
    try {
      return readNoteText(root, path, { follow: true })
    } catch {
      return ''
    }
  }
  const segment = segmentOf(passing(notes), textOf, older)
  progress?.end()
  return segment
}

/** The same notes one by one, each as a fresh object: what is decoded for it can be freed as soon as the next one comes. */
function* passing(notes: readonly Note[]): Iterable<Note> {
  for (const note of notes) yield note instanceof CachedNote ? new CachedNote(note.store, note.place) : note
}
