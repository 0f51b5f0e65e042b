import type { Context } from '../../commands/command.ts'
import { findVault, type VaultChoice } from '../../io/vault/find-vault.ts'
import type { Process } from '../process.ts'

/**
 * The message about the vault that was used. Without `always` there is none for a vault that was named or is marked, as it may be by now.
 */
export function vaultMessages(process: Process, context: Context, always: boolean): readonly string[] {
  const used = context.vaultUsed()
  if (used === undefined) return []
  if (used.by !== 'guess') return always ? [said(used)] : []
  const now = findVault(process, undefined)
  return now.by === 'guess' || always ? [said(now)] : []
}

function said({ root, by, marker }: VaultChoice): string {
  switch (by) {
    case 'marker':
      return `vault: ${root} (marked by ${marker ?? ''})`
    case 'git':
      return `vault: ${root} (the git repository here)`
    case 'guess':
      return `vault: ${root} (a guess: nothing marks a vault here; "wend init" does)`
    case 'flag':
      return `vault: ${root} (named by --vault)`
    case 'environment':
      return `vault: ${root} (named by $WEND_VAULT)`
  }
}
