import { join } from 'node:path'
import type { SettingValue } from '../../io/config/setting-values.ts'
import { rootIfAny } from '../arguments/root-if-any.ts'
import type { Context } from '../command.ts'
import { nameInVault } from './config-owner.ts'

/**
 * Every setting with its value in the vault and where that comes from. Another tool's settings for new notes apply when no file of wend's
 * sets them. Outside a vault, only the user's file counts.
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

/** A path in its most readable form: `~` for the home folder, and relative inside the vault. */
export function fromHere(context: Context, place: string): string {
  const root = rootIfAny(context)
  const home = context.env['HOME']
  if (root !== undefined && place.startsWith(`${root}/`)) return place.slice(root.length + 1)
  return home !== undefined && home !== '' && place.startsWith(`${home}/`) ? `~/${place.slice(home.length + 1)}` : place
}
