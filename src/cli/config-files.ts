import { homedir } from 'node:os'
import { join } from 'node:path'

/** The user's configuration file: `$XDG_CONFIG_HOME/wend/config.yml`, `~/.config` where that is unset. */
export function userConfigFile(env: NodeJS.ProcessEnv): string {
  const base = env['XDG_CONFIG_HOME'] ?? ''
  return join(base.startsWith('/') ? base : join(env['HOME'] || homedir(), '.config'), 'wend', 'config.yml')
}

/** The configuration file of a vault. */
export function vaultConfigFile(root: string): string {
  return join(root, '.wend', 'config.yml')
}
