import type { Vault } from '../../core/vault/vault.ts'
import type { Outside, Reader } from './outside.ts'

/**
 * Takes in the vault after something changed it, be it the editor, the key R or, behind the reader, a watcher: the list, the
 * note on the screen and what is searched are made anew. The one place where the reader comes to another vault.
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
