import {
  type CancellationToken,
  type ClientCapabilities,
  createConnection,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Context, LiveTerminal } from '../../commands/command.ts'
import { isRunning } from '../../io/programs/is-running.ts'
import { FailureError } from '../../core/model/failure.ts'
import { failureMessage } from '../../view/failure-message.ts'
import { keepStdoutClean } from '../keep-stdout-clean.ts'
import { actionsAt } from './code-actions.ts'
import { completionsAt } from './completion.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { hoverAt } from './hover.ts'
import { definitionsAt, highlightsAt, referencesAt } from './navigate.ts'
import { foldsOf, selectionAt, symbolsOf, workspaceSymbols } from './outline.ts'
import type { Encoding } from './positions.ts'
import { renameAt, renameRange } from './rename.ts'
import { semanticTokensOf, tokenLegend } from './semantic-tokens.ts'
import { documentLinksOf, hintsOf, lensesOf } from './shown-links.ts'
import { editsForRenamedFiles } from './will-rename.ts'
import { type Subject, Workspace } from './workspace.ts'
import { type EditAbilities, editAbilities } from './workspace-edit.ts'

/** How long nothing must be typed before problems are looked for, in milliseconds. */
const quiet = 60

/** Serves an editor over standard input and output until it is gone; resolves to the exit code, 1 without a goodbye. */
export async function serveLsp(context: Context, { stdin, stdout }: LiveTerminal): Promise<0 | 1> {
  keepStdoutClean()
  const connection = createConnection(stdin, stdout)
  const server = new LanguageServer(connection, context)
  const ended = new Promise<void>((resolve) => {
    connection.onExit(resolve)
    stdin.once('end', resolve).once('close', resolve)
    server.onOrphaned(resolve)
  })
  connection.listen()
  await ended
  server.stop()
  connection.dispose()
  stdin.destroy()
  return server.saidGoodbye ? 0 : 1
}

class LanguageServer {
  saidGoodbye = false
  readonly #connection: Connection
  readonly #workspace: Workspace
  readonly #documents = new TextDocuments(TextDocument)
  #abilities: EditAbilities = { documentChanges: false, operations: new Set() }
  #client: ClientCapabilities = {}
  #pulls = false
  #timer: NodeJS.Timeout | undefined
  #parent: NodeJS.Timeout | undefined
  #orphaned: () => void = () => undefined
  /** Where each open document is being typed in: no half-typed link there is called broken. */
  readonly #cursors = new Map<string, number>()

