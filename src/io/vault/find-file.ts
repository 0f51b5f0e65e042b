import { realpathSync } from '../files/file-system.ts'
import { relative, resolve, sep } from 'node:path'
import { fileFacts } from '../files/file-facts.ts'
import { readText } from '../files/read-text.ts'

/** The text of a file named relative to the current folder, with its path in the vault if it is inside; undefined when there is none. */
export function findFile(
  cwd: string,
  path: string,
  vaultRoot: () => string | undefined,
): { readonly text: string; readonly inVault?: string } | undefined {
  const file = resolve(cwd, path)
  if (fileFacts(file)?.isFile() !== true) return undefined
  const text = readText(file)
  const root = vaultRoot()
  const inside = root === undefined ? undefined : pathInside(root, file)
  return inside === undefined ? { text } : { text, inVault: inside }
}

function pathInside(root: string, file: string): string | undefined {
  const real = fileFacts(root) === undefined ? root : realpathSync(root)
  const path = relative(real, realpathSync(file))
  return path === '' || path.startsWith(`..${sep}`) || path === '..' || resolve(path) === path
    ? undefined
    : path.split(sep).join('/')
}
