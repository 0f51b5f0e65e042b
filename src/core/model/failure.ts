import type { Position } from './span.ts'

/** An expected failure; one place turns it into a message and an exit code. */
export type Failure =
  /** `lines` are shown as they are, between message and hint: the input and a mark below the place. */
  | { readonly kind: 'usage'; readonly message: string; readonly lines?: readonly string[]; readonly hint?: string }
  | {
      readonly kind: 'vault-missing'
      readonly path: string
      readonly reason: 'absent' | 'not-a-folder' | 'unreadable'
      /** Where the configuration names it, and how. */
      readonly named?: { readonly name: string; readonly at: string }
    }
  | { readonly kind: 'note-not-found'; readonly query: string; readonly suggestions: readonly string[] }
  | {
      readonly kind: 'note-ambiguous'
      readonly query: string
      readonly candidates: readonly { readonly path: string; readonly title: string }[]
    }
  | {
      readonly kind: 'bad-config'
      readonly file: string
      readonly position?: Position
      readonly reason: string
      readonly suggestions: readonly string[]
    }
  | { readonly kind: 'io'; readonly path: string; readonly action: string; readonly reason: string }
  | { readonly kind: 'refused'; readonly message: string; readonly hint?: string }

/** Carries a Failure to the place that reports it. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.kind)
    this.failure = failure
  }
}

/** Ends the current command with a failure. */
export function fail(failure: Failure): never {
  throw new FailureError(failure)
}
