import { isAlphanumeric } from '../../character.ts'
import type { InlineSource } from '../inline-source.ts'
import type { Mark } from './mark.ts'

const SCHEMES = ['https', 'http', 'ftp']
const DOMAIN = /(?:[\p{L}\p{N}_-]+\.)*[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)?/uy
const EMAIL_BEFORE = /(?!_)[A-Za-z\d._+-]{1,64}$/
const EMAIL_AFTER = /[A-Za-z\d_-]+(?:\.[A-Za-z\d_-]+)*\.[A-Za-z\d]+(?![_-])/y

/** A bare `https://…`, `www.…` or `name@host` in text (GitHub Flavored Markdown 6.9) */
export const address: Mark<'address'> = {
  type: 'address',
  starts: ':.@',
  detail: true,
  read(source, at) {
    switch (source.text[at]) {
      case ':':
        return readUrl(source, at)
      case '.':
        return readWww(source, at)
      default:
        return readEmail(source, at)
    }
  },
}

type Found = ReturnType<Mark<'address'>['read']>

function readUrl(source: InlineSource, at: number): Found {
  const { text } = source
  if (!text.startsWith('://', at)) return undefined
  const before = text.slice(Math.max(0, at - 5), at).toLowerCase()
  const scheme = SCHEMES.find((one) => before.endsWith(one))
  if (scheme === undefined) return undefined
  const start = at - scheme.length
  return isAlphanumeric(text.charCodeAt(start - 1)) ? undefined : withPath(source, start, at + 3, '')
}

function readWww(source: InlineSource, at: number): Found {
  const { text } = source
  const start = at - 3
  if (start < 0 || text.slice(start, at).toLowerCase() !== 'www') return undefined
  return start > 0 && !/[\s*_~(["']/.test(text.charAt(start - 1))
    ? undefined
    : withPath(source, start, start, 'http://')
}

function readEmail(source: InlineSource, at: number): Found {
  const { text } = source
  const name = EMAIL_BEFORE.exec(text.slice(Math.max(0, at - 64), at))?.[0]
  if (name === undefined) return undefined
  const host = source.match(EMAIL_AFTER, at + 1)?.[0]
  if (host === undefined) return undefined
  const [start, end] = [at - name.length, at + 1 + host.length]
  return { type: 'address', start, end, url: `mailto:${text.slice(start, end)}` }
}

/** The address from `start` whose host stands at `host`; no sign of the vault's tools, such as `{{`, is part of it. */
function withPath({ text, end, afterAddress }: InlineSource, start: number, host: number, before: string): Found {
  DOMAIN.lastIndex = host
  if (!DOMAIN.test(text)) return undefined
  let stop = Math.min(DOMAIN.lastIndex, end)
  const ends = (at: number): boolean =>
    /[\s<[\]]/.test(text.charAt(at)) || afterAddress.some((sign) => text.startsWith(sign, at))
  while (stop < end && !ends(stop)) stop++
  stop = withoutTrail(text, start, stop)
  return { type: 'address', start, end: stop, url: before + text.slice(start, stop) }
}

/** Without the punctuation, the unopened `)` and the character reference at its end, which belong to the sentence. */
function withoutTrail(text: string, start: number, end: number): number {
  let stop = end
  let opened = 0
  for (let i = start; i < end; i++) opened += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0
  for (;;) {
    const last = text.charAt(stop - 1)
    const entity = last === ';' ? /&[A-Za-z\d]{1,31};$/.exec(text.slice(Math.max(start, stop - 33), stop)) : null
    if (entity !== null) stop -= entity[0].length
    else if (/[?!.,:*_~'"]/.test(last) || (last === ')' && opened < 0)) {
      if (last === ')') opened++
      stop--
    } else return stop
    if (stop <= start) return start
  }
}
