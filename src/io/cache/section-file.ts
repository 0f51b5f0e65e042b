import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from '../files/file-system.ts'
import { dirname } from 'node:path'
import { checksum } from './checksum.ts'
import { holdInterrupts } from '../changes/hold-interrupts.ts'
import { makeFolders } from '../files/make-folders.ts'
import { openPlainFile } from '../files/file-system.ts'
import { randomId } from './random-id.ts'

/** Where a named run of bytes lies in a file, its checksum, and those of its blocks, if it has several. */
type Place = readonly [offset: number, length: number, sum: number, blocks?: readonly number[]]

/** The length of a block, the least that is read and checked of a long section. */
const blockLength = 1 << 16

interface Trailer {
  readonly about: unknown
  readonly sections: Readonly<Record<string, Place>>
}

/** The longest trailer that is read; that of 100,000 notes takes 20 kB. */
const longestTrailer = 1 << 24

const mark = 'wend-idx'
/** Length of the trailer, its checksum, the mark. */
const tailLength = 4 + 4 + mark.length

/** Named runs of bytes, to be read. */
export interface Sections {
  /** The bytes of a section; undefined when it is missing or damaged. */
  readonly read: (name: string) => Buffer | undefined
  /** Some bytes of a section as ASCII, of which only the blocks that hold them are read and checked; undefined likewise. */
  readonly text: (name: string, start: number, end: number) => string | undefined
}

/** Takes named runs of bytes, given in parts. */
export interface SectionSink {
  readonly add: (name: string, parts: Iterable<Uint8Array>) => void
}

/** Writes a file of named sections, each with a checksum; it appears whole or not at all. */
export class SectionWriter implements SectionSink {
  readonly #file: string
  readonly #unfinished: string
  readonly #handle: number
  readonly #sections: Record<string, Place> = {}
  readonly #release: () => void
  #offset = 0

  /** Throws when the file can't be made. */
  constructor(file: string) {
    this.#file = file
    this.#unfinished = `${file}.${randomId()}`
    makeFolders(dirname(file))
    this.#handle = openSync(this.#unfinished, 'wx', 0o600)
    this.#release = holdInterrupts()
  }

