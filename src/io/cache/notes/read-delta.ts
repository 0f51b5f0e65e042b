import type { LinkCounts } from '../../../core/vault/known-links.ts'
import { readPlainFile } from '../../files/file-system.ts'
import { checksum } from '../checksum.ts'
import type { HeadNote } from './head-columns.ts'
import { type History, noHistory } from './state-history.ts'

/** What changed since the base file was written, of the notes concerned, by their place. */
export interface Delta {
  /** The base file it belongs to. */
  readonly id: string
  /** Names this state of the vault; other changes, another name. */
  readonly state: string
  readonly history: History
  readonly shapes: readonly (readonly string[])[]
  readonly notes: Readonly<Record<number, DeltaNote>>
  /** What became of links, where they had been resolved. */
  readonly links?: DeltaLinks
}

/** What changed of resolved links, of the notes concerned, by their place. */
export interface DeltaLinks {
  /** The state of the index whose links were resolved. */
  readonly of: string
  readonly resolutions: Readonly<Record<number, string>>
  readonly counts: Readonly<Record<number, LinkCounts>>
  readonly sources: Readonly<Record<number, readonly number[]>>
}

/** A note that changed, as packed. */
export interface DeltaNote {
  /** As `stampOf` gives it; null for NaN. */
  readonly stamp: readonly (number | null)[]
  readonly head: HeadNote
  readonly links: string
  readonly rest: string
}

/** The changes since a base file; those of another base, or damaged ones, count for nothing. */
export function readDelta(file: string, id: string): Delta {
  try {
    const bytes = readPlainFile(file)
    const delta = bytes.readUInt32LE(0) === checksum(bytes.subarray(4)) ? bytes.toString('latin1', 4) : ''
    const parsed = JSON.parse(delta) as Delta
    if (parsed.id === id) return parsed
  } catch {
    // No changes, or none that can be read.
  }
  return noDelta(id)
}

/** No changes since a base file. */
export function noDelta(id: string): Delta {
  return { id, state: '', history: noHistory, shapes: [], notes: {} }
}
