import { lstatSync } from '../files/file-system.ts'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { checksum } from './checksum.ts'

/**
 * Where the cache of a vault lies: in the user's cache folder under a name made of the vault's and the build's, so that two
 * versions of the program do not rebuild it in turns, or in the vault itself; undefined when it is off.
 */
export function indexFile(
  root: string,
  { where, build }: { readonly where: 'user' | 'vault' | 'off'; readonly build: string },
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (where === 'vault') return leadsAway(root) ? undefined : join(root, '.wend', 'cache', 'index')
  const folder = where === 'user' ? cacheFolder(env, process.platform) : undefined
  return folder && join(folder, `index-${shortName(root)}.${build.slice(0, 8)}`)
}

/** A vault may come from a stranger: what it names as its cache may be a link to a folder of the user's, where nothing is written. */
function leadsAway(root: string): boolean {
  return ['.wend', join('.wend', 'cache')].some((folder) => isLink(join(root, folder)))
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch {
    return true
  }
}

/** A name for a folder that other folders hardly share; what is cached says in full what it belongs to. */
export function shortName(folder: string): string {
  const last = folder.replace(/^.*[\\/]/, '').replace(/[^A-Za-z0-9]+/g, '-')
  return `${last.slice(0, 30)}-${checksum(Buffer.from(folder)).toString(16).padStart(8, '0')}`
}
