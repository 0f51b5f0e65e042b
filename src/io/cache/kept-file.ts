import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from '../files/file-system.ts'
import { dirname } from 'node:path'
import { makeFolders } from '../files/make-folders.ts'
import { openPlainFile } from '../files/file-system.ts'
import { checksum } from './checksum.ts'

/*
 * A file that is kept between two runs. Everything that wend keeps to save time goes through this module, and this is its contract:
 *
 * - It has a key: the build of the program and the root of the vault, and in a vault's own cache the secret of decision 0010. A file with
 * another key is treated as missing. - It has metadata (`about`, any JSON) and named parts, runs of bytes that are read when needed. -
 * Checksums guard all of it. A part that is damaged or missing reads as undefined, and the caller computes it anew: nothing is repaired. -
 * It is written under a temporary name and then renamed, so that it appears whole or not at all, readable by its owner only. A failed write
 * is ignored: a cache never fails. - An open file stays readable when another replaces it, and is closed when nothing refers to it any
 * more.
 *
 * Layout: the parts one after the other; the trailer as JSON; its length and checksum, four bytes each; a magic number of eight bytes.
 */

/** A part to be written: its name, and its bytes in pieces. The buffer of a piece may be reused once the next piece is requested. */
export type Part = readonly [name: string, pieces: Iterable<Uint8Array>]

/** Parts to be read. */
export interface Parts {
  /** All bytes of a part, aligned for numbers; undefined when it is missing or damaged. */
  readonly read: (name: string) => Buffer | undefined
  /** The bytes of a part from `start` to before `end`, of which only the blocks around them are read and checked. */
  readonly slice: (name: string, start: number, end: number) => Buffer | undefined
}

/** The offset and length of a part in the file, and the checksum of each of its blocks. */
type StoredPart = readonly [offset: number, length: number, sums: readonly number[]]

interface Trailer {
  readonly key: string
  readonly about: unknown
  readonly parts: Readonly<Record<string, StoredPart>>
}

/** The size of a block in bytes: the smallest unit that is read and checked. */
const blockLength = 1 << 14

/** How many blocks of a file stay in memory: 4 MB. Reading one again takes about ten microseconds. */
const mostBlocks = 256

/** The longest trailer that is read, in bytes. */
const longestTrailer = 1 << 28

const mark = 'wend-kpt'
const tailLength = 4 + 4 + mark.length

/** A name that no other file ever gets. */
export function randomId(): string {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
}

/**
 * Writes a file, part after part; false when it can't be written, and then nothing has changed. Ctrl-C ends the process at once, since
 * parts may take long to compute; `pruneCaches` removes what is left unfinished.
 */
export function writeKept(file: string, about: Omit<Trailer, 'parts'>, parts: Iterable<Part>): boolean {
  const temporary = `${file}.${randomId()}`
  try {
    makeFolders(dirname(file))
    writeTo(openSync(temporary, 'wx', 0o600), about, parts)
    renameSync(temporary, file)
    return true
  } catch {
    discard(temporary)
    return false
  }
}

function writeTo(handle: number, about: Omit<Trailer, 'parts'>, parts: Iterable<Part>): void {
  try {
    const places: Record<string, StoredPart> = {}
    let offset = 0
    for (const [name, pieces] of parts) {
      const place = writePart(handle, offset, pieces)
      places[name] = place
      offset += place[1]
    }
    writeWhole(handle, trailerOf({ ...about, parts: places }))
  } finally {
    closeSync(handle)
  }
}

function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true })
  } catch {
    return
  }
}

function writePart(handle: number, offset: number, pieces: Iterable<Uint8Array>): StoredPart {
  const sums: number[] = []
  let length = 0
  for (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const block = Math.floor((length + at) / blockLength)
      const end = Math.min(piece.length, (block + 1) * blockLength - length)
      sums[block] = checksum(piece.subarray(at, end), sums[block])
      at = end
    }
    writeWhole(handle, piece)
    length += piece.length
  }
  return [offset, length, sums]
}

function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done)
}

function trailerOf(trailer: Trailer): Uint8Array {
  const text = Buffer.from(JSON.stringify(trailer))
  const tail = Buffer.alloc(tailLength)
  tail.writeUInt32LE(text.length, 0)
  tail.writeUInt32LE(checksum(text), 4)
  tail.write(mark, 8, 'latin1')
  return Buffer.concat([text, tail])
}

