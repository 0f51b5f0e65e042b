import {
  type Connection,
  createConnection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import type { Context, LiveTerminal } from '../../commands/command.ts'
import { isRunning } from '../../io/programs/is-running.ts'
import { growSlowly } from '../grow-slowly.ts'
import { keepStdoutClean } from '../keep-stdout-clean.ts'
import { answerRequests } from './answers.ts'
import { diagnosticsOf } from './diagnostics.ts'
import type { OpenDocument } from './open-documents.ts'
import type { PositionEncoding } from './positions.ts'
import { commandNames, runCommand } from './change/run-command.ts'
import { tokenLegend } from './semantic-tokens.ts'
import { inWords, LspSession } from './session.ts'
import { readEditorSettings } from './settings.ts'

/** How long typing must pause before problems are looked for, in milliseconds. */
const quiet = 60

/**
 * Serves an editor over standard input and output until it disconnects; resolves to the exit code, which is 1 when it did so without `exit`
 * after `shutdown`.
 */
export async function serveLsp(context: Context, { stdin, stdout }: LiveTerminal): Promise<0 | 1> {
  keepStdoutClean()
  growSlowly()
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

/** Handles the notifications of a session (documents opened, changed and closed, settings changed) and pushes problems. */
class LanguageServer {
  saidGoodbye = false
  readonly #session: LspSession
  #timer: NodeJS.Timeout | undefined
  #parent: NodeJS.Timeout | undefined
  #orphaned: () => void = () => undefined

  constructor(connection: Connection, context: Context) {
    const session = new LspSession(connection, context, () => this.#later())
    this.#session = session
    connection.onInitialize((params) => this.#initialize(params))
    connection.onShutdown(() => {
      this.saidGoodbye = true
    })
    this.#listenToDocuments()
    this.#listenToSettings()
    answerRequests(session)
    connection.onExecuteCommand(({ command, arguments: args }) => inWords(() => runCommand(session, command, args)))
  }

  onOrphaned(orphaned: () => void): void {
    this.#orphaned = orphaned
  }

  stop(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#parent)
    this.#session.workspace.stop()
  }

  #initialize(params: InitializeParams): InitializeResult {
    const { capabilities, processId, workspaceFolders, rootUri } = params
    const { workspace } = this.#session
    this.#session.client = capabilities
    this.#set(params.initializationOptions)
    const offered = capabilities.general?.positionEncodings ?? []
    workspace.encoding =
      offered.find((one): one is PositionEncoding => ['utf-8', 'utf-16', 'utf-32'].includes(one)) ?? 'utf-16'
    for (const folder of workspaceFolders ?? []) workspace.addFolder(folder.uri)
    if (rootUri) workspace.addFolder(rootUri)
    if (processId !== null) this.#parent = setInterval(() => this.#lookForParent(processId), 2000).unref()
    return {
      serverInfo: { name: 'wend', version: WEND_VERSION },
      capabilities: serverCapabilities(workspace.encoding, this.#session.pulls),
    }
  }

  #listenToDocuments(): void {
    const { connection, documents, workspace } = this.#session
    connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) =>
      this.#take(documents.open({ uri, text, version })),
    )
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
      this.#take(documents.change(uri, version, contentChanges)),
    )
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      documents.close(uri)
      workspace.closeDocument(uri)
      if (!this.#session.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] })
      this.#later()
    })
    connection.workspace.onDidRenameFiles(() => this.#later())
    connection.onDidSaveTextDocument(() => this.#later())
    connection.onDidChangeWatchedFiles(() => this.#later())
  }

  #listenToSettings(): void {
    const { connection, workspace } = this.#session
    connection.onInitialized(async () => {
      const { workspace: can } = this.#session.client
      if (can?.workspaceFolders === true)
        connection.workspace.onDidChangeWorkspaceFolders(({ added }) => {
          for (const { uri } of added) workspace.addFolder(uri)
        })
      await this.#askForSettings()
    })
    connection.onDidChangeConfiguration(async ({ settings }) => {
      if (!(await this.#askForSettings())) this.#set(settings)
      this.#later()
    })
  }

  /** Asks the editor for its settings, where it can be asked. */
  async #askForSettings(): Promise<boolean> {
    const { connection, client } = this.#session
    if (client.workspace?.configuration !== true) return false
    const said: unknown = await connection.workspace.getConfiguration('wend').catch(() => null)
    if (said === null || said === undefined) return true
    this.#set(said)
    const { codeLens, inlayHint } = client.workspace
    if (codeLens?.refreshSupport === true) void connection.sendRequest('workspace/codeLens/refresh')
    if (inlayHint?.refreshSupport === true) void connection.languages.inlayHint.refresh()
    return true
  }

  #set(said: unknown): void {
    if (said === undefined || said === null) return
    const { settings, unknown } = readEditorSettings(said)
    this.#session.settings = settings
    if (unknown.length > 0)
      this.#session.connection.console.warn(`wend has no settings named ${unknown.join(', ')} for editors`)
  }

  #take(document: OpenDocument | undefined): void {
    if (document === undefined) return
    this.#session.workspace.openDocument(document.uri, document.text, document.version)
    this.#later()
  }

  /** Publishes problems after a pause in typing. */
  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#tell(), quiet)
  }

  async #tell(): Promise<void> {
    const { connection, client, pulls, workspace, settings, documents } = this.#session
    if (pulls) {
      if (client.workspace?.diagnostics?.refreshSupport === true) connection.languages.diagnostics.refresh()
      return
    }
    for (const { uri } of workspace.documents) {
      try {
        const subject = settings.diagnostics ? await workspace.subject(uri) : undefined
        const diagnostics = subject === undefined ? [] : await diagnosticsOf(subject, documents.get(uri)?.cursor)
        if (documents.get(uri) !== undefined) await connection.sendDiagnostics({ uri, diagnostics })
      } catch (error) {
        connection.console.error(error instanceof Error ? error.message : String(error))
      }
    }
  }

  #lookForParent(processId: number): void {
    if (!isRunning(processId)) this.#orphaned()
  }
}

function serverCapabilities(positionEncoding: PositionEncoding, pulls: boolean): ServerCapabilities {
  const files = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] }
  return {
    positionEncoding,
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
    linkedEditingRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    executeCommandProvider: { commands: [...commandNames] },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: tokenLegend, full: true },
    ...(pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: files, didRename: files },
    },
  }
}
