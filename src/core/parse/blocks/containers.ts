import { NOWHERE } from '../finder.ts'
import type { LineReader } from './line-reader.ts'

/** What a quote needs in place of columns. */
const QUOTE = -1
/** What needs nothing: it goes on until a line of as many colons as opened it, or more. */
const COLONS = -2
/** More are not open at once: each of them looks at each line. */
const mostColons = 50

/**
 * The open block quotes, list items and footnotes, outermost first (CommonMark 5.1, 5.2). Neighbours that need the same are kept as a run:
 * a line costs time in proportion to the characters its containers consume, and ten thousand nested quotes are one loop.
 */
export class Containers {
  /** Whether the current line has consumed the `>` of a quote: then other than white space stands before its content. */
  quoted = false
  /** How many runs there are; the lists keep what was behind them, since cutting a list costs more than a container does. */
  private runs = 0
  /** Of each run: the columns of indentation that a container of it needs to go on; QUOTE for quotes. */
  private readonly needs: number[] = []
  /** Of each run: how many containers it has. */
  private readonly counts: number[] = []
  /** Which runs are of quotes, and how many those are. */
  private readonly quoteRuns: number[] = []
  private quotes = 0
  /** How many runs the line continues whole, and how many containers of the run after them. */
  private matchedRuns = 0
  private matchedOfNext = 0
  /** Whether the innermost is a list item that holds nothing yet: a blank line ends it. */
  private innermostEmpty = false

  /** Of each run of COLONS: how many opened it. */
  private readonly colons: number[] = []
  private openColons = 0
  /** Whether the line is the last of the innermost container that it continues, or of one around it. */
  ended = false

  /** How many are open. */
  depth = 0

  get mayOpenColons(): boolean {
    return this.openColons < mostColons
  }

  get allMatched(): boolean {
    return this.matchedRuns === this.runs
  }

  get inQuote(): boolean {
    return this.quotes > 0
  }

  /** Whether any open container is a list item or footnote. */
  get inItem(): boolean {
    return this.runs > this.quotes
  }

  /** Consumes the markers and the indentation of the containers that the line continues. */
  match(line: LineReader): void {
    const { needs, runs } = this
    this.quoted = false
    this.ended = false
    this.matchedOfNext = 0
    let run = 0
    let quoteRuns = 0
    while (run < runs && !line.blank) {
      if (needs[run] === COLONS && line.isColons(this.colons[run] ?? 0)) {
        this.ended = true
        this.matchedRuns = run
        return
      }
      const matched = this.matchRun(line, run)
      if (matched < (this.counts[run] ?? 0)) {
        this.matchedRuns = run
        this.matchedOfNext = matched
        return
      }
      if (needs[run] === QUOTE) quoteRuns++
      run++
    }
    this.matchedRuns = run
    if (line.blank) this.matchBlank(quoteRuns)
  }

  /** Opens the quotes whose `>` stand at the line's content, consumes them, and gives their number. */
  openQuotes(line: LineReader): number {
    const count = line.consumeQuotes(NOWHERE)
    this.open(QUOTE, count)
    this.innermostEmpty = false
    return count
  }

  /** Opens a list item or footnote that goes on in lines indented by `need` columns. */
  openItem(need: number): void {
    this.open(need, 1)
    this.innermostEmpty = true
  }

  /** Opens what goes on until a line of `count` colons. */
  openUntilColons(count: number): void {
    this.colons[this.runs] = count
    this.open(COLONS, 1)
    this.openColons++
    this.innermostEmpty = false
  }

  /** Notes that the innermost container holds a block now, and says whether that is the first of a list item. */
  fill(): boolean {
    const first = this.innermostEmpty
    this.innermostEmpty = false
    return first
  }

  /** Takes all open containers for continued, without looking at the line. */
  keepAll(): void {
    this.matchedRuns = this.runs
    this.matchedOfNext = 0
    this.quoted = true
  }

  /** Closes the containers that the line does not continue. */
  closeUnmatched(): void {
    const { quoteRuns, matchedRuns, matchedOfNext } = this
    if (this.runs === matchedRuns) return
    const kept = matchedRuns + (matchedOfNext > 0 ? 1 : 0)
    for (let run = matchedRuns; run < this.runs; run++) {
      this.depth -= this.counts[run] ?? 0
      if (this.needs[run] === COLONS) this.openColons--
    }
    this.runs = kept
    if (matchedOfNext > 0) this.counts[matchedRuns] = matchedOfNext
    this.depth += matchedOfNext
    while (this.quotes > 0 && (quoteRuns[this.quotes - 1] ?? 0) >= kept) this.quotes--
    this.matchedRuns = kept
    this.matchedOfNext = 0
    this.innermostEmpty = false
  }

  /** How many containers of a run the line continues, which is not blank before them. */
  private matchRun(line: LineReader, run: number): number {
    const need = this.needs[run] ?? 0
    const count = this.counts[run] ?? 0
    if (need === COLONS) return count
    if (need === QUOTE) {
      const quotes = line.consumeQuotes(count)
      if (quotes > 0) this.quoted = true
      return quotes
    }
    const items = Math.min(count, Math.floor(line.indent / need))
    line.consumeIndent(items * need)
    return items
  }

  private open(need: number, count: number): void {
    this.depth += count
    const last = this.runs - 1
    if (last >= 0 && this.needs[last] === need && need !== COLONS) this.counts[last] = (this.counts[last] ?? 0) + count
    else {
      if (need === QUOTE) this.quoteRuns[this.quotes++] = this.runs
      this.needs[this.runs] = need
      this.counts[this.runs++] = count
    }
    this.matchedRuns = this.runs
  }

  /** A blank line continues items up to the next quote, but no item that is still empty. */
  private matchBlank(quoteRuns: number): void {
    const { runs } = this
    this.matchedRuns = quoteRuns < this.quotes ? (this.quoteRuns[quoteRuns] ?? runs) : runs
    if (this.matchedRuns < runs || !this.innermostEmpty) return
    this.matchedRuns = runs - 1
    this.matchedOfNext = (this.counts[runs - 1] ?? 1) - 1
  }
}
