import type { InlineSource } from '../inlines/inline-source.ts'
import type { LinkPiece, PieceOf } from '../inlines/piece.ts'
import type { ClosedBracket } from '../links/dialect.ts'
import type { ToolGrammar } from './tool-grammar.ts'

/** `((uuid))` and `[text](((uuid)))` name a block, whatever note it is in; `[text]([[page]])` names a page. */
export const logseq: ToolGrammar = {
  afterAddress: ['((', '{{'],
  readers: [
    { start: '((', read: blockReference },
    { start: '{{embed', read: embed },
    { bracket: 'text', read: labelled },
  ],
  marks: [{ type: 'comment', starts: ':', detail: false, read: ownProperty }],
}

const block = /\(\(([\da-fA-F]{8}-(?:[\da-fA-F]{4}-){3}[\da-fA-F]{12})\)\)/y

function blockReference(source: InlineSource, at: number): LinkPiece | undefined {
  const [whole, id] = source.match(block, at) ?? []
  if (whole === undefined || id === undefined) return undefined
  const target = id.toLowerCase()
  const end = at + whole.length
  return {
    ...({ type: 'link', kind: 'wiki', tool: 'block', target, anchor: `^${target}` } as const),
    ...{ start: at, end, targetStart: at + 2, targetEnd: end - 2 },
  }
}

const page = /\[\[([^[\]\r\n]+)\]\]/y

function pageReference(source: InlineSource, at: number): LinkPiece | undefined {
  const [whole, target] = source.match(page, at) ?? []
  if (whole === undefined || target === undefined) return undefined
  const end = at + whole.length
  return { type: 'link', kind: 'wiki', target, start: at, end, targetStart: at + 2, targetEnd: end - 2 }
}

/** `[text]([[page]])` or `[text](((uuid)))`, whose destination markdown takes for a path. */
function labelled(source: InlineSource, { start, textStart, textEnd }: ClosedBracket): LinkPiece | undefined {
  const { text, end } = source
  if (text.charAt(textEnd + 1) !== '(') return undefined
  const named = pageReference(source, textEnd + 2) ?? blockReference(source, textEnd + 2)
  if (named === undefined || named.end >= end || text.charAt(named.end) !== ')') return undefined
  return { ...named, start, end: named.end + 1, inside: { start: textStart, end: textEnd } }
}

/** `{{embed [[page]]}}` and `{{embed ((uuid))}}` */
function embed(source: InlineSource, at: number): LinkPiece | undefined {
  const { text, end } = source
  const from = at + (/^\{\{embed[ \t]+/.exec(text.slice(at, at + 200))?.[0].length ?? 0)
  if (from === at) return undefined
  const named = pageReference(source, from) ?? blockReference(source, from)
  const close = named === undefined ? null : /^[ \t]*\}\}/.exec(text.slice(named.end, Math.min(end, named.end + 200)))
  if (named === undefined || close === null) return undefined
  return { ...named, kind: 'embed', start: at, end: named.end + close[0].length }
}

const uuid = /^[ \t]*([\da-fA-F]{8}-(?:[\da-fA-F]{4}-){3}[\da-fA-F]{12})[ \t]*$/

/** `id:: uuid`, the name of its block, and `collapsed:: true`, on a line of their own, which Logseq keeps for itself; `at` is the first colon. */
function ownProperty({ text, start: from, end: stop }: InlineSource, at: number): PieceOf<'comment'> | undefined {
  if (text.charAt(at + 1) !== ':') return undefined
  const near = Math.max(from, at - 200)
  const key = /(?<=(?:^|[\r\n])[ \t]*)(?:id|collapsed)$/.exec(text.slice(near, at))?.[0]
  const value = /^[^\r\n]*/.exec(text.slice(at + 2, Math.min(stop, at + 200)))?.[0] ?? ''
  if (key === undefined) return undefined
  const piece = { type: 'comment', start: at - key.length, end: at + 2 + value.length } as const
  if (key === 'collapsed') return /^[ \t]*(?:true|false)[ \t]*$/.test(value) ? piece : undefined
  const id = uuid.exec(value)?.[1]
  if (id === undefined) return undefined
  const start = at + 2 + value.indexOf(id)
  return { ...piece, block: { id: id.toLowerCase(), start, end: start + id.length } }
}
