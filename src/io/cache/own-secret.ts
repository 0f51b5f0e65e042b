import { mkdirSync, writeFileSync } from '../files/file-system.ts'
import { dirname } from 'node:path'
import { readPlainFile } from '../files/file-system.ts'

/**
 * What only this user's caches hold, 32 hexadecimal digits: a cache in a vault that does not name it came with the vault, from a
 * stranger, and counts for nothing. Made at the first call; undefined where it can be neither read nor written.
 */
export function ownSecret(file: string): string | undefined {
  return readSecret(file) ?? makeSecret(file)
}

function readSecret(file: string): string | undefined {
  try {
    const text = readPlainFile(file).toString('latin1')
    return /^[0-9a-f]{32}$/.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

function makeSecret(file: string): string | undefined {
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex')
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
    return secret
  } catch {
    // Another process may have made it just now.
    return readSecret(file)
  }
}
