import { join } from 'node:path'
import { isNoteFile, toNotePath } from '../../core/model/note-path.ts'
import { listFolder } from '../files/list-folder.ts'
import { fileFacts } from '../files/file-facts.ts'
import * as fs from '../files/file-system.ts'
import { readVaultText } from './vault-file.ts'
import { isRefused, realVaultPath } from './vault-path.ts'

/** A template as it was found. */
export interface Template {
  /** Relative to the vault's root. */
  readonly path: string
  readonly text: string
}

/** The template of a name, or of a path from the root, in the first folder that has it; never outside the vault. Undefined when there is none. */
export function findTemplate(root: string, name: string, folders: readonly string[]): Template | undefined {
  const names = isNoteFile(name) || /\.\w+$/.test(name) ? [name] : [`${name}.md`, name]
  for (const path of [...folders.flatMap((folder) => names.map((one) => `${folder}/${one}`)), ...names]) {
    const inside = toNotePath(path)
    const isFile = inside !== undefined && fileFacts(join(root, inside))?.isFile() === true
    const text = isFile ? readVaultText(root, inside) : undefined
    if (inside !== undefined && text !== undefined) return { path: inside, text }
  }
  return undefined
}

/** The names of the templates in some folders, for messages and completion. */
export function templateNames(root: string, folders: readonly string[]): readonly string[] {
  const names = folders.flatMap((folder) => {
    const inside = toNotePath(folder)
    const isFolder = inside !== undefined && fileFacts(join(root, inside))?.isDirectory() === true
    return isFolder && !isRefused(() => realVaultPath(fs, root, inside, 'read')) ? listFolder(root, inside).files : []
  })
  return [
    ...new Set(names.filter(isNoteFile).map((path) => path.replace(/^.*\//, '').replace(/\.(?:md|markdown)$/i, ''))),
  ]
}
