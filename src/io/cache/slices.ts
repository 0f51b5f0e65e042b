import { AsciiBytes } from './ascii-bytes.ts'
import type { Sections, SectionSink } from './section-file.ts'

/** Runs of ASCII one after the other, with the places where they end. */
export class Slices {
  /** Takes the bytes of the run that is being made. */
  readonly out = new AsciiBytes()
  readonly #name: string
  readonly #ends: number[] = [0]

  constructor(name: string) {
    this.#name = name
  }

  /** Ends a run. */
  end(): void {
    this.#ends.push(this.out.size)
  }

  write(sink: SectionSink): void {
    sink.add(this.#name, this.out.parts())
    sink.add(`${this.#name}-ends`, [bytesOf(Uint32Array.from(this.#ends))])
  }
}

/** The bytes of an array of numbers. */
export function bytesOf(numbers: ArrayBufferView): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Gives the string at a place; undefined beyond the last and where it is damaged. */
export type SlicesRead = (place: number) => string | undefined

/** Reads what `Slices` wrote, as much as is asked for; undefined when it is damaged. */
export function readSlices(sections: Sections, name: string): SlicesRead | undefined {
  const ends = numbersOf(sections.read(`${name}-ends`))
  if (ends === undefined) return undefined
  return (place) => {
    const [start, end] = [ends[place], ends[place + 1]]
    return start === undefined || end === undefined ? undefined : sections.text(name, start, end)
  }
}

/** Bytes as 32-bit numbers, in place. */
export function numbersOf(bytes: Buffer | undefined): Uint32Array | undefined {
  return bytes && new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}
