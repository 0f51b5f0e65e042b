import { FailureError } from '../../core/model/failure.ts'
import type { Context } from '../command.ts'

/** The vault's folder; undefined where none is named and the current folder is none, such as a home. */
export function rootIfAny({ vaultChoice }: Pick<Context, 'vaultChoice'>): string | undefined {
  try {
    return vaultChoice().root
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'refused') return undefined
    throw error
  }
}
