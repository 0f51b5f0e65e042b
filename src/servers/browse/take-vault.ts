import type { Vault } from '../../core/vault/vault.ts'
import type { Outside, Reader } from './outside.ts'

/**
 * Switches to the vault after a change, by the editor, the key R or a watcher: the list, the note on the screen and the search are renewed.
 * Only here does the reader get another vault.
 */
export function takeVault(
  vault: Vault,
  reader: Pick<Reader, 'dispatch'>,
  { searcher }: Pick<Outside, 'searcher'>,
  behind = false,
): void {
  searcher.renew(vault)
  reader.dispatch({ type: 'vault', vault, ...(behind ? { behind } : {}) })
}
