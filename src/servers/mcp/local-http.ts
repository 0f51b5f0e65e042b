import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createHash, timingSafeEqual } from 'node:crypto'
import { localhostHostValidation, localhostOriginValidation, toNodeHandler } from '@modelcontextprotocol/node'
import { fail } from '../../core/model/failure.ts'
import { errorReason } from '../../io/files/error-code.ts'

/** Where requests are accepted: on a port of this machine only, with the token. */
export interface LocalHttp {
  readonly port: number
  /** Undefined when anyone on this machine may ask. */
  readonly token: string | undefined
  /** Called with the address once requests are accepted. */
  readonly onReady: (address: string) => void
}

/** Lets a protocol handler answer requests to `/mcp` on 127.0.0.1; requests from elsewhere, or without the token, are refused first. */
export async function listenLocally(
  handler: Parameters<typeof toNodeHandler>[0],
  { port, token, onReady }: LocalHttp,
): Promise<Server> {
  // In Node's types method and address may be missing; at this point they are set.
  const answer = toNodeHandler(handler) as (request: IncomingMessage, response: ServerResponse) => Promise<void>
  const isLocal = [localhostHostValidation(), localhostOriginValidation()]
  const server = createServer((request, response) => {
    if (!namesThisMachine(request)) return refuse(response, 403, 'the host is not this machine')
    if (!isLocal.every((check) => check(request, response))) return
    if (request.url?.split('?')[0] !== '/mcp') return refuse(response, 404, 'the address is /mcp')
    if (!knowsToken(request, token)) return refuse(response, 401, 'the token is missing or wrong')
    answer(request, response).catch(() => response.destroy())
  })
  onReady(`http://127.0.0.1:${await listen(server, port)}/mcp`)
  return server
}

/** Only a host and a port: an address could hide another host before an `@`. */
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

/** A hash, so that texts of any length can be compared in constant time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
