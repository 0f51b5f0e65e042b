import { mathAccent, mathSymbol } from './math-symbols.ts'

/** Groups nested deeper are read as flat text; no heading needs that. */
const MAX_DEPTH = 20

/** A formula in the text of a heading by the rules of the parser (money is none, `\$` does not close it), or dollars that begin none. */
const FORMULA =
  /\$\$(?!\$)((?:\\[^]|[^$\\]|\$(?!\$))+)\$\$|(?<![A-Za-z0-9])\$(?=[^\s$])((?:\\[^]|[^$\\])+)(?<!\s)\$(?!\d)|\$+/g

/** How superscripts and subscripts are written. */
export interface Raising {
  readonly high: (text: string) => string
  readonly low: (text: string) => string
}

/**
 * A heading's text with its formulas as a reader sees them: `The $\alpha$ rate` as `The α rate`. Superscripts, subscripts and styled
 * letters become plain letters (Unicode's compatibility forms), unless `raising` says otherwise. Undefined when it has no formula.
 */
export function readableHeading(text: string, raising?: Raising): string | undefined {
  const shown = text.replace(FORMULA, (whole, display?: string, tex = display) =>
    tex === undefined ? whole : readableMath(tex, raising),
  )
  return shown === text ? undefined : shown
}

/** TeX as one line of characters, good enough to compare names by. Takes time linear in its length. */
function readableMath(tex: string, raising: Raising | undefined): string {
  return new Reader(tex, raising).rest(0)
}

class Reader {
  private readonly tex: string
  private readonly raising: Raising | undefined
  private at = 0

  constructor(tex: string, raising: Raising | undefined) {
    this.tex = tex
    this.raising = raising
  }

  /** Everything up to the end of the current group. */
  rest(depth: number): string {
    const parts: string[] = []
    while (this.at < this.tex.length && this.tex[this.at] !== '}') parts.push(this.next(depth))
    this.at++
    return parts.join('')
  }

  /** The next atom: a character, a group or a command with its arguments. */
  private next(depth: number): string {
    const char = this.tex[this.at++] ?? ''
    if (char === '{') return depth < MAX_DEPTH ? this.rest(depth + 1) : ''
    if (char === '\\') return this.command(depth)
    if (char === "'") return '′'
    if (this.raising !== undefined && (char === '^' || char === '_'))
      return this.raising[char === '^' ? 'high' : 'low'](this.argument(depth))
    return '^_&~'.includes(char) ? '' : char
  }

  private argument(depth: number): string {
    while (this.tex[this.at] === ' ') this.at++
    return this.at < this.tex.length && depth < MAX_DEPTH ? this.next(depth + 1) : ''
  }

  private command(depth: number): string {
    const name = this.name()
    if (!/^[A-Za-z]/.test(name)) return this.escaped(name)
    if (/^[dtc]?frac$/.test(name)) return `${this.argument(depth)}/${this.argument(depth)}`
    if (name === 'sqrt') return `√${this.argument(depth)}`
    if (name === 'not') return this.argument(depth) + '\u0338'
    const accent = mathAccent(name)
    if (accent !== undefined) return this.argument(depth) + accent
    // A function such as `\log` shows its name; so does, more or less, an unknown command.
    return mathSymbol(name) ?? name
  }

  private name(): string {
    let end = this.at
    while (/[A-Za-z]/.test(this.tex[end] ?? '')) end++
    const name = this.tex.slice(this.at, Math.max(end, this.at + 1))
    this.at += name.length
    return name
  }

  /** `\{` is a brace and `\|` a double bar; `\,` and the like are spaces. */
  private escaped(char: string): string {
    if (char === '|') return '‖'
    return '{}$%&#_'.includes(char) ? char : ''
  }
}
