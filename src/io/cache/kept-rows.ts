import type { Part, Parts } from './kept-file.ts'

/** The bytes of an array of numbers. */
export function bytesOf(numbers: ArrayBufferView): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Bytes as 32-bit numbers, in place. */
export function bytesAsWords(bytes: Buffer | undefined): Uint32Array | undefined {
  return bytes && new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}

/** Rows of bytes one after the other as a part, and a second part that says where each ends; the two are to be written in this order. */
export function rowParts(name: string, rows: Iterable<Uint8Array>): readonly Part[] {
  const ends: number[] = [0]
  return [
    [name, gathered(rows, ends)],
    [`${name}-ends`, endsOf(ends)],
  ]
}

/** Rows in large pieces, each of which is written at once. */
function* gathered(rows: Iterable<Uint8Array>, ends: number[]): Iterable<Uint8Array> {
  const piece = Buffer.allocUnsafeSlow(1 << 18)
  let [used, size] = [0, 0]
  for (const row of rows) {
    ends.push((size += row.length))
    if (used + row.length > piece.length) {
      yield piece.subarray(0, used)
      used = 0
    }
    if (row.length > piece.length) yield row
    else {
      piece.set(row, used)
      used += row.length
    }
  }
  yield piece.subarray(0, used)
}

/** Made when it is asked for, which is after all rows. */
function* endsOf(ends: readonly number[]): Iterable<Uint8Array> {
  yield bytesOf(Uint32Array.from(ends))
}

/** Gives the row at a place; undefined beyond the last and where it is damaged. */
export type RowRead = (place: number) => Buffer | undefined

/** Reads rows that `rowParts` made, as they are asked for. */
export function readRows(parts: Parts, name: string): RowRead {
  let ends: Uint32Array | undefined
  return (place) => {
    ends ??= bytesAsWords(parts.read(`${name}-ends`)) ?? new Uint32Array()
    const [start, end] = [ends[place], ends[place + 1]]
    return start === undefined || end === undefined ? undefined : parts.slice(name, start, end)
  }
}

/** Reads all rows that `rowParts` made at once, for whoever needs most of them. */
export function readAllRows(parts: Parts, name: string): RowRead {
  const [bytes, ends] = [parts.read(name), bytesAsWords(parts.read(`${name}-ends`))]
  return (place) => (ends?.[place + 1] === undefined ? undefined : bytes?.subarray(ends[place], ends[place + 1]))
}
