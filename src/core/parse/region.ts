/**
 * The text of one paragraph, heading or table cell as inline rules see it. Mostly a range of the note itself; where the `>` of quotes
 * stand between its lines, the lines joined, with the way back to the note.
 */
export class Region {
  readonly text: string
  readonly start: number
  readonly end: number
  /** For each joined piece: its offset in `text`, then its offset in the note. */
  private readonly joints: readonly number[] | undefined

  private constructor(text: string, range: { start: number; end: number }, joints?: readonly number[]) {
    this.text = text
    this.start = range.start
    this.end = range.end
    this.joints = joints
  }

  /** A range of the note, or the pieces of it (start, end, start, end, …) when there are any. */
  static of(text: string, range: { start: number; end: number; pieces?: readonly number[] | undefined }): Region {
    const { pieces } = range
    if (pieces === undefined) return new Region(text, range)
    const parts: string[] = []
    const joints: number[] = []
    let length = 0
    for (let i = 0; i + 1 < pieces.length; i += 2) {
      const start = pieces[i] ?? 0
      const part = text.slice(start, pieces[i + 1])
      joints.push(length, start)
      parts.push(part)
      length += part.length + 1
    }
    return new Region(parts.join('\n'), { start: 0, end: Math.max(0, length - 1) }, joints)
  }

  /** A part of the region, in offsets of `text`. */
  within(start: number, end: number): Region {
    return new Region(this.text, { start, end }, this.joints)
  }

  /** The offset in the note of an offset in `text`. */
  toSource(offset: number): number {
    const { joints } = this
    if (joints === undefined) return offset
    let low = 0
    let high = joints.length / 2 - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((joints[middle * 2] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return (joints[low * 2 + 1] ?? 0) + offset - (joints[low * 2] ?? 0)
  }
}
