import { join } from 'node:path'
import type { Config } from '../../core/model/config.ts'
import { FailureError } from '../../core/model/failure.ts'
import type { SettingRead } from '../../io/config/config-file.ts'
import { failureMessage } from '../../view/failure-message.ts'
import type { WrongLook } from '../../view/themes.ts'
import type { Context } from '../command.ts'

/** Which configuration file is meant. */
export type ConfigOwner = 'user' | 'vault'

/** The name of a vault's configuration file, from its root. */
export const nameInVault = '.wend/config.yml'

/** Where a configuration file is, whether there is one or not. */
export function configFile(context: Context, owner: ConfigOwner): string {
  return owner === 'user' ? context.userConfig : join(context.vaultChoice().root, nameInVault)
}

/** The command that opens a configuration file. */
export function editLine(owner: ConfigOwner): string {
  return owner === 'user' ? 'wend config edit' : 'wend config edit --in-vault'
}

/** The text of a configuration file; undefined when there is none. */
export async function configTextOf(context: Context, owner: ConfigOwner): Promise<string | undefined> {
  const { readUserText, readVaultConfigText } = await import('../../io/config/config-file.ts')
  const file = configFile(context, owner)
  return owner === 'user' ? readUserText(file) : readVaultConfigText(context.vaultChoice().root, file)
}

/** Writes a configuration file as a whole. */
export async function saveConfig(context: Context, owner: ConfigOwner, text: string): Promise<void> {
  const [{ saveFile }, { realVaultPath }, fs] = await Promise.all([
    import('../../io/files/save-file.ts'),
    import('../../io/vault/vault-path.ts'),
    import('../../io/files/file-system.ts'),
  ])
  const named = configFile(context, owner)
  saveFile(owner === 'user' ? named : realVaultPath(fs, context.vaultChoice().root, nameInVault, 'keep'), text, true)
}

/** What is wrong with the text of a configuration file, as a message; undefined when it can be read. */
export async function problemOf(text: string, file: string, owner: ConfigOwner): Promise<string | undefined> {
  const { readSettings } = await import('../../io/config/config-file.ts')
  try {
    const wrong = await wrongLook(readSettings(text, file, owner))
    return wrong && `${wrong.message}; ${wrong.hint}`
  } catch (error) {
    return failureWords(error)
  }
}

/** An expected failure on one line. */
export function failureWords(error: unknown): string {
  if (!(error instanceof FailureError)) throw error
  return failureMessage(error.failure).lines.join('; ')
}

/** An invalid theme or colour among some settings, with which nothing could be shown on a terminal. */
export async function wrongLook(settings: readonly SettingRead[]): Promise<WrongLook | undefined> {
  const { colorsProblem, themeProblem } = await import('../../view/themes.ts')
  const { theme = 'auto', themeColors = {} }: Partial<Config> = Object.assign({}, ...settings.map(({ part }) => part))
  return themeProblem(theme) ?? colorsProblem(themeColors)
}
