import { isAbsolute, join, relative, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { realPathOf } from '../files/file-facts.ts'
import * as fs from '../files/file-system.ts'
import { realVaultPath } from '../vault/vault-path.ts'

/**
 * Refuses a folder for a site to which a link of the vault leads, and not the person: into what is git's or wend's own, or outside to
 * where others have files. One that leads to an empty folder or to a site of wend may be the person's own.
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
