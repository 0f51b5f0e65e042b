import { FailureError } from '../../core/model/failure.ts'

/** What an error of reading or changing files says, in one line. */
export function errorSentence(error: unknown): string {
  if (error instanceof FailureError) {
    const { failure } = error
    if (failure.kind === 'io') return `cannot ${failure.action} ${failure.path}: ${failure.reason}`
    if (failure.kind === 'refused') return failure.message
  }
  return error instanceof Error ? error.message : String(error)
}
