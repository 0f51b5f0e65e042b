import { dirname, join } from 'node:path'
import { toNotePath } from '../../core/model/note-path.ts'
import { type ChangeFiles, ifPresent } from '../files/change-files.ts'
import type { Splice } from './edit-bytes.ts'
import { isRecord } from '../files/is-record.ts'
import { makeFolders } from '../files/make-folders.ts'
import { syncFolder, writeTemporary } from '../files/write-file-whole.ts'

/** One step of a change. Running or reversing it twice has the same result as once. Paths are relative to the vault's root. */
export type JournalStep =
  | { readonly kind: 'make-folder'; readonly path: string }
  | { readonly kind: 'remove-folder'; readonly path: string }
  | {
      /** `before` and `after` are SHA-256 of the content; null where there is no file. */
      readonly kind: 'write'
      readonly path: string
      readonly before: string | null
      readonly after: string | null
      readonly splices: readonly Splice[]
    }
  | {
      readonly kind: 'move'
      readonly path: string
      readonly to: string
      /** SHA-256 of the moved file after the writes; for a symbolic link, of its target. */
      readonly hash: string
    }
  | {
      /** A symbolic link gets another target: its text before and after. */
      readonly kind: 'relink'
      readonly path: string
      readonly before: string
      readonly after: string
    }

/**
 * A change in progress: written before the first step, so that the next process can roll back what this one could not finish. It is in the
 * user's state folder, never in the vault, which may come from a stranger.
 */
export interface Journal {
  readonly id: string
  readonly title: string
  /** When it was planned, ISO 8601. */
  readonly at: string
  readonly steps: readonly JournalStep[]
  /** The history entry that this change undoes or redoes, and which of the two; absent for a new change. */
  readonly entry?: { readonly name: string; readonly undone: boolean }
}

/** The journal of an unfinished change, in the state folder of a vault. */
export function journalFile(state: string): string {
  return join(state, 'journal')
}

/** Where finished changes are kept for `undo`. */
export function historyFolder(state: string): string {
  return join(state, 'history')
}

/** Writes the journal to disk: from here on a crash is rolled back. */
export function writeJournal(fs: ChangeFiles, state: string, journal: Journal): void {
  const file = journalFile(state)
  writeTemporary(fs, `${file}.new`, Buffer.from(JSON.stringify(journal, encodeBytes)), 0o600)
  fs.renameSync(`${file}.new`, file)
  syncFolder(fs, dirname(file))
}

/** Reads a journal or history entry; undefined when there is none, `damaged` when it has the wrong form. */
export function readJournal(fs: ChangeFiles, file: string): Journal | 'damaged' | undefined {
  const facts = ifPresent(() => fs.lstatSync(file))
  if (facts === undefined) return undefined
  // Reading a pipe would block, and a link may lead to a device without end.
  if (!facts.isFile()) return 'damaged'
  const text = ifPresent(() => fs.readFileSync(file, 'utf8'))
  if (text === undefined) return undefined
  try {
    const data: unknown = JSON.parse(text, decodeBytes)
    return isJournal(data) ? data : 'damaged'
  } catch {
    return 'damaged'
  }
}

/** The names of the history's entries, oldest first. */
export function journalEntries(fs: ChangeFiles, state: string): readonly string[] {
  const names = ifPresent(() => fs.readdirSync(historyFolder(state))) ?? []
  return names.filter((name) => /^\d+\.json$/.test(name)).sort()
}

/**
 * Finishes a change: one rename turns the journal into an entry of the history, and from then on nothing is rolled back. An entry records
 * the last thing done to its change, so undo and redo replace it. At most `keep` entries stay.
 */
export function finishJournal(fs: ChangeFiles, state: string, journal: Journal, keep: number): void {
  const folder = historyFolder(state)
  makeFolders(folder, 0o700, fs)
  const entries = journalEntries(fs, state)
  const next = `${String(Number.parseInt(entries.at(-1) ?? '0', 10) + 1).padStart(6, '0')}.json`
  const entry = join(folder, journal.entry?.name ?? next)
  fs.renameSync(journalFile(state), entry)
  // The change is complete; cleaning up may fail without harm.
  attempt(() => syncFolder(fs, folder))
  if (journal.entry !== undefined) return
  // Undone entries are last; a new change removes them.
  const standing = entries.findLastIndex((name) => !isUndone(fs, join(folder, name)))
  const undone = entries.slice(standing + 1)
  const old = entries.slice(0, Math.max(0, entries.length + 1 - keep))
  for (const name of new Set([...undone, ...old])) attempt(() => fs.unlinkSync(join(folder, name)))
}

function isUndone(fs: ChangeFiles, file: string): boolean {
  const journal = readJournal(fs, file)
  return journal !== undefined && journal !== 'damaged' && journal.entry?.undone === true
}

function attempt(call: () => void): void {
  try {
    call()
  } catch {
    // It is removed next time.
  }
}

function encodeBytes(_key: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value)
    return Array.isArray(value.data) ? { base64: Buffer.from(value.data).toString('base64') } : value
  return value
}

function decodeBytes(_key: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string')
    return Buffer.from(value.base64, 'base64')
  return value
}

/** The file may be damaged: it must be a journal of changes inside the vault. */
function isJournal(data: unknown): data is Journal {
  return (
    isRecord(data) &&
    typeof data['id'] === 'string' &&
    /^[0-9a-f]{8,64}$/.test(data['id']) &&
    typeof data['title'] === 'string' &&
    typeof data['at'] === 'string' &&
    (data['entry'] === undefined || isEntry(data['entry'])) &&
    Array.isArray(data['steps']) &&
    data['steps'].every(isStep)
  )
}

function isEntry(data: unknown): boolean {
  return isRecord(data) && /^\d+\.json$/.test(String(data['name'])) && typeof data['undone'] === 'boolean'
}

function isStep(data: unknown): data is JournalStep {
  if (!isRecord(data) || !isInside(data['path'])) return false
  switch (data['kind']) {
    case 'make-folder':
    case 'remove-folder':
      return true
    case 'move':
      return isInside(data['to']) && data['hash'] !== null && isHash(data['hash'])
    case 'relink':
      return typeof data['before'] === 'string' && typeof data['after'] === 'string'
    case 'write':
      return (
        isHash(data['before']) &&
        isHash(data['after']) &&
        Array.isArray(data['splices']) &&
        data['splices'].every(isSplice)
      )
    default:
      return false
  }
}

function isSplice(data: unknown): data is Splice {
  return (
    isRecord(data) &&
    Number.isSafeInteger(data['at']) &&
    Buffer.isBuffer(data['removed']) &&
    Buffer.isBuffer(data['inserted'])
  )
}

function isHash(data: unknown): boolean {
  return data === null || (typeof data === 'string' && /^[0-9a-f]{64}$/.test(data))
}

/** Symbolic links in the path are checked when it is used. */
function isInside(data: unknown): boolean {
  return typeof data === 'string' && toNotePath(data) === data
}
