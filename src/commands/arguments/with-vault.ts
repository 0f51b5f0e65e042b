import type { Vault } from '../../core/vault/vault.ts'
import type { Context } from '../command.ts'

/** The same context with a later state of the vault. */
export function withVault(context: Context, vault: Vault): Context {
  return {
    ...context,
    vault: () => Promise.resolve(vault),
    searchIndex: (of = vault, anew = false) => context.searchIndex(of, anew),
    contexts: (links, of = vault) => context.contexts(links, of),
    answer: ({ make }) => make(),
  }
}
