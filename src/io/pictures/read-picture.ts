import { readVaultFile } from '../files/vault-file.ts'

/** Larger pictures would keep the terminal busy; they are named instead. In bytes. */
const largest = 4_000_000

/** The bytes of a picture of the vault; undefined when it is not there, too large, or a link out of the vault. */
export function readPicture(root: string, path: string): Buffer | undefined {
  try {
    return readVaultFile(root, path, largest)
  } catch {
    return undefined
  }
}
