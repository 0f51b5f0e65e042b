import type { Hover } from 'vscode-languageserver/node'
import { actionsAt } from './change/code-actions.ts'
import { completionsAt } from './complete/completion.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { hoverAt } from './hover.ts'
import { definitionsAt, highlightsAt, referencesAt } from './navigate.ts'
import { foldsOf, selectionAt, symbolsOf, workspaceSymbols } from './outline.ts'
import { linkedRanges, renameAt, renameRange } from './change/rename.ts'
import { semanticTokensOf } from './semantic-tokens.ts'
import { inWords, type LspSession, offsetOf, spanOf } from './session.ts'
import { documentLinksOf, hintsOf, lensesOf } from './shown-links.ts'
import { formatEdits } from './change/tidy.ts'
import { editsForRenamedFiles } from './change/will-rename.ts'
import type { Subject } from './workspace.ts'

/** Registers the requests about notes with a session. */
export function answerRequests(session: LspSession): void {
  answerReading(session)
  answerShapes(session)
  answerWriting(session)
}

function answerReading(session: LspSession): void {
  const { connection, workspace, onDocument, onNote } = session
  connection.onHover((params, token) =>
    onDocument(params, token, (subject) => shownHover(session, subject, offsetOf(subject, params.position))),
  )
  connection.onDefinition((params, token) =>
    onDocument(params, token, (subject) => definitionsAt(workspace, subject, offsetOf(subject, params.position))),
  )
  connection.onReferences((params, token) =>
    onDocument(params, token, (subject) =>
      referencesAt(workspace, subject, offsetOf(subject, params.position), params.context.includeDeclaration),
    ),
  )
  connection.onDocumentHighlight((params, token) =>
    onDocument(params, token, (subject) => highlightsAt(workspace, subject, offsetOf(subject, params.position))),
  )
  connection.onDocumentLinks((params, token) =>
    onDocument(params, token, (subject) => documentLinksOf(workspace, subject)),
  )
  connection.onCodeLens((params, token) =>
    onNote(params, token, (subject) => (session.settings.codeLens ? lensesOf(workspace, subject) : [])),
  )
  connection.languages.inlayHint.on((params, token) =>
    onNote(params, token, (subject) =>
      session.settings.inlayHints ? hintsOf(subject, spanOf(subject, params.range)) : [],
    ),
  )
  connection.languages.diagnostics.on(async (params, token) => {
    const { uri } = params.textDocument
    const items = await onDocument(params, token, (subject) =>
      session.settings.diagnostics ? diagnosticsOf(subject, session.documents.get(uri)?.cursor) : [],
    )
    return { kind: 'full', items: items ?? [] }
  })
}

async function shownHover({ client }: LspSession, subject: Subject, offset: number): Promise<Hover | null> {
  const found = await hoverAt(subject, offset)
  if (found === undefined) return null
  const asMarkdown = client.textDocument?.hover?.contentFormat?.includes('markdown') ?? false
  const value = asMarkdown ? found.text : found.text.replace(/\\([\\`*_[\]<>$])|\*\*|_(?=\S)|(?<=\S)_|`/g, '$1')
  return {
    contents: { kind: asMarkdown ? 'markdown' : 'plaintext', value },
    range: subject.positions.range(found.span),
  }
}

function answerShapes({ connection, workspace, onNote }: LspSession): void {
  connection.onDocumentSymbol((params, token) => onNote(params, token, symbolsOf))
  connection.onWorkspaceSymbol(({ query }) => inWords(() => workspaceSymbols(workspace, query)))
  connection.onFoldingRanges((params, token) => onNote(params, token, foldsOf))
  connection.onSelectionRanges((params, token) =>
    onNote(params, token, (subject) =>
      params.positions.map((position) => selectionAt(subject, offsetOf(subject, position))),
    ),
  )
  connection.languages.semanticTokens.on(
    async (params, token) => (await onNote(params, token, semanticTokensOf)) ?? { data: [] },
  )
}

function answerWriting(session: LspSession): void {
  const { connection, workspace, onDocument, onNote } = session
  connection.onCompletion((params, token) =>
    onNote(params, token, (subject) => {
      const found = completionsAt(subject, offsetOf(subject, params.position))
      if (found === undefined || session.client.workspace?.applyEdit === true) return found ?? []
      // A client that does not accept edits by the server can't add the id to a paragraph of another note.
      return { ...found, items: found.items.filter(({ command }) => command === undefined) }
    }),
  )
  connection.onCodeAction((params, token) =>
    onDocument(params, token, (subject) =>
      actionsAt(workspace, subject, spanOf(subject, params.range), session.abilities),
    ),
  )
  connection.onPrepareRename((params, token) =>
    onDocument(params, token, (subject) => renameRange(subject, offsetOf(subject, params.position)) ?? null),
  )
  connection.onRenameRequest((params, token) =>
    onDocument(params, token, (subject) =>
      renameAt(workspace, subject, {
        offset: offsetOf(subject, params.position),
        name: params.newName,
        abilities: session.abilities,
      }),
    ),
  )
  connection.languages.onLinkedEditingRange((params, token) =>
    onNote(params, token, (subject) => linkedRanges(subject, offsetOf(subject, params.position))),
  )
  connection.onDocumentFormatting((params, token) => onNote(params, token, (subject) => formatEdits(subject)))
  connection.onDocumentRangeFormatting((params, token) =>
    onNote(params, token, (subject) => formatEdits(subject, spanOf(subject, params.range))),
  )
  connection.workspace.onWillRenameFiles(({ files }) =>
    inWords(async () => (await editsForRenamedFiles(workspace, files, session.abilities)) ?? null),
  )
}
