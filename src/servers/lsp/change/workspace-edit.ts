import {
  type ChangeAnnotation,
  type ClientCapabilities,
  type DocumentUri,
  ResponseError,
  ErrorCodes,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { Change, ChangeSet } from '../../../core/model/change.ts'
import { orderEdits } from '../../../core/model/change.ts'
import { join } from 'node:path'
import * as fs from '../../../io/files/file-system.ts'
import { realVaultPath } from '../../../io/vault/vault-path.ts'
import type { LspVault } from '../lsp-vault.ts'
import type { Workspace } from '../workspace.ts'

/** The kinds of edits that a client supports. */
export interface EditAbilities {
  readonly documentChanges: boolean
  readonly operations: ReadonlySet<string>
  /** Whether it shows a description for each part of an edit. */
  readonly annotations: boolean
}

/** Reads the abilities of a client; some that support file operations do not say that they support document changes. */
export function editAbilities({ workspace }: ClientCapabilities): EditAbilities {
  const edit = workspace?.workspaceEdit
  const operations = new Set<string>(edit?.resourceOperations ?? [])
  return {
    documentChanges: edit?.documentChanges === true || operations.size > 0,
    operations,
    annotations: Boolean(edit?.changeAnnotationSupport),
  }
}

/**
 * A planned change as an edit for the client, texts first, then files; fails where the client can't carry it out, and where it would
 * lead out of the vault: an editor follows symbolic links.
 */
export function toWorkspaceEdit(
  workspace: Workspace,
  home: LspVault,
  { title, changes }: ChangeSet,
  abilities: EditAbilities,
): WorkspaceEdit {
  const needs = changes.flatMap(operationOf)
  const missing = needs.find((operation) => !abilities.operations.has(operation))
  if (missing !== undefined)
    throw new ResponseError(
      ErrorCodes.InvalidRequest,
      `this needs to ${missing} a file, which the editor says it cannot do for a server; use the command line: wend mv`,
    )
  for (const change of changes)
    for (const path of 'to' in change ? [change.path, change.to] : [change.path])
      realVaultPath(fs, home.root, path, 'change')
  const texts = changes.flatMap((change) => (change.kind === 'edit' ? [textEdit(workspace, home, change)] : []))
  if (!abilities.documentChanges)
    return { changes: Object.fromEntries(texts.map(({ uri, edits }) => [uri, edits] as const)) }
  const edit = {
    documentChanges: [
      ...texts.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
      ...changes.flatMap((change) => fileOperations(workspace, home, change)),
    ],
  }
  return abilities.annotations ? annotated(edit, title) : edit
}

/** The edit with a description of its text changes and one of its file changes, for a preview. */
function annotated(
  { documentChanges }: Required<Pick<WorkspaceEdit, 'documentChanges'>>,
  title: string,
): WorkspaceEdit {
  const label = (text: string): ChangeAnnotation => ({ label: text, description: title, needsConfirmation: false })
  return {
    changeAnnotations: { texts: label('Texts and the links in them'), files: label('Files') },
    documentChanges: documentChanges.map((change) =>
      'kind' in change
        ? { ...change, annotationId: 'files' }
        : { ...change, edits: change.edits.map((edit) => ({ ...edit, annotationId: 'texts' })) },
    ),
  }
}

function operationOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'create':
      return ['create']
    case 'move':
      return ['rename']
    case 'trash':
      return ['delete']
    default:
      return []
  }
}

interface TextEdits {
  readonly uri: DocumentUri
  readonly version: number | null
  readonly edits: { range: ReturnType<Workspace['range']>; newText: string }[]
}

function textEdit(
  workspace: Workspace,
  home: LspVault,
  { path, original, edits }: Extract<Change, { kind: 'edit' }>,
): TextEdits {
  const positions = workspace.positions(original)
  return {
    uri: workspace.uri(home, path),
    version: home.version(path) ?? null,
    edits: orderEdits(original, edits).map(({ span, after }) => ({ range: positions.range(span), newText: after })),
  }
}

function fileOperations(
  workspace: Workspace,
  home: LspVault,
  change: Change,
): NonNullable<WorkspaceEdit['documentChanges']> {
  const uri = workspace.uri(home, change.path)
  const start = { line: 0, character: 0 }
  switch (change.kind) {
    case 'create':
      return [
        { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: change.text }] },
      ]
    case 'move':
      return [
        {
          kind: 'rename',
          oldUri: uri,
          newUri: workspace.fileUri(join(home.root, change.to)),
          options: { overwrite: false },
        },
      ]
    case 'trash':
      return [{ kind: 'delete', uri }]
    default:
      return []
  }
}
