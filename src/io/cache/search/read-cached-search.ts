import type { Note } from '../../../core/model/note.ts'
import { type NoteTerms, noteTermsVersion } from '../../../core/search/index/note-terms.ts'
import { buildSearch } from '../../../core/search/index/build-search-index.ts'
import { SearchIndex } from '../../../core/search/index/search-index.ts'
import { updateSearchIndex } from '../../../core/search/index/update-search-index.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import type { Progress } from '../../terminal/progress.ts'
import { readNoteTerms } from './read-search-index.ts'
import { CachedNote } from '../notes/cached-note.ts'
import { stampLength } from '../file-stamp.ts'
import { type LaterSearch, readLater, writeLater } from './later-search.ts'
import { DamagedSearch, SearchStore } from './search-store.ts'
import { writeSearch } from './write-search.ts'

/** Where the search index is kept, and what it belongs to. */
export interface SearchCacheChoice {
  readonly file: string
  readonly build: string
  /** The state of the vault, as `readCachedVault` names it; undefined where that is not kept. */
  readonly state: string | undefined
  readonly progress?: Progress | undefined
}

/**
 * The search index of a vault that came out of a cache: as it was kept for this state; else with what changed laid over it;
 * else, when much changed, built anew of the words of each note, of which only those of changed notes are read.
 */
export function readCachedSearch(
  root: string,
  vault: Vault,
  { file, build, state, progress }: SearchCacheChoice,
): SearchIndex {
  const key = JSON.stringify([build, root])
  const request: Request = { root, vault, file, key, state, progress }
  const store = SearchStore.open(file, key)
  if (store === undefined) return rebuild(request)
  try {
    return readOrUpdate(request, store)
  } finally {
    store.close()
  }
}

interface Request {
  readonly root: string
  readonly vault: Vault
  readonly file: string
  readonly key: string
  readonly state: string | undefined
  readonly progress: Progress | undefined
}

function readOrUpdate(request: Request, store: SearchStore): SearchIndex {
  const { vault, state, file } = request
  const data = store.data()
  if (data !== undefined && store.about.state === state) return new SearchIndex(vault, data)
  const later = readLater(`${file}-later`, store.about.id)
  if (data !== undefined && later !== undefined && later.about.state === state)
    return new SearchIndex(vault, data, later.overlay)
  try {
    return updated(request, store, data, later) ?? rebuild(request, knownTerms(request, store, later))
  } catch (error) {
    if (error instanceof DamagedSearch) return rebuild(request)
    throw error
  }
}

/** The index with what changed laid over it; undefined when too much did. */
function updated(
  { root, vault, file, state }: Request,
  store: SearchStore,
  data: ReturnType<SearchStore['data']>,
  later: LaterSearch | undefined,
): SearchIndex | undefined {
  if (data === undefined) return undefined
  const sameNames = storeOf(store.about.state) === storeOf(state)
  const before = numbersBefore(vault, store, sameNames)
  const most = mostLaidOver(vault.notes.length)
  const places = changedPlaces(vault, store, before, most)
  if (places.length > most) return undefined
  const fresh = new Map<string, string>()
  const changed = new Map<number, NoteTerms>()
  for (const number of places) {
    const note = vault.notes[number]
    const key = keyOf(note)
    const text = later?.fresh(key) ?? JSON.stringify(readNoteTerms(root, note))
    if (key !== '') fresh.set(key, text)
    changed.set(number, JSON.parse(text) as NoteTerms)
  }
  const overlay = updateSearchIndex(store.older(data), { vault, before, changed, sameNames }, most)
  if (overlay === undefined) return undefined
  if (state !== undefined) writeLater(`${file}-later`, { about: { base: store.about.id, state }, overlay }, fresh)
  return new SearchIndex(vault, data, overlay)
}

/** From so many notes on, a few changed ones hardly change what the texts of all say together. */
const manyNotes = 64

/** How many notes are laid over an index before it is built anew. */
function mostLaidOver(notes: number): number {
  return notes < manyNotes ? 0 : Math.max(16, notes / 50)
}

/** The part of a state's name that stays the same while no path, title, alias or attachment changes. */
function storeOf(state: string | undefined): string | undefined {
  return state?.slice(0, state.indexOf('/'))
}

function numbersBefore(vault: Vault, store: SearchStore, sameNames: boolean): Int32Array {
  if (sameNames) return Int32Array.from(vault.notes.keys())
  const numbers = new Map(store.paths().map((path, number) => [path, number]))
  return Int32Array.from(vault.notes, ({ path }) => numbers.get(path) ?? -1)
}

/** The numbers of notes whose files are not those that were indexed; one more than `most` at the most. */
function changedPlaces(vault: Vault, store: SearchStore, before: Int32Array, most: number): readonly number[] {
  const [was, is] = [store.stamps(), noteStamps(vault)]
  const changed: number[] = []
  for (let number = 0; number < before.length && changed.length <= most; number++) {
    const old = before[number] ?? -1
    let same = old >= 0
    for (let at = 0; same && at < stampLength; at++)
      same = was[old * stampLength + at] === is[number * stampLength + at]
    if (!same) changed.push(number)
  }
  return changed
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

/** Names the file of a note as it is; empty for one that was just read or written. */
function keyOf(note: Note | undefined): string {
  if (!(note instanceof CachedNote)) return ''
  const start = note.place * stampLength
  const stamp = note.store.stamps.subarray(start, start + stampLength)
  return stamp.some(Number.isNaN) ? '' : `${stamp.join(' ')} ${note.path}`
}

/** The terms of notes whose files are those that were indexed. */
function knownTerms(
  { vault }: Request,
  store: SearchStore,
  later: LaterSearch | undefined,
): (number: number) => NoteTerms | undefined {
  const before = numbersBefore(vault, store, false)
  const changed = new Set(changedPlaces(vault, store, before, Infinity))
  return (number) => {
    const text = later?.fresh(keyOf(vault.notes[number]))
    if (text !== undefined) return JSON.parse(text) as NoteTerms
    return changed.has(number) ? undefined : { version: noteTermsVersion, ...store.terms(before[number] ?? -1) }
  }
}

function rebuild(
  { root, vault, file, key, state, progress }: Request,
  known: (number: number) => NoteTerms | undefined = () => undefined,
): SearchIndex {
  const { notes } = vault
  const built = buildSearch(vault, (_path, number) => {
    progress?.step(number, notes.length, 'indexing words')
    return known(number) ?? readNoteTerms(root, passing(notes[number]))
  })
  progress?.end()
  const paths = vault.notes.map(({ path }) => path)
  if (state !== undefined) writeSearch(file, { key, state }, built, { paths, stamps: noteStamps(vault) })
  return new SearchIndex(vault, built.data)
}

/** A note as it is, which keeps nothing of what is decoded for it: all notes pass by. */
function passing(note: Note | undefined): Note | undefined {
  return note instanceof CachedNote ? new CachedNote(note.store, note.place) : note
}
