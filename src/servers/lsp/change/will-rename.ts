import { basename, dirname, join } from 'node:path'
import type { WorkspaceEdit } from 'vscode-languageserver/node'
import type { Change } from '../../../core/model/change.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import { keepLinks } from '../../../core/plan/spelling/keep-links.ts'
import type { LspVault } from '../lsp-vault.ts'
import { fileOf, realPath } from '../file-uri.ts'
import type { Workspace } from '../workspace.ts'
import { type EditAbilities, toWorkspaceEdit } from './workspace-edit.ts'

/** A file or folder that a client is about to rename. */
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
  const ofHome = new Map<LspVault, RenamedFile[]>()
  for (const file of files) {
    const home = workspace.homeFor(fileOf(file.oldUri) ?? '')
    if (home !== undefined) ofHome.set(home, [...(ofHome.get(home) ?? []), file])
  }
  const edits: WorkspaceEdit[] = []
  for (const [home, renamed] of ofHome) {
    const changes = await changesFor(home, renamed)
    if (changes.length > 0) edits.push(toWorkspaceEdit(workspace, home, { title: 'keep links', changes }, abilities))
  }
  return edits.length === 0 ? undefined : joined(edits)
}

/** The changes in the texts of one vault. */
async function changesFor(home: LspVault, files: readonly RenamedFile[]): Promise<readonly Change[]> {
  const moves = new Map<string, NotePath>()
  for (const file of files) for (const [path, to] of await movesOf(home, file)) moves.set(path, to)
  if (moves.size === 0) return []
  const { changes } = keepLinks(await home.planSource(), { moves, edits: new Map() })
  return changes.filter(({ kind }) => kind === 'edit')
}

/** Joins the edits of several vaults, which all have the form that the client takes. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const [first = {}, ...others] = edits
  return others.reduce(
    (all, one) => ({
      ...all,
      ...(all.changes && { changes: { ...all.changes, ...one.changes } }),
      ...(all.documentChanges && { documentChanges: [...all.documentChanges, ...(one.documentChanges ?? [])] }),
    }),
    first,
  )
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

/** The real path for an address: a client may reach the folder by a link, but a link that is renamed itself is not followed. */
function placeOf(uri: string): string | undefined {
  const file = fileOf(uri)
  return file && join(realPath(dirname(file)), basename(file))
}
