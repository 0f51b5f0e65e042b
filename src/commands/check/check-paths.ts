import { relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Context } from '../command.ts'

/** Whether a file is under one of the paths of a command line, which are relative to the current folder or to the vault; fails for a path that names nothing. */
export async function readPaths(context: Context, args: readonly string[]): Promise<(path: string) => boolean> {
  if (args.length === 0) return () => true
  const vault = await context.vault()
  const root = context.vaultChoice().root
  const wanted = args.map((arg) => findPath(vault, root, context.cwd, arg))
  return (path) => wanted.some((one) => one === '' || path === one || path.startsWith(`${one}/`))
}

function findPath(vault: Vault, root: string, cwd: string, arg: string): string {
  if (arg.trim() === '')
    fail({ kind: 'usage', message: 'the path to check is empty', hint: 'leave it out to check the whole vault' })
  const spellings = [relative(root, resolve(cwd, arg)), relative(root, resolve(root, arg))].map((path) =>
    path.split(sep).join('/'),
  )
  const found = spellings.find((path) => names(vault, path))
  if (found !== undefined) return found
  return fail({
    kind: 'usage',
    message: `no note or folder of notes at "${arg}"`,
    hint: `paths are relative to the current folder or to ${root}`,
  })
}

function names(vault: Vault, path: string): boolean {
  if (path === '') return true
  if (path === '..' || path.startsWith('../')) return false
  const inside = (file: string): boolean => file === path || file.startsWith(`${path}/`)
  return vault.notes.some((note) => inside(note.path)) || vault.attachments.some((file) => inside(file.path))
}
