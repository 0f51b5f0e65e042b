import { OPEN_PAREN } from '../character.ts'
import type { LinkPiece } from '../inlines/piece.ts'
import type { InlineSource } from '../inlines/inline-source.ts'
import type { ClosedBracket, LinkDialect } from './dialect.ts'
import { readInlineTail } from './destination.ts'
import { readReference } from './reference.ts'
import { splitDestination, unescapeMarkdown } from './unescape.ts'
import { withAnchor } from '../../model/link.ts'

/** `[text](destination "title")`, `<https://…>` and `<name@host>` */
export const inlineLink: LinkDialect<'markdown'> = {
  kind: 'markdown',
  readers: [
    { bracket: 'text', read: (source, bracket) => readInlineLink('markdown', source, bracket) },
    { start: '<', read: readAutolink },
  ],
  shown: ({ target, anchor }) => withAnchor({ target: target.replace(/^mailto:/, ''), anchor }),
  embeds: false,
  write: (place, text) => `[${text ?? place.target}](${withAnchor(place)})`,
}

/** `![alt](destination "title")` and `![alt][label]` */
export const image: LinkDialect<'image'> = {
  kind: 'image',
  readers: [
    { bracket: 'image', read: (source, bracket) => readInlineLink('image', source, bracket) },
    { bracket: 'image', read: (source, bracket, definitions) => readReference('image', source, bracket, definitions) },
  ],
  shown: ({ target }) => target,
  embeds: true,
  write: (place, text) => `![${text ?? ''}](${withAnchor(place)})`,
}

function readInlineLink(
  kind: 'markdown' | 'image',
  { text, end }: InlineSource,
  bracket: ClosedBracket,
): LinkPiece | undefined {
  const { start, textStart, textEnd } = bracket
  const open = textEnd + 1
  if (open >= end || text.charCodeAt(open) !== OPEN_PAREN) return undefined
  const tail = readInlineTail(text, open, end)
  if (tail === undefined) return undefined
  const { target, anchor, pathLength } = splitDestination(text.slice(tail.start, tail.end))
  return {
    type: 'link',
    kind,
    start,
    end: tail.after,
    target,
    anchor,
    targetStart: tail.start,
    targetEnd: tail.start + pathLength,
    inside: { start: textStart, end: textEnd },
    title: tail.title === undefined ? undefined : unescapeMarkdown(tail.title),
    angle: tail.angle,
  }
}

const URI = /[A-Za-z][A-Za-z\d+.-]{1,31}:[^\u0000-\u0020<>]*>/y
const EMAIL =
  /[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)*>/y

/** The `<https://…>` or `<name@host>` at `at` (CommonMark 6.5). */
function readAutolink(source: InlineSource, at: number): LinkPiece | undefined {
  const uri = source.match(URI, at + 1)
  const [whole] = uri ?? source.match(EMAIL, at + 1) ?? []
  if (whole === undefined) return undefined
  const written = whole.slice(0, -1)
  const mark = written.indexOf('#')
  const path = mark === -1 ? written : written.slice(0, mark)
  return {
    type: 'link',
    kind: 'markdown',
    start: at,
    end: at + 1 + whole.length,
    target: uri === undefined ? `mailto:${path}` : path,
    anchor: mark === -1 ? undefined : written.slice(mark + 1),
    targetStart: at + 1,
    targetEnd: at + 1 + path.length,
  }
}
