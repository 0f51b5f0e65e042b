import { join } from 'node:path'
import type { SettingValue } from '../../io/config/setting-values.ts'
import { rootIfAny } from '../arguments/root-if-any.ts'
import type { Context } from '../command.ts'
import { nameInVault } from './config-owner.ts'

/**
 * Every setting with what holds in the vault and who says so; what other tools say of new notes counts where no file of wend's does.
 * Where one stands in no vault it is what your own file says.
 */
export async function allSettings(context: Context): Promise<readonly SettingValue[]> {
  const [{ settingValues }, { toolValues }] = await Promise.all([
    import('../../io/config/setting-values.ts'),
    import('../../io/config/tool-values.ts'),
  ])
  const root = rootIfAny(context)
  return settingValues(
    { user: context.userConfig, ofVault: root === undefined ? undefined : { root, file: join(root, nameInVault) } },
    { env: context.env, tools: root === undefined ? new Map() : await toolValues(root) },
  )
}

/** A place as one reads it best: below the home folder with `~`, in the vault without its folder. */
export function fromHere(context: Context, place: string): string {
  const root = rootIfAny(context)
  const home = context.env['HOME']
  if (root !== undefined && place.startsWith(`${root}/`)) return place.slice(root.length + 1)
  return home !== undefined && home !== '' && place.startsWith(`${home}/`) ? `~/${place.slice(home.length + 1)}` : place
}
