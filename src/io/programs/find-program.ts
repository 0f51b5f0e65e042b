import { delimiter, isAbsolute, join } from 'node:path'
import { accessSync, constants } from '../files/file-system.ts'
import { fileFacts } from '../files/file-facts.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where a program is that would be started by this name: a file that may be run in a folder of `$PATH`; undefined where there is none.
 * Folders of `$PATH` that are relative are left out: what they name depends on where one stands, which may be a stranger's vault.
 */
export function findProgram(name: string, env: Environment): string | undefined {
  if (name === '') return undefined
  if (/[\\/]/.test(name)) return isProgram(name) ? name : undefined
  const endings = env['OS'] === 'Windows_NT' ? ['.exe', '.cmd', '.bat', ''] : ['']
  return (env['PATH'] ?? env['Path'] ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find(isProgram)
}

function isProgram(file: string): boolean {
  if (fileFacts(file)?.isFile() !== true) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
