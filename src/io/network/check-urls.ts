import type { UrlVerdict } from '../../core/model/url-verdict.ts'
import { withoutPassword } from '../../core/model/without-password.ts'
import { askUrl, type UrlAnswer, type UrlPatience } from './ask-url.ts'
import { type TaskLimits, shareOut } from './share-out.ts'
import { readUrlCache, type RememberedAnswer, writeUrlCache } from '../cache/url-cache.ts'

/** How addresses are asked, and which statuses are accepted. */
export interface UrlRequest {
  readonly accepts: (status: number) => boolean
  readonly patience: UrlPatience
  readonly shares: TaskLimits
  /** The time, in milliseconds since 1970. */
  readonly now: number
  /** Where answers are stored, and for how long they count; absent: everything is asked anew. */
  readonly cache?: { readonly file: string; readonly maxAgeMs: number }
  readonly onProgress?: (done: number, total: number) => void
}

/** The default limits for addresses. */
export const usualPatience: UrlPatience = { timeoutMs: 20_000, retries: 2, pauseMs: 500, privately: false }

/** At most sixteen requests at once, two to one host. */
export const usualShares: TaskLimits = { total: 16, perHost: 2 }

/** Asks each address once, or uses a recent answer; never throws. */
export async function checkUrls(urls: Iterable<string>, request: UrlRequest): Promise<ReadonlyMap<string, UrlVerdict>> {
  const { cache, now, accepts, patience, shares, onProgress } = request
  const remembered = cache === undefined ? new Map<string, RememberedAnswer>() : readUrlCache(cache.file)
  const verdicts = new Map<string, UrlVerdict>()
  const unasked: string[] = []
  for (const url of new Set(urls)) {
    const known = remembered.get(withoutPassword(url))
    const fresh = known !== undefined && now >= known.at && now - known.at <= (cache?.maxAgeMs ?? 0)
    if (fresh) verdicts.set(url, verdictOf(known, accepts))
    else unasked.push(url)
  }
  let done = 0
  onProgress?.(done, unasked.length)
  await shareOut(unasked, shares, async (url) => {
    const answer = await askUrl(url, accepts, patience)
    verdicts.set(url, verdictOf(answer, accepts))
    if ('status' in answer && answer.status < 500 && answer.status !== 429)
      remembered.set(withoutPassword(url), { status: answer.status, at: now })
    onProgress?.(++done, unasked.length)
  })
  if (cache !== undefined && unasked.length > 0) writeUrlCache(cache.file, remembered)
  return verdicts
}

function verdictOf(answer: UrlAnswer, accepts: (status: number) => boolean): UrlVerdict {
  if ('unasked' in answer) return { ok: true, unasked: answer.unasked }
  if ('reason' in answer) return { ok: false, reason: answer.reason }
  const { status } = answer
  return accepts(status) ? { ok: true, status } : { ok: false, status, reason: `answers ${wordsOf(status)}` }
}

function wordsOf(status: number): string {
  const words = statusWords[status]
  return words === undefined ? String(status) : `${status} (${words})`
}

const statusWords: Readonly<Record<number, string>> = {
  401: 'wants a login',
  403: 'forbidden',
  404: 'not found',
  405: 'method not allowed',
  410: 'gone',
  429: 'too many requests',
  500: 'server error',
  502: 'bad gateway',
  503: 'out of service',
  504: 'gateway timeout',
}
