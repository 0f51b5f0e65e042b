import { renameSync, rmSync, writeFileSync } from '../files/file-system.ts'
import { join } from 'node:path'
import { checksum } from './checksum.ts'
import { makeFolders } from '../files/make-folders.ts'
import { readPlainFile } from '../files/file-system.ts'

/** Texts kept under a name, for as long as nothing else takes their place. */
export interface KeptPages {
  readonly read: (name: string) => string | undefined
  readonly keep: (name: string, text: string) => void
}

/** How many texts are kept: each name falls on one place, where a later text replaces an earlier one. */
const places = 512

/** Longer texts are not kept, so that all take less than 70 MB; in UTF-16 units. */
const longest = 128 * 1024

/**
 * Keeps texts of one build of the program as files of a folder that may be deleted at any time. Names have no line
 * breaks. What is damaged or can't be read is as if it were not there; what can't be written is left.
 */
export function keptPages(folder: string, build: string): KeptPages {
  return {
    read: (name) => readKept(fileOf(folder, name), `${build} ${name}`),
    keep: (name, text) => keep(folder, fileOf(folder, name), `${build} ${name}\n${text}`),
  }
}

function fileOf(folder: string, name: string): string {
  return join(folder, `page-${checksum(Buffer.from(name)) % places}`)
}

/** A file holds a checksum, the build and the name on a line, and the text. */
function readKept(file: string, name: string): string | undefined {
  try {
    const bytes = readPlainFile(file)
    const sum = bytes.toString('latin1', 0, sumLength)
    const kept = bytes.subarray(sumLength)
    if (sum !== sumOf(kept)) return undefined
    const text = kept.toString('utf8')
    return text.startsWith(`${name}\n`) ? text.slice(name.length + 1) : undefined
  } catch {
    return undefined
  }
}

const sumLength = 8

function sumOf(bytes: Uint8Array): string {
  return checksum(bytes).toString(16).padStart(sumLength, '0')
}

function keep(folder: string, file: string, text: string): void {
  if (text.length > longest) return
  // One of few names, so that runs that were killed leave few files; the checksum finds what two at once have mixed.
  const unfinished = `${file}.${process.pid % 4}`
  try {
    const bytes = Buffer.from(text)
    makeFolders(folder)
    rmSync(unfinished, { force: true })
    writeFileSync(unfinished, Buffer.concat([Buffer.from(sumOf(bytes)), bytes]), { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, file)
  } catch {
    return
  }
}
