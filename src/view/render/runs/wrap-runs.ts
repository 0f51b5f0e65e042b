import { displayWidth, isNarrowText } from '../../display-width.ts'
import { cutText } from '../../wrap-text.ts'
import { wideCharacters, widePiece } from '../../wrap-wide.ts'
import { type Line, type Run, softBreak } from './run.ts'

/** A stretch that is not broken unless it is wider than the line; `space` is the blank before it. */
interface Word {
  readonly runs: Run[]
  width: number
  readonly space: Run | undefined
  /** A soft hyphen ends it: where the line ends there, a hyphen is printed. */
  hyphen?: Run
}

/** Breaks runs into lines of at most `width` columns at spaces, between wide characters, and inside words that are too long. */
export function wrapRuns(runs: readonly Run[], width: number): readonly Line[] {
  const page = new Filler(Math.max(1, width))
  const words = new Words(page)
  for (const source of runs) words.read(source)
  words.flush()
  return page.lines()
}

const anyPiece = new RegExp(
  `\\n|\u00ad|\u200b|[ \\t\\u2028]+|${widePiece}|[^ \\t\\n\\u00ad\\u200b\\u2028${wideCharacters}]+`,
  'g',
)
const narrowPiece = /\n|\u00ad|\u200b|[ \t\u2028]+|[^ \t\n\u00ad\u200b\u2028]+/g
const softHyphen = '\u00ad'
const zeroWidthSpace = '\u200b'
const endsWide = new RegExp(`[${wideCharacters}]$`)
const anyWide = new RegExp(`[${wideCharacters}]`)

/** A space where no line ends, of a formula or of what is read as one. */
export const heldSpace = '\u00a0'

/** A formula on one line whose brackets are not broken while they fit a line: only its outermost relations and operators are. */
function withBracketsWhole(formula: string, width: number): string {
  let depth = 0
  const held = Array.from(formula, (character) => {
    if ('([{⟨⌊⌈'.includes(character)) depth++
    else if (')]}⟩⌋⌉'.includes(character)) depth = Math.max(0, depth - 1)
    return character === ' ' && depth > 0 ? heldSpace : character
  }).join('')
  return held.replace(/[^ ]+/g, (word) => (displayWidth(word) > width ? word.replaceAll(heldSpace, ' ') : word))
}

/** Splits runs into words and hands them over as they end; a word may go over several runs. */
class Words {
  readonly #page: Filler
  #space: Run | undefined
  #word: Word | undefined
  /** The piece before, and whether the blank after it is none before a wide character. */
  #last = ''
  #mayJoin = false

  constructor(page: Filler) {
    this.#page = page
  }

  read(source: Run): void {
    const hasWide = anyWide.test(source.text)
    const whole = source.styles.includes('math') ? withBracketsWhole(source.text, this.#page.width) : source.text
    for (const text of whole.match(hasWide ? anyPiece : narrowPiece) ?? []) {
      const first = text[0] ?? ''
      if (first === '\n') this.#break()
      else if (first === softHyphen) this.#hyphenate(source)
      else if (first === zeroWidthSpace) this.flush()
      else if (first === ' ' || first === '\t' || first === softBreak) this.#blank(source, text)
      else this.#piece(source, text, hasWide && anyWide.test(first))
    }
  }

  /** Hands over the word that the runs ended with. */
  flush(): void {
    if (this.#word !== undefined) this.#page.add(this.#word)
    this.#word = undefined
  }

  #break(): void {
    this.flush()
    this.#page.end()
    this.#space = undefined
  }

  /** A line break of the source is a blank, but between characters of Chinese and Japanese, which have none. */
  #blank(source: Run, text: string): void {
    this.flush()
    this.#space = { ...source, text: ' ' }
    this.#mayJoin = text === softBreak && endsWide.test(this.#last)
  }

  #hyphenate(source: Run): void {
    if (this.#word === undefined) return
    this.#word.hyphen = { ...source, text: '-' }
    this.flush()
  }

  #piece(source: Run, text: string, alone: boolean): void {
    if (alone && this.#mayJoin) this.#space = undefined
    this.#mayJoin = false
    this.#last = text
    if (alone) this.flush()
    const word = (this.#word ??= { runs: [], width: 0, space: this.#space })
    this.#space = undefined
    const shown = text.replaceAll(heldSpace, ' ')
    word.runs.push(shown === source.text ? source : { ...source, text: shown })
    word.width += displayWidth(text)
    if (alone) this.flush()
  }
}

/** Fills lines word by word. */
class Filler {
  readonly width: number
  readonly #lines: Line[] = []
  #line: Run[] = []
  #taken = 0
  /** The hyphen of the word before, printed where the line ends after it. */
  #hyphen: Run | undefined

  constructor(width: number) {
    this.width = width
  }

  add({ runs, width, space, hyphen }: Word): void {
    const gap = space === undefined || this.#taken === 0 ? 0 : 1
    const room = this.#taken + gap + width + (hyphen === undefined ? 0 : 1)
    if (this.#taken > 0 && room > this.width) {
      if (space === undefined && this.#hyphen !== undefined) this.#append(this.#hyphen, 1)
      this.end()
    }
    if (gap === 1 && space !== undefined && this.#taken > 0) this.#append(space, 1)
    if (width <= this.width) for (const piece of runs) this.#append(piece, displayWidth(piece.text))
    else this.#cut(runs)
    this.#hyphen = hyphen
  }

  end(): void {
    this.#lines.push(this.#line)
    this.#line = []
    this.#taken = 0
  }

  lines(): readonly Line[] {
    if (this.#line.length > 0) this.end()
    return this.#lines
  }

  #append(piece: Run, width: number): void {
    this.#taken += width
    const last = this.#line.at(-1)
    if (last !== undefined && last.styles === piece.styles && last.link === piece.link)
      this.#line[this.#line.length - 1] = { ...last, text: last.text + piece.text }
    else this.#line.push(piece)
  }

  #cut(runs: readonly Run[]): void {
    for (const piece of runs) {
      for (const text of cutAtMarks(piece.text, this.width, this.width - this.#taken)) {
        const width = displayWidth(text)
        if (this.#taken > 0 && this.#taken + width > this.width) this.end()
        this.#append({ ...piece, text }, width)
      }
    }
  }
}

/** Cuts a word that is too long as `cutText` does, but after a mark that parts it, such as the slashes of an address, where one is near the end of a line. */
function cutAtMarks(word: string, width: number, room: number): readonly string[] {
  if (!isNarrowText(word)) return cutText(word, width, { room })
  const pieces: string[] = []
  let rest = word
  for (let left = room; rest.length > left; left = width) {
    const near = rest.slice(0, Math.max(0, left))
    const mark = Math.max(...Array.from('/?&=#._-', (sign) => near.lastIndexOf(sign))) + 1
    const end = mark > left * 0.6 ? mark : near.length
    if (end > 0) pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...pieces, rest]
}
