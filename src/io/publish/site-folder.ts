import { isAbsolute, join, relative, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { realPathOf } from '../files/file-facts.ts'
import * as fs from '../files/file-system.ts'
import { realVaultPath } from '../vault/vault-path.ts'

/**
 * Refuses a site folder to which a link in the vault leads (not a path that the person gave): into git's or wend's own folders, or outside
 * to a folder with files of others. An empty folder or an earlier site may be the person's own.
 */
export function requireSiteFolder(root: string, folder: string): void {
  const way = relative(root, folder)
  if (isAbsolute(way) || way.split(sep)[0] === '..') return
  const real = realPathOf(folder)
  if (real === undefined || real.startsWith(join(fs.realpathSync(root), sep))) {
    realVaultPath(fs, root, way, 'change')
    return
  }
  const names = fs.readdirSync(real)
  if (!real.split(sep).includes('.git') && (names.length === 0 || fs.existsSync(join(real, 'wend/manifest.json'))))
    return
  fail({
    kind: 'refused',
    message: `${way} is a symbolic link that leads out of the vault, to ${real}, which holds files of others`,
    hint: 'name that folder itself if the site is to stand there',
  })
}
