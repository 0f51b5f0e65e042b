import type { SectionReader, SectionWriter } from './section-file.ts'

/** Strings of ASCII one after the other, with the places where they end. They become bytes at once: as text put together of pieces they would take several times the room. */
export class Slices {
  readonly #name: string
  readonly #parts: Buffer[] = []
  readonly #ends: number[] = [0]
  #part = Buffer.alloc(0)
  #used = 0
  #size = 0

  constructor(name: string) {
    this.#name = name
  }

  add(text: string): void {
    if (this.#used + text.length > this.#part.length) this.#begin(text.length)
    this.#used += this.#part.write(text, this.#used, 'latin1')
    this.#size += text.length
    this.#ends.push(this.#size)
  }

  write(writer: SectionWriter): void {
    this.#begin(0)
    writer.add(this.#name, this.#parts)
    writer.add(`${this.#name}-ends`, [bytesOf(Uint32Array.from(this.#ends))])
  }

  /** Ends the part that is being filled and begins one with room for so many bytes. */
  #begin(least: number): void {
    this.#parts.push(this.#part.subarray(0, this.#used))
    this.#part = Buffer.allocUnsafe(least === 0 ? 0 : Math.max(least, 1 << 20))
    this.#used = 0
  }
}

/** The bytes of an array of numbers. */
export function bytesOf(numbers: ArrayBufferView): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Gives the string at a place; undefined beyond the last. */
export type SlicesRead = (place: number) => string | undefined

/** Reads what `Slices` wrote; undefined when it is damaged. */
export function readSlices(reader: SectionReader, name: string): SlicesRead | undefined {
  const bytes = reader.read(name)
  const ends = numbersOf(reader.read(`${name}-ends`))
  if (bytes === undefined || ends === undefined) return undefined
  return (place) => {
    const [start, end] = [ends[place], ends[place + 1]]
    return start === undefined || end === undefined ? undefined : bytes.toString('latin1', start, end)
  }
}

/** Bytes as 32-bit numbers, in place. */
export function numbersOf(bytes: Buffer | undefined): Uint32Array | undefined {
  return bytes && new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}
