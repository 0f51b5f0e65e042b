import { basename, dirname, join } from 'node:path'
import type { WorkspaceEdit } from 'vscode-languageserver/node'
import type { NotePath } from '../../../core/model/note-path.ts'
import { keepLinks } from '../../../core/plan/spelling/keep-links.ts'
import type { LspVault } from '../lsp-vault.ts'
import { fileOf, realPath } from '../file-uri.ts'
import type { Workspace } from '../workspace.ts'
import { type EditAbilities, toWorkspaceEdit } from './workspace-edit.ts'

/** A file or folder that a client is about to give another name. */
interface RenamedFile {
  readonly oldUri: string
  readonly newUri: string
}

/** The edits that keep links whole while a client renames files or folders itself; undefined where none is needed. */
export async function editsForRenamedFiles(
  workspace: Workspace,
  files: readonly RenamedFile[],
  abilities: EditAbilities,
): Promise<WorkspaceEdit | undefined> {
  const [first] = files
  const home = first && workspace.homeFor(fileOf(first.oldUri) ?? '')
  if (home === undefined) return undefined
  const moves = new Map<string, NotePath>()
  for (const file of files) for (const [path, to] of await movesOf(home, file)) moves.set(path, to)
  if (moves.size === 0) return undefined
  const { changes } = keepLinks(await home.planSource(), { moves, edits: new Map() })
  const edits = changes.filter(({ kind }) => kind === 'edit')
  return edits.length === 0
    ? undefined
    : toWorkspaceEdit(workspace, home, { title: 'keep links', changes: edits }, abilities)
}

/** The files of a vault that a rename moves within it, with their new paths. */
async function movesOf(
  home: LspVault,
  { oldUri, newUri }: RenamedFile,
): Promise<readonly (readonly [string, NotePath])[]> {
  const [from, to] = [placeOf(oldUri), placeOf(newUri)]
  if (from === undefined || to === undefined) return []
  const inside = `${home.root}/`
  const { notes, attachments } = await home.vault()
  return [...notes, ...attachments].flatMap(({ path }) => {
    const file = `${inside}${path}`
    const moved = file === from ? to : file.startsWith(`${from}/`) ? to + file.slice(from.length) : ''
    return moved.startsWith(inside) ? [[path, moved.slice(inside.length) as NotePath] as const] : []
  })
}

/** Where the file of an address stands: a client may reach its folder by a link, and a link that is the file itself is what moves. */
function placeOf(uri: string): string | undefined {
  const file = fileOf(uri)
  return file && join(realPath(dirname(file)), basename(file))
}
