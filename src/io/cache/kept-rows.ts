import type { Part, Parts } from './kept-file.ts'

/** The bytes of an array of numbers. */
export function bytesOf(numbers: ArrayBufferView): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Bytes as 32-bit numbers, in place. */
export function bytesAsWords(bytes: Buffer | undefined): Uint32Array | undefined {
  return bytes && new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}

/** Rows of bytes as two parts, the bytes and the end of each row; they must be written in this order. */
export function rowParts(name: string, rows: Iterable<Uint8Array>): readonly Part[] {
  const ends: number[] = [0]
  return [
    [name, gathered(rows, ends)],
    [`${name}-ends`, endsOf(ends)],
  ]
}

/** The rows joined to large pieces, each of which is written with one call. */
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

/** The ends of rows; generated when it is written, after all rows. */
function* endsOf(ends: readonly number[]): Iterable<Uint8Array> {
  yield bytesOf(Uint32Array.from(ends))
}

/** Gives the row at an index; undefined beyond the last, and when it is damaged. */
export type RowRead = (place: number) => Buffer | undefined

/** Reads rows written by `rowParts`, each when asked for. */
export function readRows(parts: Parts, name: string): RowRead {
  let ends: Uint32Array | undefined
  return (place) => {
    ends ??= bytesAsWords(parts.read(`${name}-ends`)) ?? new Uint32Array()
    const [start, end] = [ends[place], ends[place + 1]]
    return start === undefined || end === undefined ? undefined : parts.slice(name, start, end)
  }
}

/** Reads all rows written by `rowParts` at once, for callers that need most of them. */
export function readAllRows(parts: Parts, name: string): RowRead {
  const [bytes, ends] = [parts.read(name), bytesAsWords(parts.read(`${name}-ends`))]
  return (place) => (ends?.[place + 1] === undefined ? undefined : bytes?.subarray(ends[place], ends[place + 1]))
}
