import { join } from 'node:path'
import type { SettingValue } from '../../io/config/setting-values.ts'
import type { Context } from '../command.ts'
import { nameInVault } from './config-owner.ts'

/** Every setting with what holds in the vault and who says so; what other tools say of new notes counts where no file of wend's does. */
export async function allSettings(context: Context): Promise<readonly SettingValue[]> {
  const [{ settingValues }, { toolValues }] = await Promise.all([
    import('../../io/config/setting-values.ts'),
    import('../../io/config/tool-values.ts'),
  ])
  const { root } = context.vaultChoice()
  return settingValues(
    { root, vault: join(root, nameInVault), user: context.userConfig },
    { env: context.env, tools: await toolValues(root) },
  )
}

/** A place as one reads it best: below the home folder with `~`, in the vault without its folder. */
export function fromHere(context: Context, place: string): string {
  const { root } = context.vaultChoice()
  const home = context.env['HOME']
  if (place.startsWith(`${root}/`)) return place.slice(root.length + 1)
  return home !== undefined && home !== '' && place.startsWith(`${home}/`) ? `~/${place.slice(home.length + 1)}` : place
}
