import { join } from 'node:path'
import { foldName } from '../../core/vault/fold.ts'
import * as fs from '../files/file-system.ts'

/**
 * Finds the file or folder of a vault that macOS and Windows would take a path for: one whose name differs only in case or Unicode form.
 * Undefined when there is none, or the path itself exists. Each folder is read once, and none through a symbolic link.
 */
export function nameTwins(root: string): (path: string) => string | undefined {
  const known = new Map<string, readonly fs.Dirent[]>()
  const entriesOf = (folder: string): readonly fs.Dirent[] => {
    const entries = known.get(folder) ?? readEntries(join(root, folder))
    known.set(folder, entries)
    return entries
  }
  return (path) => {
    let folder = ''
    for (const name of path.split('/')) {
      const entries = entriesOf(folder)
      const entry = entries.find((one) => one.name === name)
      if (entry === undefined) {
        const twin = entries.find((one) => foldName(one.name) === foldName(name))
        return twin && `${folder}${twin.name}`
      }
      if (!entry.isDirectory()) return undefined
      folder += `${name}/`
    }
    return undefined
  }
}

function readEntries(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
