import type { SectionReader, SectionWriter } from './section-file.ts'

/** Strings of ASCII one after the other, with the places where they end. */
export class Slices {
  readonly #name: string
  readonly #parts: Buffer[] = []
  readonly #ends: number[] = [0]
  #pending: string[] = []
  #size = 0
  #pendingSize = 0

  constructor(name: string) {
    this.#name = name
  }

  add(text: string): void {
    this.#pending.push(text)
    this.#size += text.length
    this.#pendingSize += text.length
    this.#ends.push(this.#size)
    if (this.#pendingSize > 1 << 20) this.#flush()
  }

  write(writer: SectionWriter): void {
    this.#flush()
    writer.add(this.#name, this.#parts)
    writer.add(`${this.#name}-ends`, [bytesOf(Uint32Array.from(this.#ends))])
  }

  #flush(): void {
    this.#parts.push(Buffer.from(this.#pending.join(''), 'latin1'))
    this.#pending = []
    this.#pendingSize = 0
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