  /** Writes one section, given in parts. */
  add(name: string, parts: Iterable<Uint8Array>): void {
    const start = this.#offset
    const blocks: number[] = []
    let sum = 0
    for (const part of parts) {
      sum = checksum(part, sum)
      addBlocks(blocks, part, this.#offset - start)
      this.#write(part)
    }
    const place = [start, this.#offset - start, sum] as const
    this.#sections[name] = blocks.length > 1 ? [...place, blocks] : place
  }

  /** Ends the file with what it is about, and puts it in place of the one before. */
  finish(about: unknown): void {
    const trailer = Buffer.from(JSON.stringify({ about, sections: this.#sections }))
    const tail = Buffer.alloc(tailLength)
    tail.writeUInt32LE(trailer.length, 0)
    tail.writeUInt32LE(checksum(trailer), 4)
    tail.write(mark, 8, 'latin1')
    this.#write(trailer)
    this.#write(tail)
    closeSync(this.#handle)
    renameSync(this.#unfinished, this.#file)
    this.#release()
  }

  /** Gives up; nothing stays behind. */
  discard(): void {
    this.#release()
    try {
      closeSync(this.#handle)
    } catch {
      // It was closed before the file could not be put in its place.
    }
    rmSync(this.#unfinished, { force: true })
  }

  #write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.#handle, bytes, done)
    this.#offset += bytes.length
  }
}

/** Goes on with the checksums of blocks with what follows at an offset of the section. */
function addBlocks(blocks: number[], part: Uint8Array, offset: number): void {
  for (let at = 0; at < part.length;) {
    const block = Math.floor((offset + at) / blockLength)
    const end = Math.min(part.length, (block + 1) * blockLength - offset)
    blocks[block] = checksum(part.subarray(at, end), blocks[block])
    at = end
  }
}

/** Reads sections of a file on demand. The file stays open, so that a file put in its place does not disturb. */
export class SectionReader implements Sections {
  readonly #handle: number
  readonly #trailer: Trailer
  /** Blocks that were read, by section and order. */
  readonly #blocks = new Map<string, Buffer | undefined>()

  private constructor(handle: number, trailer: Trailer) {
    this.#handle = handle
    this.#trailer = trailer
  }

  /** Opens a file; undefined when there is none or it is damaged. */
  static open(file: string): SectionReader | undefined {
    let handle: number | undefined
    try {
      handle = openPlainFile(file)
      const trailer = readTrailer(handle)
      if (trailer !== undefined) return new SectionReader(handle, trailer)
    } catch {
      // Whatever is wrong with the file, it can't be used.
    }
    if (handle !== undefined) closeSync(handle)
    return undefined
  }

  /** What the file says it is about. */
  get about(): unknown {
    return this.#trailer.about
  }

  /** The bytes of a section; undefined when they are not those that were written. */
  read(name: string): Buffer | undefined {
    const place = this.#trailer.sections[name]
    if (place === undefined) return undefined
    try {
      const bytes = readAt(this.#handle, place[0], place[1])
      return bytes !== undefined && checksum(bytes) === place[2] ? bytes : undefined
    } catch {
      return undefined
    }
  }

  text(name: string, start: number, end: number): string | undefined {
    if (end <= start) return end === start ? '' : undefined
    let text = ''
    for (let block = Math.floor(start / blockLength); block * blockLength < end; block++) {
      const bytes = this.#block(name, block)
      if (bytes === undefined) return undefined
      const before = block * blockLength
      text += bytes.toString('latin1', Math.max(0, start - before), Math.min(bytes.length, end - before))
    }
    return text.length === end - start ? text : undefined
  }

  #block(name: string, block: number): Buffer | undefined {
    const key = `${name} ${block}`
    if (!this.#blocks.has(key)) this.#blocks.set(key, this.#readBlock(name, block))
    return this.#blocks.get(key)
  }

  #readBlock(name: string, block: number): Buffer | undefined {
    const place = this.#trailer.sections[name]
    if (place === undefined) return undefined
    const [, length, whole, sums = [whole]] = place
    const start = block * blockLength
    const bytes = this.readPart(name, start, Math.min(blockLength, length - start))
    return bytes !== undefined && checksum(bytes) === sums[block] ? bytes : undefined
  }

  /** Some bytes of a section, unchecked; undefined when the file does not have them. */
  readPart(name: string, start: number, length: number): Buffer | undefined {
    const place = this.#trailer.sections[name]
    if (place === undefined || start < 0 || length < 0 || start + length > place[1]) return undefined
    try {
      return readAt(this.#handle, place[0] + start, length)
    } catch {
      return undefined
    }
  }

  close(): void {
    closeSync(this.#handle)
  }
}

function readTrailer(handle: number): Trailer | undefined {
  const { size } = fstatSync(handle)
  const tail = readAt(handle, size - tailLength, tailLength)
  if (tail === undefined || tail.toString('latin1', 8) !== mark) return undefined
  const length = tail.readUInt32LE(0)
  if (length > longestTrailer) return undefined
  const bytes = readAt(handle, size - tailLength - length, length)
  if (bytes === undefined || checksum(bytes) !== tail.readUInt32LE(4)) return undefined
  const trailer = JSON.parse(bytes.toString()) as Partial<Trailer> | null
  return trailer?.about == null || trailer.sections == null ? undefined : (trailer as Trailer)
}

function readAt(handle: number, offset: number, length: number): Buffer | undefined {
  if (offset < 0) return undefined
  // Aligned, so that sections of numbers can be read in place.
  const bytes = Buffer.allocUnsafeSlow(length)
  let done = 0
  while (done < length) {
    const count = readSync(handle, bytes, done, length - done, offset + done)
    if (count === 0) return undefined
    done += count
  }
  return bytes
}
