import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** The folder for the user's caches: `$XDG_CACHE_HOME/wend`, else the custom of the system; undefined when there is no home. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string | undefined {
  const given = env['XDG_CACHE_HOME'] ?? ''
  if (isAbsolute(given)) return join(given, 'wend')
  if (platform === 'win32' && env['LOCALAPPDATA'] !== undefined) return join(env['LOCALAPPDATA'], 'wend', 'cache')
  const home = homeFolder()
  if (home === undefined) return undefined
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'wend') : join(home, '.cache', 'wend')
}

function homeFolder(): string | undefined {
  try {
    const home = homedir()
    return isAbsolute(home) ? home : undefined
  } catch {
    return undefined
  }
}
