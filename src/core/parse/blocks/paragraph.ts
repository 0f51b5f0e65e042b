import { OPEN_BRACKET } from '../character.ts'
import { Region } from '../region.ts'
import { readDefinition } from '../links/reference.ts'
import type { WrittenDefinition } from '../links/written-definition.ts'

/** The paragraph that is being read. */
export class Paragraph {
  start = 0
  end = 0
  lines = 0
  /** Where the content of its last line starts. */
  lastLine = 0
  /** Whether its last line is one only because it goes on with it (CommonMark, "lazy continuation"). */
  lazy = false
  /** Where the content of the line before the last starts and ends. */
  private lineBefore: readonly [number, number] = [0, 0]
  /** Start and end of each run of lines, once the marker of a quote stands between two of its lines. */
  pieces: number[] | undefined

  open(start: number, end: number): void {
    this.start = start
    this.lastLine = start
    this.end = end
    this.lines = 1
    this.lazy = false
    this.pieces = undefined
  }

  /** Adds a line; `quoted` says whether markers of quotes stand before its content. */
  add(start: number, end: number, quoted: boolean): void {
    if (quoted) {
      this.pieces ??= [this.start, this.end]
      this.pieces.push(start, end)
    } else if (this.pieces !== undefined) this.pieces[this.pieces.length - 1] = end
    this.lineBefore = [this.lastLine, this.end]
    this.lastLine = start
    this.end = end
    this.lines++
  }

  /** Takes the last of several lines out of it. */
  dropLastLine(): void {
    const { pieces, lastLine } = this
    const [start, end] = this.lineBefore
    if (pieces !== undefined && pieces.at(-2) === lastLine) pieces.splice(-2)
    else if (pieces !== undefined) pieces[pieces.length - 1] = end
    this.lastLine = start
    this.end = end
    this.lines--
  }

  /** Takes the text from an offset on its last line out of it. */
  cutEnd(end: number): void {
    this.end = end
    if (this.pieces !== undefined) this.pieces[this.pieces.length - 1] = end
  }

  /** Cuts the reference definitions from the front; the paragraph may be empty then (CommonMark 4.7). */
  takeDefinitions(text: string, found: (definition: WrittenDefinition, region: Region, at: number) => void): void {
    if (text.charCodeAt(this.start) !== OPEN_BRACKET) return
    const region = Region.of(text, this)
    let at = region.start
    for (;;) {
      const definition = at < region.end ? readDefinition(region.text, at, region.end) : undefined
      if (definition === undefined) break
      found(definition, region, at)
      at = definition.next
    }
    if (at > region.start) this.cutFront(at >= region.end ? this.end : region.toSource(at))
  }

  private cutFront(start: number): void {
    this.start = start
    if (this.pieces === undefined) return
    const kept: number[] = []
    for (let i = 0; i + 1 < this.pieces.length; i += 2) {
      const end = this.pieces[i + 1] ?? 0
      if (end > start) kept.push(Math.max(this.pieces[i] ?? 0, start), end)
    }
    this.pieces = kept
  }
}
