import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createHash, timingSafeEqual } from 'node:crypto'
import { localhostHostValidation, localhostOriginValidation, toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler } from '@modelcontextprotocol/server'
import type { Context } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import { errorReason } from '../../io/files/error-code.ts'
import { growSlowly } from '../grow-slowly.ts'
import { AgentSession } from './agent-session.ts'
import { buildServer } from './build-server.ts'
import { changedUris } from './subscriptions.ts'

/** How a vault is served over HTTP: on a port of this machine alone, to who knows the token. */
export interface HttpOptions {
  readonly port: number
  /** Undefined when anyone on this machine may ask. */
  readonly token: string | undefined
  readonly canWrite: boolean
  /** Told the address once requests are taken. */
  readonly onReady: (address: string) => void
}

/** Serves a vault to agents over HTTP on 127.0.0.1 until `ended`. */
export async function serveHttp(context: Context, options: HttpOptions, ended: Promise<void>): Promise<void> {
  growSlowly()
  const session = new AgentSession(context, options.canWrite)
  const handler = createMcpHandler(({ era }) => buildServer(session, { era, isLasting: false }))
  session.onChange((change) => {
    if (change.isOtherList) handler.notify.resourcesChanged()
    for (const uri of changedUris(change)) handler.notify.resourceUpdated(uri)
  })
  // The SDK's types leave out that Node may not know method and address; by now they are known.
  const answer = toNodeHandler(handler) as (request: IncomingMessage, response: ServerResponse) => Promise<void>
  const isLocal = [localhostHostValidation(), localhostOriginValidation()]
  const server = createServer((request, response) => {
    if (!namesThisMachine(request)) return refuse(response, 403, 'the host is not this machine')
    if (!isLocal.every((check) => check(request, response))) return
    if (request.url?.split('?')[0] !== '/mcp') return refuse(response, 404, 'the address is /mcp')
    if (!knowsToken(request, options.token)) return refuse(response, 401, 'the token is missing or wrong')
    answer(request, response).catch(() => response.destroy())
  })
  options.onReady(`http://127.0.0.1:${await listen(server, options.port)}/mcp`)
  void session.begin()
  await ended
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await handler.close()
  await session.close()
}

/** A name and port alone: what is parsed as an address may have another name before an @. */
function namesThisMachine({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(headers.host ?? '')
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      try {
        fail({ kind: 'io', action: 'listen on', path: `127.0.0.1:${port}`, reason: errorReason(error) })
      } catch (failure) {
        reject(failure as Error)
      }
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const headers = { 'content-type': 'application/json', ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}) }
  response.writeHead(status, headers)
  response.end(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32_000, message } }))
}

function knowsToken(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return true
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(token))
}

/** Texts of any length as bytes of one length. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
