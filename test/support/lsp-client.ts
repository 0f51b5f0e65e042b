import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'

const usual: ClientCapabilities = {
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
}

/** An editor that speaks with `wend lsp` over its standard input and output. */
export class LspClient {
  readonly root: string
  readonly connection: MessageConnection
  readonly diagnostics = new Map<string, readonly Diagnostic[]>()
  readonly exited: Promise<number | null>
  stderr = ''
  readonly #end: () => void

  /** `options` are those of the command line, before the command; `env` is laid over the environment. */
  constructor(root: string, options: readonly string[] = ['-C', root], env: Readonly<Record<string, string>> = {}) {
    this.root = root
    const server = spawn('node', ['bin/wend.js', ...options, 'lsp', '--stdio'], { env: { ...process.env, ...env } })
    server.stderr.on('data', (chunk: Buffer) => (this.stderr += String(chunk)))
    this.exited = new Promise((resolve) => server.once('exit', resolve))
    this.#end = () => server.stdin.end()
    this.connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    )
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (told: { uri: string; diagnostics: Diagnostic[] }) => {
        this.diagnostics.set(told.uri, told.diagnostics)
      },
    )
    this.connection.listen()
  }

  async start(capabilities: ClientCapabilities = usual): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(this.root).href,
      capabilities,
    })
    await this.connection.sendNotification('initialized', {})
    return result
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href
  }

  open(path: string, text: string): Promise<void> {
    const textDocument = { uri: this.uri(path), languageId: 'markdown', version: 1, text }
    return this.connection.sendNotification('textDocument/didOpen', { textDocument })
  }

  /** Puts text where a range of an open document stands. */
  type(path: string, version: number, [line, character]: readonly [number, number], text: string): Promise<void> {
    const at = { line, character }
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    })
  }

  /** Asks about a place of a note; line and character count from 0. */
  ask<T>(method: string, path: string, [line, character]: readonly [number, number], more: object = {}): Promise<T> {
    const params = { textDocument: { uri: this.uri(path) }, position: { line, character }, ...more }
    return this.connection.sendRequest<T>(`textDocument/${method}`, params)
  }

  /** The problems told of a note, once they are those that `holds` waits for. */
  async problems(path: string, holds: (problems: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    for (let wait = 0; wait < 200; wait++) {
      const told = this.diagnostics.get(this.uri(path))
      if (told !== undefined && holds(told)) return told
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`told instead: ${JSON.stringify(this.diagnostics.get(this.uri(path)))}`)
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown')
    await this.connection.sendNotification('exit')
    return this.exited
  }

  /** Goes away without a word. */
  die(): Promise<number | null> {
    this.#end()
    return this.exited
  }
}
