import type { Vault } from '../../vault/vault.ts'
import type { BaseDate, BasePattern } from './base-value.ts'

/** Runs patterns, which may come from a stranger, with a time limit; undefined when it ran out. */
export interface PatternRunner {
  readonly matches: (pattern: BasePattern, text: string) => boolean | undefined
  readonly replace: (pattern: BasePattern, text: string, by: string) => string | undefined
  readonly split: (pattern: BasePattern, text: string) => readonly string[] | undefined
}

/** What expressions of a base are evaluated against. */
export interface BaseWorld {
  readonly vault: Vault
  /** The path of the base, which is `this`. */
  readonly path: string
  /** The present time, in local time. */
  readonly now: BaseDate
  /** A time in milliseconds since 1970, as local time. */
  readonly wallClock: (ms: number) => BaseDate
  /** A date written by a pattern such as `YYYY-MM-DD`. */
  readonly format: (date: BaseDate, pattern: string) => string
  readonly random: () => number
  readonly patterns: PatternRunner
}
