import { FailureError } from '../../core/model/failure.ts'
import type { Context } from '../command.ts'

/** The vault's folder; undefined when none is named and none can be guessed, as in a home folder. */
export function rootIfAny({ vaultChoice }: Pick<Context, 'vaultChoice'>): string | undefined {
  try {
    return vaultChoice().root
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'refused') return undefined
    throw error
  }
}
