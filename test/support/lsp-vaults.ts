import { afterAll, expect } from '@jest/globals'
import { rmSync } from 'node:fs'
import type { LspClient } from './lsp-client.ts'
import { makeVault } from './make-vault.ts'

/** What the tests of a file made: folders, which go at its end, and clients, each of which ends well and said nothing on standard error. */
export interface LspVaults {
  readonly made: string[]
  readonly open: LspClient[]
  /** A folder of such files that is marked as a vault. */
  readonly vault: (files: Readonly<Record<string, string>>) => string
}

/** For the tests of one file. */
export function lspVaults(): LspVaults {
  const made: string[] = []
  const open: LspClient[] = []
  afterAll(async () => {
    for (const client of open) {
      expect(await client.stop()).toBe(0)
      expect(client.stderr).toBe('')
    }
    made.forEach((root) => rmSync(root, { recursive: true, force: true }))
  })
  const vault = (files: Readonly<Record<string, string>>): string => {
    const root = makeVault({ '.wend/config.yml': '', ...files })
    made.push(root)
    return root
  }
  return { made, open, vault }
}
