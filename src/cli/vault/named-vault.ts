import type { GlobalOptions } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import { fileExists } from '../../io/files/file-exists.ts'
import { userConfigFile } from '../config-files.ts'
import type { Process } from '../process.ts'

/**
 * The options with a vault name from the user's configuration (`-C work`, `WEND_VAULT=work`) replaced by its folder; an existing folder of
 * that name comes first.
 */
export async function withNamedVault(process: Process, options: GlobalOptions): Promise<GlobalOptions> {
  const name = options.vault ?? process.env['WEND_VAULT'] ?? ''
  if (!/^[^\s/\\.~][^/\\]*$/.test(name) || fileExists(process.cwd(), name)) return options
  const { readVaultNames, vaultNameLine } = await import('../../io/config/user-names.ts')
  const file = userConfigFile(process.env)
  const vaults = readVaultNames(file, process.env['HOME'])
  const folder = vaults.get(name)
  if (folder !== undefined) {
    const { fileFacts } = await import('../../io/files/file-facts.ts')
    const isThere = fileFacts(folder)?.isDirectory() === true
    const named = isThere ? {} : { vaultNamed: { name, at: `${file}:${vaultNameLine(file, name)}` } }
    return { ...options, vault: folder, ...named }
  }
  const known = [...vaults.keys()]
  if (known.length === 0) return options
  const [near] = (await import('../../core/query/names/nearest-names.ts')).nearestNames(name, known)
  return fail({
    kind: 'usage',
    message: `no folder and no vault is named "${name}"`,
    hint: near === undefined ? `vaults: ${known.join(', ')}; wend vaults lists them` : `did you mean "${near}"?`,
  })
}