/** Closes files that nothing refers to any more. */
const unheld = new FinalizationRegistry<number>(closeSync)

/** A kept file, opened for reading. */
export class KeptFile<About> implements Parts {
  /** The metadata, as it was written. */
  readonly about: About
  readonly #handle: number
  readonly #places: Trailer['parts']
  /** The most recently read blocks, by part and number, the latest last. */
  readonly #blocks = new Map<string, Buffer>()

  private constructor(handle: number, { about, parts }: Trailer) {
    this.about = about as About
    this.#handle = handle
    this.#places = parts
    unheld.register(this, handle, this)
  }

  /** Opens a file; undefined when it is missing or damaged, or has another key. */
  static open<About>(file: string, key: string): KeptFile<About> | undefined {
    let handle: number | undefined
    try {
      handle = openPlainFile(file)
      const trailer = readTrailer(handle)
      if (trailer?.key === key) return new KeptFile(handle, trailer)
    } catch {
      // Whatever the error is, the file can't be used.
    }
    if (handle !== undefined) closeSync(handle)
    return undefined
  }

  read(name: string): Buffer | undefined {
    const place = this.#places[name]
    const bytes = place && this.#bytes(place[0], place[1])
    if (bytes === undefined) return undefined
    return place?.[2].every((sum, block) => checksum(blockOf(bytes, block)) === sum) === true ? bytes : undefined
  }

  slice(name: string, start: number, end: number): Buffer | undefined {
    const place = this.#places[name]
    if (place === undefined || start < 0 || end < start || end > place[1]) return undefined
    const [first, last] = [Math.floor(start / blockLength), Math.floor(Math.max(start, end - 1) / blockLength)]
    if (start === end) return Buffer.alloc(0)
    if (last - first >= mostBlocks) return this.read(name)?.subarray(start, end)
    const blocks = Array.from({ length: last - first + 1 }, (_none, order) => this.#block(name, place, first + order))
    if (!blocks.every((block) => block !== undefined)) return undefined
    const bytes = blocks.length === 1 && blocks[0] !== undefined ? blocks[0] : Buffer.concat(blocks)
    return bytes.subarray(start - first * blockLength, end - first * blockLength)
  }

  /** Closes the file at once; nothing can be read after that. */
  close(): void {
    unheld.unregister(this)
    closeSync(this.#handle)
  }

  #block(name: string, [offset, length, sums]: StoredPart, block: number): Buffer | undefined {
    const key = `${block} ${name}`
    const known = this.#blocks.get(key)
    if (known !== undefined) {
      this.#blocks.delete(key)
      this.#blocks.set(key, known)
      return known
    }
    const start = block * blockLength
    const bytes = this.#bytes(offset + start, Math.min(blockLength, length - start))
    const sound = bytes !== undefined && checksum(bytes) === sums[block] ? bytes : undefined
    if (sound === undefined) return undefined
    this.#blocks.set(key, sound)
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= mostBlocks) break
      this.#blocks.delete(oldest)
    }
    return sound
  }

  #bytes(offset: number, length: number): Buffer | undefined {
    try {
      return readAt(this.#handle, offset, length)
    } catch {
      return undefined
    }
  }
}

function blockOf(bytes: Buffer, block: number): Buffer {
  return bytes.subarray(block * blockLength, (block + 1) * blockLength)
}

function readTrailer(handle: number): Trailer | undefined {
  const { size } = fstatSync(handle)
  const tail = readAt(handle, size - tailLength, tailLength)
  if (tail?.toString('latin1', 8) !== mark) return undefined
  const length = tail.readUInt32LE(0)
  const text = length > longestTrailer ? undefined : readAt(handle, size - tailLength - length, length)
  if (text === undefined || checksum(text) !== tail.readUInt32LE(4)) return undefined
  return JSON.parse(text.toString()) as Trailer
}

function readAt(handle: number, offset: number, length: number): Buffer | undefined {
  if (offset < 0) return undefined
  // Not from Node's shared pool, so that it is aligned and numbers can be read in place.
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let done = 0; done < length;) {
    const count = readSync(handle, bytes, done, length - done, offset + done)
    if (count === 0) return undefined
    done += count
  }
  return bytes
}
