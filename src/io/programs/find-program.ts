import { delimiter, isAbsolute, join } from 'node:path'
import { accessSync, constants } from '../files/file-system.ts'
import { fileFacts } from '../files/file-facts.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The path of the program that a name would start: an executable file in a folder of `$PATH`; undefined when there is none. Relative
 * folders of `$PATH` are skipped: they depend on the current folder, which may be a stranger's vault.
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
