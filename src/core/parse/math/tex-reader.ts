/** Reads TeX source from a place on: commands, arguments in braces or brackets, environments. Never throws; never moves back. */
export class TexReader {
  readonly source: string
  at = 0

  constructor(source: string) {
    this.source = source
  }

  get done(): boolean {
    return this.at >= this.source.length
  }

  /** The text between two offsets. */
  slice(start: number, end = this.at): string {
    return this.source.slice(start, end)
  }

  skipSpace(): void {
    while (/\s/.test(this.source[this.at] ?? '')) this.at++
  }

  /** Passes spaces, and says whether this character stands behind them. */
  isAt(character: string): boolean {
    this.skipSpace()
    return this.source[this.at] === character
  }

  /** Passes what stands here if it is `text`, and says whether it did. */
  take(text: string): boolean {
    const stands = this.source.startsWith(text, this.at)
    if (stands) this.at += text.length
    return stands
  }

  /** The name of the command that starts here, without its backslash (`frac`, `\\`, `{`); undefined when none does. */
  command(): string | undefined {
    if (this.source[this.at] !== '\\') return undefined
    const name = /\\([A-Za-z@]+|[^]?)/y
    name.lastIndex = this.at
    const found = name.exec(this.source)?.[1] ?? ''
    this.at += found.length + 1
    return found
  }

  /** An argument: what a pair of braces holds, or one token; undefined at the end, before a `}` and when no brace closes. */
  argument(): string | undefined {
    const start = this.at
    this.skipSpace()
    const first = this.source[this.at]
    if (first === '{') return this.#enclosed('}', start)
    if (first === undefined || first === '}' || first === '&') {
      this.at = start
      return undefined
    }
    const from = this.at
    if (this.command() === undefined) this.at += first.length
    return this.slice(from)
  }

  /** What a pair of brackets holds, braces inside them balanced; undefined when none stands here. */
  optional(): string | undefined {
    const start = this.at
    this.skipSpace()
    if (this.source[this.at] === '[') return this.#enclosed(']', start)
    this.at = start
    return undefined
  }

  /** What stands before the next `close` outside braces; a `[` inside brackets opens nothing, as in LaTeX. */
  #enclosed(close: string, start: number): string | undefined {
    const from = this.at + 1
    let depth = 0
    for (let index = from; index < this.source.length; index++) {
      const character = this.source[index]
      if (character === '\\') index++
      else if (character === close && depth === 0) {
        this.at = index + 1
        return this.slice(from, index)
      } else if (character === '{') depth++
      else if (character === '}') depth--
    }
    this.at = start
    return undefined
  }

  /** The body of the environment whose `\begin{name}` was just read, up to its own `\end`; undefined when it has none. */
  environment(name: string): string | undefined {
    const [begin, end] = [`\\begin{${name}}`, `\\end{${name}}`]
    let depth = 1
    let from = this.at
    for (;;) {
      const close = this.source.indexOf(end, from)
      if (close < 0) return undefined
      const open = this.source.indexOf(begin, from)
      if (open >= 0 && open < close) {
        depth++
        from = open + begin.length
      } else {
        depth--
        from = close + end.length
        if (depth > 0) continue
        const body = this.slice(this.at, close)
        this.at = from
        return body
      }
    }
  }
}
