import type { Undrawn } from '../../core/model/pixels.ts'
import { readVaultFile } from '../vault/vault-file.ts'

/** In bytes; of larger files only the name is shown. */
const largest = 16_000_000

/** The bytes of a picture of the vault, or why there are none: it is missing, too large, or a link out of the vault. */
export function readPicture(root: string, path: string): Buffer | Undrawn {
  try {
    return readVaultFile(root, path, largest) ?? { reason: 'not there' }
  } catch {
    return { reason: `not readable, or larger than ${largest / 1_000_000} MB` }
  }
}
