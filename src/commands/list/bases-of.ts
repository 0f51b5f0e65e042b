import type { Vault } from '../../core/vault/vault.ts'

/** The files of Obsidian's bases in a vault, by path. */
export function basesOf({ attachments }: Pick<Vault, 'attachments'>): readonly string[] {
  return attachments.map(({ path }): string => path).filter((path) => /\.base$/i.test(path))
}
