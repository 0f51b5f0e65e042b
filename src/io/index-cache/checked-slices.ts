import { checksum } from './checksum.ts'
import type { SectionReader, SectionWriter } from './section-file.ts'
import { bytesOf, numbersOf } from './slices.ts'

/** Runs of bytes one after the other, each with a checksum, so that one can be read without the others. */
export class CheckedSlices {
  readonly #parts: Uint8Array[] = []
  readonly #ends: number[] = [0]
  readonly #sums: number[] = []
  #size = 0

  add(bytes: Uint8Array): void {
    this.#parts.push(bytes)
    this.#size += bytes.length
    this.#ends.push(this.#size)
    this.#sums.push(checksum(bytes))
  }

  write(writer: SectionWriter, name: string): void {
    writer.add(name, [Buffer.concat(this.#parts)])
    writer.add(`${name}-ends`, [bytesOf(Uint32Array.from(this.#ends))])
    writer.add(`${name}-sums`, [bytesOf(Uint32Array.from(this.#sums))])
  }
}

/** Reads one of the runs that `CheckedSlices` wrote; undefined when it is damaged or beyond the last. */
export type CheckedRead = (place: number) => Buffer | undefined

/** Opens what `CheckedSlices` wrote. */
export function readChecked(reader: SectionReader, name: string): CheckedRead {
  let known: { readonly ends: Uint32Array; readonly sums: Uint32Array } | undefined
  return (place) => {
    known ??= {
      ends: numbersOf(reader.read(`${name}-ends`)) ?? new Uint32Array(),
      sums: numbersOf(reader.read(`${name}-sums`)) ?? new Uint32Array(),
    }
    const [start, end] = [known.ends[place], known.ends[place + 1]]
    if (start === undefined || end === undefined || end < start) return undefined
    const bytes = reader.readPart(name, start, end - start)
    return bytes && checksum(bytes) === known.sums[place] ? bytes : undefined
  }
}
