import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { fail } from '../../core/model/failure.ts'
import { errorReason } from '../../io/files/error-code.ts'
import { contentPolicy } from '../../view/html/pages/document.ts'
import { contentType } from './content-type.ts'
import type { SiteFile } from './site-file.ts'

/** What a server provides: the present files of the site, and the number of that state. */
export interface ServedSite {
  readonly file: (address: string) => SiteFile | undefined
  readonly version: () => number
}

/** Where a server listens; port 0 takes any that is free. */
export interface ServerPlace {
  readonly host: string
  readonly port: number
  /** How many ports after it are tried when it is taken. */
  readonly tries: number
}

/** Why a request gets no answer. */
interface Refusal {
  readonly status: number
  readonly reason: string
}

/** The address of the event stream that tells pages about changes. */
const eventsAddress = 'wend/events'

/**
 * Serves a site that only pages of this machine can read. Files are looked up by address and never opened by path, so nothing outside the
 * site can be requested. A page of another host can't read it: a foreign host name (DNS rebinding) and cross-origin requests are refused.
 */
export class WebServer {
  readonly #site: ServedSite
  readonly #server: Server
  readonly #listeners = new Set<ServerResponse>()
  #names: ReadonlySet<string> = new Set()
  #isOpen = false

  constructor(site: ServedSite) {
    this.#site = site
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  /** Starts to listen; gives the address of the site. */
  async listen({ host, port, tries }: ServerPlace): Promise<string> {
    for (let at = port; ; at++) {
      try {
        await this.#bind(host, at)
        break
      } catch (error) {
        if (isTaken(error) && at < port + tries) continue
        return fail({
          kind: 'io',
          action: 'listen on',
          path: `${host}:${at}`,
          reason: isTaken(error) ? 'another program does; choose one with --port' : errorReason(error),
        })
      }
    }
    const own = this.#server.address()
    const bound = own !== null && typeof own === 'object' ? own.port : port
    this.#isOpen = host === '0.0.0.0' || host === '::'
    this.#names = new Set(
      ['127.0.0.1', 'localhost', '[::1]', shown(host)].map((name) => `${name}:${bound}`.toLowerCase()),
    )
    return `http://${this.#isOpen ? 'localhost' : shown(host)}:${bound}/`
  }

  /** Tells the open pages that the site changed. */
  changed(): void {
    for (const listener of this.#listeners) this.#tell(listener)
  }

  close(): void {
    for (const listener of this.#listeners) listener.end()
    this.#server.close()
    this.#server.closeAllConnections()
  }

  #bind(host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const onError = (error: Error): void => reject(error)
      this.#server.once('error', onError)
      this.#server.listen(port, host, () => {
        this.#server.off('error', onError)
        resolve()
      })
    })
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const refused = this.#refusal(request)
      if (refused !== undefined)
        return send(response, refused.status, 'text/plain; charset=utf-8', `${refused.reason}\n`)
      const address = requestedAddress(request.url ?? '')
      if (address === undefined)
        return send(response, 400, 'text/plain; charset=utf-8', 'This address cannot be read.\n')
      if (address === eventsAddress) return this.#listen(request, response)
      await this.#sendFile(request, response, address)
    } catch (error) {
      if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', `${errorReason(error)}\n`)
      else response.destroy()
    }
  }

  #refusal({ method, headers, rawHeaders }: IncomingMessage): Refusal | undefined {
    const host = (headers.host ?? '').toLowerCase()
    // With two Host headers, some readers take the first, others the last (RFC 9112, 3.2).
    if (rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1)
      return { status: 400, reason: 'This request names two hosts.' }
    if (!this.#isOurs(host)) return { status: 403, reason: 'This server is not called that.' }
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'This site can only be read.' }
    const { origin } = headers
    if (origin !== undefined && origin.toLowerCase() !== `http://${host}`)
      return { status: 403, reason: 'This site answers its own pages only.' }
    const site = headers['sec-fetch-site']
    const navigates = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
    if ((site === 'cross-site' || site === 'same-site') && !navigates)
      return { status: 403, reason: 'This site answers its own pages only.' }
    return undefined
  }

  /** Whether a host names this server. A server open to others also has the machine's IP addresses, which rebinding can't fake. */
  #isOurs(host: string): boolean {
    if (this.#names.has(host)) return true
    return this.#isOpen && isIP(host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')) !== 0
  }

  async #sendFile(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const found = this.#site.file(address)
    const file = found ?? this.#site.file('404.html')
    const content = file === undefined ? 'not found\n' : await file()
    const type = found === undefined ? contentType('404.html') : contentType(address)
    const bytes = asBytes(content)
    const about = headers(type, found === undefined ? '' : address)
    // Parts are defined for GET alone.
    const isPart = found !== undefined && request.method === 'GET'
    const part = isPart ? askedRange(request.headers.range, bytes.length) : undefined
    if (part !== undefined) return sendPart(response, about, bytes, part)
    response.writeHead(found === undefined ? 404 : 200, { ...about, 'content-length': bytes.length })
    // For HEAD, Node sends only the header.
    response.end(bytes)
  }

  #listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...headers('text/event-stream'), connection: 'keep-alive' })
    if (request.method === 'HEAD') return void response.end()
    this.#listeners.add(response)
    this.#tell(response)
    request.on('close', () => this.#listeners.delete(response))
  }

  #tell(listener: ServerResponse): void {
    listener.write(`event: version\ndata: ${this.#site.version()}\n\n`)
  }
}

