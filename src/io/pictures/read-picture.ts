import type { Undrawn } from '../../core/model/pixels.ts'
import { readVaultFile } from '../vault/vault-file.ts'

/** Larger files are named instead, in bytes. */
const largest = 16_000_000

/** The bytes of a picture of the vault; else why there are none: it is not there, too large, or a link out of the vault. */
export function readPicture(root: string, path: string): Buffer | Undrawn {
  try {
    return readVaultFile(root, path, largest) ?? { reason: 'not there' }
  } catch {
    return { reason: `not readable, or larger than ${largest / 1_000_000} MB` }
  }
}
