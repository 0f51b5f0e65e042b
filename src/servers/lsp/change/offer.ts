import type { CodeActionKind } from 'vscode-languageserver/node'
import type { Problem } from '../../../core/checks/check-vault.ts'
import type { ChangeSet } from '../../../core/model/change.ts'

/** An action offered at a place, with its change. */
export interface Offer {
  readonly title: string
  readonly kind: CodeActionKind
  readonly changes: ChangeSet
  readonly problem?: Problem
  readonly isPreferred?: boolean
}
