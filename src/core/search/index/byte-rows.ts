import { GrowingNumbers } from './growing-numbers.ts'

/** Rows of bytes, one after the other in large pieces, so that a hundred thousand rows are no hundred thousand arrays. */
export class ByteRows {
  readonly #pieces: Uint8Array[] = []
  readonly #pieceOf = new GrowingNumbers()
  readonly #starts = new GrowingNumbers()
  readonly #ends = new GrowingNumbers()
  #used = 0

  get length(): number {
    return this.#ends.length
  }

  /** Adds a row with the numbers that were put; gives its place. */
  add(row: RowWriter): number {
    const bytes = row.taken()
    let piece = this.#pieces.at(-1)
    if (piece === undefined || this.#used + bytes.length > piece.length) {
      piece = new Uint8Array(Math.max(pieceSize, bytes.length))
      this.#pieces.push(piece)
      this.#used = 0
    }
    piece.set(bytes, this.#used)
    this.#pieceOf.push(this.#pieces.length - 1)
    this.#starts.push(this.#used)
    this.#used += bytes.length
    return this.#ends.push(this.#used)
  }

  /** The bytes of a row, in place; none beyond the last. */
  at(place: number): Uint8Array {
    return this.#pieces[this.#pieceOf.at(place)]?.subarray(this.#starts.at(place), this.#ends.at(place)) ?? noBytes
  }
}

const pieceSize = 1 << 20
const noBytes = new Uint8Array()

/** Collects the whole numbers from 0 of one row, the small ones in a byte each (LEB128). */
export class RowWriter {
  #bytes = new Uint8Array(1 << 12)
  #size = 0

  put(number: number): void {
    if (this.#size + 8 > this.#bytes.length) this.#grow()
    let rest = number
    while (rest > 127) {
      this.#bytes[this.#size++] = (rest % 128) | 128
      rest = rest > 0x7fffffff ? Math.floor(rest / 128) : rest >>> 7
    }
    this.#bytes[this.#size++] = rest
  }

  /** Puts the bytes of numbers that were put elsewhere. */
  putBytes(bytes: Uint8Array): void {
    while (this.#size + bytes.length > this.#bytes.length) this.#grow()
    this.#bytes.set(bytes, this.#size)
    this.#size += bytes.length
  }

  /** What was put since this was last asked, in place: it stands until the next number is put. */
  taken(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#size)
    this.#size = 0
    return taken
  }

  #grow(): void {
    const grown = new Uint8Array(2 * this.#bytes.length)
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}

/** Reads the numbers that a `RowWriter` wrote. */
export class RowReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get more(): boolean {
    return this.#at < this.#bytes.length
  }

  /** The next number; 0 behind the last. */
  next(): number {
    let byte = this.#bytes[this.#at++] ?? 0
    if (byte < 128) return byte
    let [value, scale] = [byte & 127, 128]
    do {
      byte = this.#bytes[this.#at++] ?? 0
      value += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    return value
  }
}
