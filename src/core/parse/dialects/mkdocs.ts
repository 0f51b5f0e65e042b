import type { InlineSource } from '../inlines/inline-source.ts'
import type { PieceOf } from '../inlines/piece.ts'
import type { ToolGrammar } from './tool-grammar.ts'

/** `{ #id .class key=value }` behind a link or the like, or at the end of a line, is not shown (python-markdown.github.io/extensions/attr_list). */
export const mkdocs: ToolGrammar = {
  afterAddress: ['{#', '{.', '{:', '{ '],
  marks: [{ type: 'comment', starts: '{', detail: false, read: attributeList }],
}

const braces = /\{:?([^{}\r\n]{1,1000})\}/y
const attributes =
  /^(?:[ \t]*(?:[#.][^\s{}"'=#.]+(?=[ \t#.]|$)|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s{}"']+)(?=[ \t]|$)))+[ \t]*$/

function attributeList(source: InlineSource, at: number): PieceOf<'comment'> | undefined {
  const { text, start, end: stop } = source
  const [whole, inside = ''] = source.match(braces, at) ?? []
  if (whole === undefined || !attributes.test(inside)) return undefined
  const end = at + whole.length
  const before = at > start ? text.charAt(at - 1) : ' '
  const isBehind = /[)\]*_`:"]/.test(before)
  if (!isBehind && !/\s/.test(before)) return undefined
  if (!isBehind && !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, Math.min(stop, end + 100)))) return undefined
  const ids = [...inside.matchAll(/(?:^|[ \t])#([^\s#="'.{}]+)/g)].map(([, id = '']) => id)
  return { type: 'comment', start: at, end, ids }
}
