import { basename, dirname, join, resolve } from 'node:path'
import { existsSync } from '../files/file-system.ts'

/** The path of a folder relative to the git repository around it, with `/`; empty for the repository itself, undefined outside one. */
export function wayFromRepository(folder: string): string | undefined {
  let way = ''
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return way
    if (dirname(at) === at) return undefined
    way = way === '' ? basename(at) : `${basename(at)}/${way}`
  }
}