  constructor(connection: Connection, context: Context) {
    this.#connection = connection
    this.#workspace = new Workspace(context, () => this.#later())
    connection.onInitialize((params) => this.#initialize(params))
    connection.onShutdown(() => {
      this.saidGoodbye = true
    })
    this.#listenToDocuments()
    this.#answer()
    this.#answerShapes()
    this.#answerRenames()
  }

  onOrphaned(orphaned: () => void): void {
    this.#orphaned = orphaned
  }

  stop(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#parent)
    this.#workspace.stop()
  }

  #initialize(params: InitializeParams): InitializeResult {
    const { capabilities, processId, workspaceFolders, rootUri } = params
    this.#client = capabilities
    this.#abilities = editAbilities(capabilities)
    this.#pulls = capabilities.textDocument?.diagnostic !== undefined
    const offered = capabilities.general?.positionEncodings ?? []
    const encoding = offered.find((one): one is Encoding => ['utf-8', 'utf-16', 'utf-32'].includes(one)) ?? 'utf-16'
    this.#workspace.encoding = encoding
    for (const folder of workspaceFolders ?? []) this.#workspace.addFolder(folder.uri)
    if (rootUri) this.#workspace.addFolder(rootUri)
    if (processId !== null) this.#parent = setInterval(() => this.#lookForParent(processId), 2000).unref()
    return {
      serverInfo: { name: 'wend', version: WEND_VERSION },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        completionProvider: { triggerCharacters: ['[', '#', '^', '(', '/', '!', ' '] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        documentLinkProvider: {},
        codeLensProvider: {},
        inlayHintProvider: true,
        codeActionProvider: true,
        renameProvider: { prepareProvider: true },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: { legend: tokenLegend, full: true },
        ...(this.#pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: {
            willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
            didRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
          },
        },
      },
    }
  }

  #listenToDocuments(): void {
    const connection = this.#connection
    this.#documents.onDidOpen(({ document }) => this.#take(document))
    this.#documents.onDidChangeContent(({ document }) => this.#take(document))
    this.#documents.onDidClose(({ document: { uri } }) => {
      this.#workspace.closeDocument(uri)
      this.#cursors.delete(uri)
      if (!this.#pulls) void connection.sendDiagnostics({ uri, diagnostics: [] })
      this.#later()
    })
    this.#documents.listen(connection)
    // The library's own handler knows of changes as ranges; the end of the last one is where the cursor is.
    connection.onInitialized(() => {
      if (this.#client.workspace?.workspaceFolders !== true) return
      connection.workspace.onDidChangeWorkspaceFolders(({ added }) => {
        for (const { uri } of added) this.#workspace.addFolder(uri)
      })
    })
    connection.workspace.onDidRenameFiles(() => this.#later())
    connection.onDidChangeWatchedFiles(() => this.#later())
  }

  #take(document: TextDocument): void {
    const before = this.#texts.get(document.uri)
    const text = document.getText()
    if (before !== undefined) this.#cursors.set(document.uri, endOfChange(before, text))
    this.#texts.set(document.uri, text)
    this.#workspace.openDocument(document.uri, text, document.version)
    this.#later()
  }

  readonly #texts = new Map<string, string>()

  /** Tells of problems once nothing was typed for a moment. */
  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#tell(), quiet)
  }

  async #tell(): Promise<void> {
    if (this.#pulls) {
      if (this.#client.workspace?.diagnostics?.refreshSupport === true) this.#connection.languages.diagnostics.refresh()
      return
    }
    for (const { uri } of this.#workspace.documents) {
      try {
        const subject = await this.#workspace.subject(uri)
        const diagnostics = subject === undefined ? [] : await diagnosticsOf(subject, this.#cursors.get(uri))
        if (this.#documents.get(uri) !== undefined) await this.#connection.sendDiagnostics({ uri, diagnostics })
      } catch (error) {
        this.#connection.console.error(error instanceof Error ? error.message : String(error))
      }
    }
  }

  #answer(): void {
    const { onSubject, at } = this
    const connection = this.#connection
    connection.onCompletion((params, token) =>
      onSubject(params, token, (subject) => completionsAt(subject, at(subject, params.position)) ?? []),
    )
    connection.onHover((params, token) =>
      onSubject(params, token, async (subject) => {
        const found = await hoverAt(subject, at(subject, params.position))
        if (found === undefined) return null
        const asMarkdown = this.#client.textDocument?.hover?.contentFormat?.includes('markdown') ?? false
        const value = asMarkdown ? found.text : found.text.replace(/\*\*|_(?=\S)|(?<=\S)_|`/g, '')
        return {
          contents: { kind: asMarkdown ? 'markdown' : 'plaintext', value },
          range: subject.positions.range(found.span),
        }
      }),
    )
    connection.onDefinition((params, token) =>
      onSubject(params, token, (subject) => definitionsAt(this.#workspace, subject, at(subject, params.position))),
    )
    connection.onReferences((params, token) =>
      onSubject(params, token, (subject) =>
        referencesAt(this.#workspace, subject, at(subject, params.position), params.context.includeDeclaration),
      ),
    )
    connection.onDocumentHighlight((params, token) =>
      onSubject(params, token, (subject) => highlightsAt(this.#workspace, subject, at(subject, params.position))),
    )
    connection.onDocumentSymbol((params, token) => onSubject(params, token, symbolsOf))
    connection.onWorkspaceSymbol((params) => workspaceSymbols(this.#workspace, params.query))
    connection.onDocumentLinks((params, token) =>
      onSubject(params, token, (subject) => documentLinksOf(this.#workspace, subject)),
    )
    connection.onCodeLens((params, token) => onSubject(params, token, (subject) => lensesOf(this.#workspace, subject)))
    connection.languages.inlayHint.on((params, token) =>
      onSubject(params, token, (subject) => hintsOf(subject, spanOf(subject, params.range))),
    )
    connection.onCodeAction((params, token) =>
      onSubject(params, token, (subject) =>
        actionsAt(this.#workspace, subject, spanOf(subject, params.range), this.#abilities),
      ),
    )
  }

  #answerShapes(): void {
    const { onSubject, at } = this
    const connection = this.#connection
    connection.onFoldingRanges((params, token) => onSubject(params, token, foldsOf))
    connection.onSelectionRanges((params, token) =>
      onSubject(params, token, (subject) =>
        params.positions.map((position) => selectionAt(subject, at(subject, position))),
      ),
    )
    connection.languages.semanticTokens.on(
      async (params, token) => (await onSubject(params, token, semanticTokensOf)) ?? { data: [] },
    )
    connection.languages.diagnostics.on(async (params, token) => {
      const { uri } = params.textDocument
      const items = await onSubject(params, token, (subject) => diagnosticsOf(subject, this.#cursors.get(uri)))
      return { kind: 'full', items: items ?? [] }
    })
  }

  #answerRenames(): void {
    const { onSubject, at } = this
    const connection = this.#connection
    connection.onPrepareRename((params, token) =>
      onSubject(params, token, (subject) => renameRange(subject, at(subject, params.position)) ?? null),
    )
    connection.onRenameRequest((params, token) =>
      onSubject(params, token, (subject) =>
        renameAt(this.#workspace, subject, {
          offset: at(subject, params.position),
          name: params.newName,
          abilities: this.#abilities,
        }),
      ),
    )
    connection.workspace.onWillRenameFiles(
      async ({ files }) => (await editsForRenamedFiles(this.#workspace, files, this.#abilities)) ?? null,
    )
  }

  /** Answers a request about a note; null where there is none. A refusal is an error in wend's words, and the next request is answered. */
  readonly onSubject = async <T>(
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    answer: (subject: Subject) => T | Promise<T>,
  ): Promise<T | null> => {
    try {
      const subject = await this.#workspace.subject(params.textDocument.uri)
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
      return subject === undefined ? null : await answer(subject)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      throw new ResponseError(ErrorCodes.InvalidRequest, failureMessage(error.failure).lines.join('; '))
    }
  }

  readonly at = ({ positions }: Subject, position: Position): number => positions.offset(position)

  #lookForParent(processId: number): void {
    if (!isRunning(processId)) this.#orphaned()
  }
}

function spanOf({ positions }: Subject, { start, end }: Range): { start: number; end: number } {
  return { start: positions.offset(start), end: positions.offset(end) }
}

/** Where what was typed last ends: the texts are the same from there on. */
function endOfChange(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return after.length - same
}
