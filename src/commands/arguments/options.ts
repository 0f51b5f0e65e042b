import { fail } from '../../core/model/failure.ts'

/** The options of one command line by name, read with the type that the command expects. */
export class Options {
  readonly #values: Readonly<Record<string, unknown>>

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values
  }

  /** Whether a switch was given. */
  flag(name: string): boolean {
    return this.#values[name] === true
  }

  /** Whether the output is asked for in a form that programs read: then nobody is there to be asked. */
  asksForData(): boolean {
    return this.flag('json') || this.flag('null') || this.text('format') !== undefined
  }

  /** Whether an option was switched off by its `--no-` form. */
  isOff(name: string): boolean {
    return this.#values[name] === false
  }

  /** A text value, if given. */
  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  /** All values of an option that may be given several times. */
  texts(name: string): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value)
      ? value.filter((item) => typeof item === 'string')
      : typeof value === 'string'
        ? [value]
        : []
  }

  /** A whole number of at least `least`; otherwise fails with a usage message. A number above the safe integers means no limit. */
  count(name: string, least = 0): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (!/^\d+$/.test(value) || Number(value) < least)
      fail({ kind: 'usage', message: `--${kebabCase(name)} needs a whole number of at least ${least}, not "${value}"` })
    return Math.min(Number(value), Number.MAX_SAFE_INTEGER)
  }
}

/** The name of an option as it is typed: `dryRun` is `dry-run`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
