import { readdirSync, rmSync, statSync, utimesSync } from '../files/file-system.ts'
import { basename, dirname, join } from 'node:path'
import { SectionReader } from './section-file.ts'

const day = 86_400_000

/** How long the index of a vault is kept without being used; milliseconds. */
const patience = 90 * day

/** How long it is kept when its vault is gone, when another version of the program wrote it, or when it can't be read. */
const short = 7 * day

/** Puts on record that an index is in use, once a day, by the time of its file. */
export function markUsed(file: string, now: number): void {
  try {
    if (now - statSync(file).mtimeMs > day) utimesSync(file, new Date(now), new Date(now))
  } catch {
    return
  }
}

/**
 * Removes the indexes beside one that was just written that nobody uses any more, each with the files that belong to it; and
 * configurations kept for as long, and what killed runs left unfinished. Only files with the names that wend gives are touched.
 */
export function pruneIndexes(written: string, build: string, now: number): void {
  const folder = dirname(written)
  try {
    const names = readdirSync(folder)
    for (const name of names.filter((one) => unfinished.test(one))) removeOlder(join(folder, name), now - day)
    for (const name of names.filter((one) => ours.test(one) && one !== basename(written))) {
      const file = join(folder, name)
      const unused = now - statSync(file).mtimeMs
      if (unused < short || (unused < patience && isWanted(file, name, build))) continue
      for (const other of names)
        if (other === name || other.startsWith(`${name}-`)) rmSync(join(folder, other), { force: true })
    }
  } catch {
    return
  }
}

/** The files that others belong to: `index-notes-1a2b3c4d.0f9e8d7c`, `config-notes-1a2b3c4d`. */
const ours = /^(?:index|config)-[A-Za-z0-9-]*-[0-9a-f]{8}(?:\.[0-9a-z]{1,8})?$/

/** Files being written, which end with a `randomId`, as in `index-notes-1a2b3c4d.0f9e8d7c-words.m2k4x8z1q0w3e5r`; in a vault, `index.m2k4x8z1q0w3e5r`. */
const unfinished = /^(?:index|config)(?:-.*)?\.[0-9a-z]{12,}$/

function removeOlder(file: string, time: number): void {
  if (statSync(file).mtimeMs < time) rmSync(file, { force: true })
}

/** Whether a file may still be of use: the configuration of a vault, or an index of this build whose vault is there. */
function isWanted(file: string, name: string, build: string): boolean {
  if (name.startsWith('config-')) return true
  const reader = SectionReader.open(file)
  if (reader === undefined) return false
  const { about } = reader
  reader.close()
  const key: unknown = typeof about === 'object' && about !== null && 'key' in about ? about.key : undefined
  const [by, root] = typeof key === 'string' ? (JSON.parse(key) as readonly unknown[]) : []
  return by === build && typeof root === 'string' && statSync(root, { throwIfNoEntry: false }) !== undefined
}
