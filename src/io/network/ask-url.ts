/** What a web address said: a status, or why there was none (a sentence without its final dot). */
export type UrlAnswer = { readonly status: number } | { readonly reason: string }

/** How patiently an address is asked. Times in milliseconds. */
export interface UrlPatience {
  readonly timeoutMs: number
  /** How often an address is asked again after no answer, 429 or a server error. */
  readonly retries: number
  /** The pause before the first retry; it doubles each time. `Retry-After` asks for longer, up to ten seconds. */
  readonly pauseMs: number
}

const longestPause = 10_000

/** Asks an address with HEAD, then with GET where HEAD is not accepted; redirects are followed. Never throws. */
export async function askUrl(
  url: string,
  accepts: (status: number) => boolean,
  patience: UrlPatience,
): Promise<UrlAnswer> {
  for (let attempt = 0; ; attempt++) {
    const head = await request(url, 'HEAD', patience.timeoutMs)
    const answer = isAccepted(head, accepts) || isFinal(head) ? head : await request(url, 'GET', patience.timeoutMs)
    if (attempt >= patience.retries || !isPassing(answer) || isAccepted(answer, accepts)) return answer
    await pause(Math.max(patience.pauseMs * 2 ** attempt, Math.min(answer.waitMs ?? 0, longestPause)))
  }
}

type Attempt =
  | { readonly status: number; readonly waitMs?: number }
  | { readonly reason: string; readonly code: string; readonly waitMs?: number }

async function request(url: string, method: 'HEAD' | 'GET', timeoutMs: number): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'follow',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': 'wend (link check)', accept: '*/*' },
    })
    await response.body?.cancel()
    const seconds = Number(response.headers.get('retry-after') ?? '')
    return { status: response.status, ...(seconds > 0 ? { waitMs: seconds * 1000 } : {}) }
  } catch (error) {
    return failed(error, timeoutMs)
  }
}

function failed(error: unknown, timeoutMs: number): Attempt {
  if (textOf(error, 'name') === 'TimeoutError')
    return { code: 'timeout', reason: `no answer within ${timeoutMs / 1000} seconds` }
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : error
  const code = textOf(cause, 'code')
  const certificate = /CERT|SIGNED|TLS|SSL/.test(code) ? `no valid certificate (${code})` : undefined
  return { code, reason: reasons[code] ?? certificate ?? (textOf(cause, 'message') || String(cause)) }
}

/** A field of an error as text; errors of other realms are no instances of this one's Error. */
function textOf(error: unknown, field: 'name' | 'code' | 'message'): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined
  return typeof value === 'string' ? value : ''
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host name cannot be looked up now',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the host breaks off the connection',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  UND_ERR_SOCKET: 'the host breaks off the connection',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
}

function isAccepted(answer: Attempt, accepts: (status: number) => boolean): boolean {
  return 'status' in answer && accepts(answer.status)
}

/** GET would say no more than HEAD did: there is no host, or it took all the time. */
function isFinal(answer: Attempt): boolean {
  return 'code' in answer && ['timeout', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED'].includes(answer.code)
}

/** Whether it may be better in a moment. */
function isPassing(answer: Attempt): boolean {
  if ('status' in answer) return answer.status === 429 || answer.status >= 500
  return answer.code !== 'ENOTFOUND' && answer.code !== ''
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
