import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** What came back from a server: the result or the error of one request. */
export interface Reply {
  readonly result?: Readonly<Record<string, unknown>> & {
    readonly isError?: boolean
    readonly content?: readonly { readonly text: string }[]
    readonly structuredContent?: Readonly<Record<string, never>>
  }
  readonly error?: { readonly code: number; readonly message: string }
}

/** A client of `wend mcp` that speaks over its standard input and output, as agents do. */
export class McpClient {
  readonly process: ChildProcessWithoutNullStreams
  /** Lines of standard output that are no message of the protocol; there must be none. */
  readonly strayLines: string[] = []
  readonly notifications: string[] = []
  /** What the server told of by itself, whole. */
  readonly told: { readonly method: string; readonly params?: Readonly<Record<string, unknown>> }[] = []
  stderr = ''
  readonly #waiting = new Map<number, (reply: Reply) => void>()
  #last = 0

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.process = spawn('node', ['bin/wend.js', ...args], { env: { ...process.env, ...env } })
    this.process.stderr.on('data', (chunk: Buffer) => (this.stderr += String(chunk)))
    createInterface({ input: this.process.stdout }).on('line', (line) => this.#take(line))
  }

  #take(line: string): void {
    let message: { id?: number; method?: string; params?: Record<string, unknown> }
    try {
      message = JSON.parse(line) as typeof message
    } catch {
      this.strayLines.push(line)
      return
    }
    if (message.method !== undefined) {
      const { method, params = {} } = message
      this.notifications.push(method)
      this.told.push({ method, params })
      this.#heard()
    }
    if (message.id === undefined) return
    this.#waiting.get(message.id)?.(message as Reply)
    this.#waiting.delete(message.id)
  }

  #heard: () => void = () => undefined

  /** Waits until the server has told of something that fits. */
  async hears(fits: (message: { readonly method: string; readonly params?: object }) => boolean): Promise<void> {
    while (!this.told.some(fits)) await new Promise<void>((resolve) => (this.#heard = resolve))
  }

  send(line: string): void {
    this.process.stdin.write(`${line}\n`)
  }

  /** The number that the next request will have. */
  get nextId(): number {
    return this.#last + 1
  }

  ask(method: string, params: object = {}): Promise<Reply> {
    const id = ++this.#last
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    })
  }

  call(name: string, args: object = {}): Promise<Reply> {
    return this.ask('tools/call', { name, arguments: args })
  }

  /** The data of a tool's answer; fails when it is an error. */
  async data(name: string, args: object = {}): Promise<Record<string, unknown>> {
    const { result, error } = await this.call(name, args)
    if (result?.isError === true || result?.structuredContent === undefined)
      throw new Error(`${name}: ${result?.content?.[0]?.text ?? error?.message ?? 'no answer'}`)
    return result.structuredContent
  }

  /** The words of a tool's refusal. */
  async refusal(name: string, args: object = {}): Promise<string> {
    const { result } = await this.call(name, args)
    if (result?.isError !== true) throw new Error(`${name} was not refused`)
    if (result.structuredContent !== undefined) throw new Error('a refusal must hold no data')
    return result.content?.[0]?.text ?? ''
  }

  async start(protocolVersion = '2025-11-25'): Promise<Reply> {
    const reply = await this.ask('initialize', {
      protocolVersion,
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    })
    this.send(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
    return reply
  }

  /** Closes the input as a client does that goes away; resolves to the exit code. */
  close(): Promise<number | null> {
    return new Promise((resolve) => {
      this.process.once('exit', resolve)
      this.process.stdin.end()
    })
  }
}
