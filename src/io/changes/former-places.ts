import { decodeText, type TextEncoding } from '../files/decode-text.ts'
import { invertSplices, spliceBytes } from './edit-bytes.ts'
import type { JournalStep } from './journal.ts'
import { contentHash } from './run-journal.ts'

type WriteStep = Extract<JournalStep, { kind: 'write' }>

/** A write to a note, and whether it belongs to a change that is being reversed. */
export interface JournalWrite {
  readonly step: WriteStep
  readonly isTakenBack: boolean
}

/**
 * The former texts of the range at an offset that now holds `written`, one before each reversed change, the latest first; equal to
 * `written` where a change did not touch it. Fewer when the range was written later.
 */
export type FormerPlaces = (written: string, offset: number) => readonly string[]

/** A replacement made by a write, at an offset in the text after it. */
interface Replaced {
  readonly at: number
  readonly before: string
  readonly after: string
}

/**
 * Traces ranges of a note back through its writes, oldest first, all made by wend. Works by offsets, so that equal words in two places are
 * told apart. Undefined when another program wrote to the note since the last reversed change.
 */
export function formerPlaces(bytes: Buffer, trail: readonly JournalWrite[]): FormerPlaces | undefined {
  const decoded = decodeText(bytes)
  if ('binary' in decoded) return undefined
  const known: { readonly replaced: readonly Replaced[]; readonly isTakenBack: boolean }[] = []
  let now = bytes
  for (const { step, isTakenBack } of trail.toReversed()) {
    if (contentHash(now) !== step.after) break
    known.push({ replaced: replacedBy(step, now, decoded.encoding), isTakenBack })
    now = spliceBytes(now, invertSplices(step.splices))
  }
  if (!known.some((one) => one.isTakenBack)) return undefined
  return (written, offset) => {
    const former: string[] = []
    let place = { written, offset }
    for (const { replaced, isTakenBack } of known) {
      const before = placeBefore(place, replaced)
      if (before === undefined) break
      place = before
      if (isTakenBack) former.push(place.written)
    }
    return former
  }
}

interface Place {
  readonly written: string
  readonly offset: number
}

/** The range before a write; undefined when the write replaced a range that only overlaps it. */
function placeBefore({ written, offset }: Place, replaced: readonly Replaced[]): Place | undefined {
  let shift = 0
  for (const { at, before, after } of replaced) {
    if (at === offset && after === written) return { written: before, offset: offset + shift }
    if (at >= offset + written.length) break
    if (at + after.length > offset) return undefined
    shift += before.length - after.length
  }
  return { written, offset: offset + shift }
}

/** The replacements of a write, in the order of their offsets. */
function replacedBy({ splices }: WriteStep, bytes: Buffer, encoding: TextEncoding): readonly Replaced[] {
  let byte = encoding === 'utf-8-bom' ? 3 : encoding === 'utf-8' ? 0 : 2
  let offset = 0
  return invertSplices(splices).map(({ at, removed, inserted }) => {
    offset += decode(bytes.subarray(byte, at), encoding).length
    const replaced = { at: offset, before: decode(inserted, encoding), after: decode(removed, encoding) }
    offset += replaced.after.length
    byte = at + removed.length
    return replaced
  })
}

function decode(bytes: Buffer, encoding: TextEncoding): string {
  if (encoding === 'utf-16le') return bytes.toString('utf16le')
  return encoding === 'utf-16be' ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('utf8')
}