/** A range of bytes, the last one included. */
interface Range {
  readonly first: number
  readonly last: number
}

/**
 * The single range that a request asks for (RFC 9110, 14.1.2), as media players do; `none` when the file is shorter. Undefined means the
 * whole file, also for several ranges and invalid ones.
 */
export function askedRange(asked: string | undefined, length: number): Range | 'none' | undefined {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '')
  if (found === null) return undefined
  const [, from = '', to = ''] = found
  if (from === '') {
    if (to === '') return undefined
    return Number(to) === 0 || length === 0 ? 'none' : { first: Math.max(0, length - Number(to)), last: length - 1 }
  }
  const [first, last] = [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)]
  if (first >= length) return 'none'
  return to !== '' && Number(to) < first ? undefined : { first, last }
}

function sendPart(
  response: ServerResponse,
  about: Record<string, string>,
  bytes: Uint8Array,
  part: Range | 'none',
): void {
  if (part === 'none') {
    response.writeHead(416, { ...about, 'content-range': `bytes */${bytes.length}` })
    return void response.end()
  }
  const { first, last } = part
  const range = `bytes ${first}-${last}/${bytes.length}`
  response.writeHead(206, { ...about, 'content-range': range, 'content-length': last - first + 1 })
  response.end(bytes.subarray(first, last + 1))
}

/** The address inside the site that a request names; undefined when it can't be one. */
export function requestedAddress(url: string): string | undefined {
  if (!url.startsWith('/')) return undefined
  try {
    const path = decodeURIComponent(url.slice(1).replace(/[?#].*$/s, ''))
    if (/[\0\\]/.test(path)) return undefined
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return undefined
  }
}

/** wend's own files with a hash of their content in the name: a browser may cache them for ever. */
const named = /^wend\/(?:fonts\/)?[^/]*-[0-9a-z]{6,8}\.(?:js|css|svg|woff2)$/

function headers(type: string, address = ''): Record<string, string> {
  const policy = `${contentPolicy}; frame-ancestors 'none'`
  return {
    'content-type': type,
    // A picture opened directly must not run scripts.
    'content-security-policy': type.startsWith('text/html')
      ? policy
      : "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'accept-ranges': 'bytes',
    'x-frame-options': 'DENY',
    'cache-control': named.test(address) ? 'max-age=31536000, immutable' : 'no-store',
  }
}

function send(response: ServerResponse, status: number, type: string, content: string): void {
  const bytes = asBytes(content)
  const allowed = status === 405 ? { allow: 'GET, HEAD' } : {}
  response.writeHead(status, { ...headers(type), ...allowed, 'content-length': bytes.length })
  response.end(bytes)
}

function asBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

/** A host as an address writes it. */
function shown(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
