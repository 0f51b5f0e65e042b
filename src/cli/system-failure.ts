import type { Failure } from '../core/model/failure.ts'
import { errorCode, errorReason } from '../io/files/error-code.ts'

/** The failure for a system error that no command handled; undefined for bugs of the program. */
export function systemFailure(error: unknown): Failure | undefined {
  if (errorCode(error) === undefined || errorField(error, 'syscall') === undefined) return undefined
  if (errorField(error, 'syscall') === 'uv_cwd')
    return {
      kind: 'usage',
      message: 'the current folder is not there any more',
      hint: 'go to another one with cd, and run the command again',
    }
  return { kind: 'io', action: 'use', path: errorField(error, 'path') ?? 'a file', reason: errorReason(error) }
}

function errorField(error: unknown, field: 'path' | 'syscall'): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined
  return typeof value === 'string' ? value : undefined
}
