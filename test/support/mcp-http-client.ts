import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Reply } from './mcp-client.ts'

/** An answer over HTTP: its status, and the message in it if there is one. */
export interface HttpReply {
  readonly status: number
  readonly reply?: Reply
}

/** A client of `wend mcp --http`, which it starts on a free port. */
export class McpHttpClient {
  readonly process: ChildProcess
  readonly #address: Promise<string>
  #last = 0

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.process = spawn('node', ['bin/wend.js', ...args, '--http', '0'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#address = new Promise((resolve, reject) => {
      let said = ''
      this.process.stderr?.on('data', (chunk: Buffer) => {
        said += String(chunk)
        const address = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(said)?.[0]
        if (address !== undefined) resolve(address)
      })
      this.process.once('exit', () => reject(new Error(said)))
    })
  }

  /** Where the server answers, once it does. */
  address(): Promise<string> {
    return this.#address
  }

  async post(body: string, headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal): Promise<HttpReply> {
    const response = await fetch(await this.#address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body,
      ...(signal === undefined ? {} : { signal }),
    })
    const text = await response.text()
    const message = text.startsWith('{') ? text : /^data: (.*)$/m.exec(text)?.[1]
    return { status: response.status, ...(message === undefined ? {} : { reply: JSON.parse(message) as Reply }) }
  }

  ask(method: string, params: object = {}, headers = {}, signal?: AbortSignal): Promise<HttpReply> {
    return this.post(JSON.stringify({ jsonrpc: '2.0', id: ++this.#last, method, params }), headers, signal)
  }

  async close(): Promise<void> {
    const ended = once(this.process, 'exit')
    this.process.kill('SIGINT')
    await ended
  }
}
