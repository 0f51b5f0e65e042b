import { GrowingNumbers } from '../../core/search/index/growing-numbers.ts'
import { checksum } from './checksum.ts'
import type { SectionReader, SectionWriter } from './section-file.ts'
import { bytesOf, numbersOf } from './slices.ts'

/**
 * Writes runs of bytes one after the other, each with a checksum, so that one can be read without the others. Each run need
 * stand only until the next is asked for.
 */
export function writeChecked(writer: SectionWriter, name: string, runs: Iterable<Uint8Array>): void {
  const [ends, sums] = [new GrowingNumbers(), new GrowingNumbers()]
  writer.add(name, gathered(runs, ends, sums))
  writer.add(`${name}-ends`, [bytesOf(ends.all())])
  writer.add(`${name}-sums`, [bytesOf(sums.all())])
}

/** Runs in large pieces, each written at once. */
function* gathered(runs: Iterable<Uint8Array>, ends: GrowingNumbers, sums: GrowingNumbers): Iterable<Uint8Array> {
  const piece = Buffer.alloc(1 << 18)
  let [used, size] = [0, 0]
  ends.push(0)
  for (const run of runs) {
    sums.push(checksum(run))
    ends.push((size += run.length))
    if (used + run.length > piece.length) {
      yield piece.subarray(0, used)
      used = 0
    }
    if (run.length > piece.length) yield run
    else {
      piece.set(run, used)
      used += run.length
    }
  }
  yield piece.subarray(0, used)
}

/** Reads one of the runs that `writeChecked` wrote; undefined when it is damaged or beyond the last. */
export type CheckedRead = (place: number) => Buffer | undefined

/** Opens what `writeChecked` wrote. */
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
