import type { CodeActionKind } from 'vscode-languageserver/node'
import type { Problem } from '../../../core/checks/check-vault.ts'
import type { ChangeSet } from '../../../core/model/change.ts'

/** A thing that can be done at a place, with the change it is. */
export interface Offer {
  readonly title: string
  readonly kind: CodeActionKind
  readonly changes: ChangeSet
  readonly problem?: Problem
  readonly isPreferred?: boolean
}
