/** What brackets may be: `[text]`, `![text]`, `^[text]`. */
type BracketKind = 'text' | 'image' | 'footnote'

const KINDS: readonly BracketKind[] = ['text', 'image', 'footnote']
const KIND = 3
const NESTED = 4
/** So many brackets may be open at once; then the outermost are forgotten and can be no link. A power of two. */
const MAX_OPEN = 1024
/** Numbers kept for each bracket. */
const SIZE = 3

/** The `[`, `![` and `^[` that wait for their `]`, innermost last (CommonMark, appendix "Phase 2"). Every operation takes constant time. */
export class Brackets {
  /** Of the bracket popped last: the offset of its `[`, `![` or `^[`. */
  start = 0
  kind: BracketKind = 'text'
  /** Of the bracket popped last: whether another bracket stands inside, so that the text is no label. */
  nested = false
  /** Of the bracket popped last: whether it may still be a link; not so when a link stands inside. */
  active = false
  /** Of the bracket popped last: what was noted when it was pushed. */
  note = 0
  /** Offset, flags and note of each open bracket; a ring once it has room for MAX_OPEN. */
  private readonly stack: number[] = []
  /** How many brackets have been pushed and not popped, with those that were forgotten. */
  private top = 0
  /** How many of those, the outermost, were forgotten. */
  private forgotten = 0
  /** Links cannot hold links: the `[` below this are spent. */
  private spent = 0

  clear(): void {
    this.top = 0
    this.forgotten = 0
    this.spent = 0
  }

  /** `note` is kept for the time the bracket is closed. */
  push(start: number, kind: BracketKind, note: number): void {
    this.markNested()
    const { top } = this
    if (top - this.forgotten === MAX_OPEN) this.forgotten++
    const at = (top % MAX_OPEN) * SIZE
    this.stack[at] = start
    this.stack[at + 1] = KINDS.indexOf(kind)
    this.stack[at + 2] = note
    this.top = top + 1
  }

  /** Takes the innermost bracket; false when none is open. */
  pop(): boolean {
    if (this.top === this.forgotten) return false
    const top = this.top - 1
    const at = (top % MAX_OPEN) * SIZE
    const flags = this.stack[at + 1] ?? 0
    this.top = top
    this.note = this.stack[at + 2] ?? 0
    this.look(this.stack[at] ?? 0, flags, top)
    if (this.spent > top) this.spent = top
    return true
  }

  /** Looks at the bracket that `outer` brackets stand inside of, as if it were popped; false when it could be no link. */
  peek(outer: number): boolean {
    const top = this.top - 1 - outer
    if (top < this.forgotten) return false
    const at = (top % MAX_OPEN) * SIZE
    this.look(this.stack[at] ?? 0, this.stack[at + 1] ?? 0, top)
    return this.active && this.kind !== 'footnote'
  }

  get isOpen(): boolean {
    return this.top > this.forgotten
  }

  private look(start: number, flags: number, top: number): void {
    this.start = start
    this.kind = KINDS[flags & KIND] ?? 'text'
    this.nested = (flags & NESTED) !== 0
    this.active = this.kind !== 'text' || top >= this.spent
  }

  /** Notes that a bracket of another kind stands inside the innermost. */
  markNested(): void {
    if (this.top === this.forgotten) return
    const flags = ((this.top - 1) % MAX_OPEN) * SIZE + 1
    this.stack[flags] = (this.stack[flags] ?? 0) | NESTED
  }

  /** Makes the open brackets that are no images or footnotes inactive: a link stands inside them. */
  spend(): void {
    this.spent = this.top
  }
}
