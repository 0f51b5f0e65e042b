/** Where a part of growing bytes begins, and the most it holds; bytes that were not written take no room. */
const smallest = 1 << 14
const largest = 1 << 20

/** Up to so many characters are written sooner one by one. */
const short = 24

/** Text that stands in JSON as it is. */
const plain = /^[ !#-[\]-~]*$/

const quote = 34
const backslash = 92
const zero = 48

/** JSON in ASCII that grows, as bytes at once: text put together of pieces would take several times the time and room. */
export class AsciiBytes {
  readonly #parts: Buffer[] = []
  #part = Buffer.alloc(0)
  #used = 0
  #before = 0

  /** How many bytes there are. */
  get size(): number {
    return this.#before + this.#used
  }

  /** The bytes in parts. */
  parts(): readonly Buffer[] {
    return [...this.#parts, this.#part.subarray(0, this.#used)]
  }

  /** All as text. */
  toString(): string {
    return this.parts()
      .map((part) => part.toString('latin1'))
      .join('')
  }

  /** Adds one character. */
  byte(code: number): void {
    this.#room(1)
    this.#part[this.#used++] = code
  }

  /** Adds ASCII as it is. */
  text(ascii: string): void {
    const { length } = ascii
    this.#room(length)
    if (length > short) this.#used += this.#part.write(ascii, this.#used, 'latin1')
    else for (let i = 0; i < length; i++) this.#part[this.#used++] = ascii.charCodeAt(i)
  }

  /** Adds a finite number. */
  number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 999_999_999) return this.text(String(value))
    this.#room(10)
    let digits = 1
    for (let power = 10; power <= value; power *= 10) digits++
    this.#used += digits
    const part = this.#part
    let at = this.#used
    let rest = value
    do {
      const tenth = (rest / 10) | 0
      part[--at] = zero + rest - tenth * 10
      rest = tenth
    } while (rest > 0)
  }

  /** Adds a string in quotes; what JSON or ASCII does not hold as it is, escaped. */
  string(value: string): void {
    const { length } = value
    this.#room(6 * length + 2)
    const part = this.#part
    let at = this.#used
    part[at++] = quote
    if (length > short && plain.test(value)) {
      at += part.write(value, at, 'latin1')
      part[at++] = quote
      this.#used = at
      return
    }
    for (let i = 0; i < length; i++) {
      const code = value.charCodeAt(i)
      if (code >= 32 && code < 127 && code !== quote && code !== backslash) part[at++] = code
      else at = escape(part, at, code)
    }
    part[at++] = quote
    this.#used = at
  }

  /** Makes room for so many bytes in one piece. */
  #room(bytes: number): void {
    if (this.#used + bytes > this.#part.length) this.#begin(bytes)
  }

  #begin(least: number): void {
    if (this.#used > 0) this.#parts.push(this.#part.subarray(0, this.#used))
    this.#before += this.#used
    this.#part = Buffer.allocUnsafeSlow(Math.max(least, Math.min(largest, Math.max(smallest, this.#before))))
    this.#used = 0
  }
}

/** Writes `\"`, `\\` or `\uXXXX`; gives the place after it. */
function escape(bytes: Buffer, start: number, code: number): number {
  let at = start
  bytes[at++] = backslash
  if (code === quote || code === backslash) {
    bytes[at++] = code
    return at
  }
  bytes[at++] = 117
  for (let shift = 12; shift >= 0; shift -= 4) {
    const digit = (code >> shift) & 15
    bytes[at++] = digit < 10 ? zero + digit : 87 + digit
  }
  return at
}
