import type { Vault } from '../../vault/vault.ts'
import type { BaseDate, BasePattern } from './base-value.ts'

/** Runs patterns, which may come from a stranger, so that one that never ends is stopped: then the answer is undefined. */
export interface PatternRunner {
  readonly matches: (pattern: BasePattern, text: string) => boolean | undefined
  readonly replace: (pattern: BasePattern, text: string, by: string) => string | undefined
  readonly split: (pattern: BasePattern, text: string) => readonly string[] | undefined
}

/** What the expressions of a base are asked about. */
export interface BaseWorld {
  readonly vault: Vault
  /** The path of the base, which is `this`. */
  readonly path: string
  /** The time it is, by the clock on the wall. */
  readonly now: BaseDate
  /** A time in milliseconds since 1970 by the clock on the wall. */
  readonly wallClock: (ms: number) => BaseDate
  /** Writes a date by a pattern such as `YYYY-MM-DD`. */
  readonly format: (date: BaseDate, pattern: string) => string
  readonly random: () => number
  readonly patterns: PatternRunner
}
