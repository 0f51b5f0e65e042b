import { lookup } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address.ts'
import { nameTable } from '../../core/model/name-table.ts'

/** The answer of a web address: a status, or why there is none (a sentence without its final dot), or why it is not asked. */
export type UrlAnswer = { readonly status: number } | { readonly reason: string } | { readonly unasked: 'private' }

/** Time limits and retries for an address. Times in milliseconds. */
export interface UrlPatience {
  readonly timeoutMs: number
  /** How many retries follow no answer, status 429 or a server error. */
  readonly retries: number
  /** The pause before the first retry; it doubles each time. `Retry-After` can make it longer, up to ten seconds. */
  readonly pauseMs: number
  /** Whether addresses of this machine and its network may be asked. */
  readonly privately: boolean
}

const longestPause = 10_000
/** How many redirects are followed. */
const mostRedirects = 10

/**
 * Asks an address with HEAD, then with GET if HEAD is not accepted; redirects are followed. A name and password in an address are not sent.
 * Addresses of this machine or its network are not asked unless allowed, not even by a host name or a redirect: the IP address is checked
 * when the connection is made. Never throws.
 */
export async function askUrl(
  url: string,
  accepts: (status: number) => boolean,
  patience: UrlPatience,
): Promise<UrlAnswer> {
  for (let attempt = 0; ; attempt++) {
    const head = await request(url, 'HEAD', patience)
    const answer = isAccepted(head, accepts) || isFinal(head) ? head : await request(url, 'GET', patience)
    if ('code' in answer && answer.code === 'private') return { unasked: 'private' }
    if (attempt >= patience.retries || !isPassing(answer) || isAccepted(answer, accepts)) return answer
    await pause(Math.max(patience.pauseMs * 2 ** attempt, Math.min(answer.waitMs ?? 0, longestPause)))
  }
}

type Attempt =
  | { readonly status: number; readonly waitMs?: number }
  | { readonly reason: string; readonly code: string; readonly waitMs?: number }

/** The result for one address of a chain of redirects. */
type Step = Attempt | { readonly next: string }

async function request(url: string, method: 'HEAD' | 'GET', patience: UrlPatience): Promise<Attempt> {
  const deadline = Date.now() + patience.timeoutMs
  let at = url
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const step = await requestOnce(at, method, { ...patience, timeoutMs: Math.max(1, deadline - Date.now()) })
    if (!('next' in step)) return redirects > 0 ? ledTo(step) : step
    at = step.next
  }
  return { code: 'redirects', reason: 'its redirects do not end' }
}

/** A redirect to a private address is reported as a problem of the first address. */
function ledTo(step: Attempt): Attempt {
  if (!('code' in step) || step.code !== 'private') return step
  return { code: 'inward', reason: 'it leads on to an address of this machine or its network, which is not asked' }
}

function requestOnce(text: string, method: 'HEAD' | 'GET', { timeoutMs, privately }: UrlPatience): Promise<Step> {
  if (!URL.canParse(text)) return Promise.resolve({ code: 'address', reason: 'it is no address' })
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!/^https?:$/.test(url.protocol))
    return Promise.resolve({ code: 'address', reason: `it leads on to ${url.protocol}, which is not asked` })
  if (!privately && isIP(host) !== 0 && isPrivateAddress(host)) return Promise.resolve(notAsked)
  const start = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve) => {
    const asked = start({
      method,
      protocol: url.protocol,
      hostname: host,
      port: url.port,
      path: url.pathname + url.search,
      headers: { 'user-agent': 'wend (link check)', accept: '*/*' },
      agent: false,
      ...(privately ? {} : { lookup: lookUpPublic }),
    })
    const timer = setTimeout(() => asked.destroy(new TimeIsUp()), timeoutMs)
    const end = (step: Step): void => {
      clearTimeout(timer)
      asked.destroy()
      resolve(step)
    }
    asked.on('error', (error) => end(failed(error, timeoutMs)))
    asked.on('response', ({ statusCode = 0, headers }) => {
      const target = headers.location
      if (isRedirect.has(statusCode) && target !== undefined && URL.canParse(target, url))
        return end({ next: new URL(target, url).href })
      const seconds = Number(headers['retry-after'] ?? '')
      end({ status: statusCode, ...(seconds > 0 ? { waitMs: seconds * 1000 } : {}) })
    })
    asked.end()
  })
}

const isRedirect = new Set([301, 302, 303, 307, 308])

const notAsked: Attempt = { code: 'private', reason: 'it is an address of this machine or its network' }

class TimeIsUp extends Error {
  override readonly name = 'TimeoutError'
}

class PrivateAddress extends Error {
  readonly code = 'private'
}

/**
 * Looks up the addresses of a host, giving none when one of them is private. The connection itself calls it: a name server could give
 * another answer to an earlier look-up.
 */
const lookUpPublic: LookupFunction = (host, options, tell) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return tell(error, '')
    if (found.some(({ address }) => isPrivateAddress(address))) return tell(new PrivateAddress(notAsked.reason), '')
    const [first] = found
    if (options.all === true) tell(null, found)
    else tell(null, first?.address ?? '', first?.family)
  })
}

function failed(error: unknown, timeoutMs: number): Attempt {
  if (errorField(error, 'name') === 'TimeoutError')
    return { code: 'timeout', reason: `no answer within ${timeoutMs / 1000} seconds` }
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : error
  const code = errorField(cause, 'code')
  const certificate = /CERT|SIGNED|TLS|SSL/.test(code) ? `no valid certificate (${code})` : undefined
  return { code, reason: reasons[code] ?? certificate ?? (errorField(cause, 'message') || String(cause)) }
}

/** A field of an error as text. Not by `instanceof`, since errors may come from another realm. */
function errorField(error: unknown, field: 'name' | 'code' | 'message'): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined
  return typeof value === 'string' ? value : ''
}

const reasons: Readonly<Record<string, string>> = nameTable({
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host name cannot be looked up now',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the host breaks off the connection',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  private: notAsked.reason,
})

function isAccepted(answer: Attempt, accepts: (status: number) => boolean): boolean {
  return 'status' in answer && accepts(answer.status)
}

/** Whether GET would give nothing more: there is no host, or the time is up. */
function isFinal(answer: Attempt): boolean {
  return (
    'code' in answer &&
    ['timeout', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'private', 'inward', 'redirects', 'address'].includes(
      answer.code,
    )
  )
}

/** Whether the failure may be temporary. */
function isPassing(answer: Attempt): boolean {
  if ('status' in answer) return answer.status === 429 || answer.status >= 500
  return !['ENOTFOUND', '', 'private', 'inward', 'redirects', 'address'].includes(answer.code)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
