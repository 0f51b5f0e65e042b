/** A half-open range of UTF-16 offsets into the decoded text of one file (front matter included, byte order mark not). */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether one range lies within another, which it may fill. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** Whether two ranges have a character in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** A place in a file as people and editors count it: lines and columns are 1-based, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}
