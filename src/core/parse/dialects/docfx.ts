import type { InlineSource } from '../inlines/inline-source.ts'
import type { LinkPiece } from '../inlines/piece.ts'
import type { ToolGrammar } from './tool-grammar.ts'

/** `~/x.md` starts in the root, `xref:uid` and `@uid` name the note with this `uid`, and a heading `# [Linux](#tab/linux)` is a tab. */
export const docfx: ToolGrammar = {
  readers: [{ start: '@', read: mention }],
  adapt: (piece) => {
    const { kind, target, anchor, inside } = piece
    if (kind === 'wiki' || kind === 'embed') return piece
    if (target === '' && anchor?.startsWith('tab/') === true && inside !== undefined)
      return { type: 'unlinked', start: piece.start, end: piece.end, inside }
    return /^(?:~\/|xref:)/.test(target) ? { ...piece, tool: 'docfx' } : piece
  },
}

/** `@uid`, which begins with a letter and ends before a blank or a mark, or `@"uid"`: a link to the note with this `uid`, or to code. */
const uid = /@(?:(["'])([^"'\r\n]+)\1|([A-Za-z](?:[\w.~-]*\w)?))/y

/** What `@` belongs to that stands right before it: a word, or a web address. */
const joined = /(?:[\p{L}\p{N}_@/.+-]|:\/\/\S*)$/u

function mention(source: InlineSource, at: number): LinkPiece | undefined {
  const { text, start } = source
  if (at > start && joined.test(text.slice(Math.max(start, at - 500), at))) return undefined
  const target = source.match(uid, at)?.[0]
  if (target === undefined) return undefined
  const end = at + target.length
  return {
    ...({ type: 'link', kind: 'markdown', tool: 'docfx', isBare: true } as const),
    ...{ target, start: at, end, targetStart: at, targetEnd: end },
  }
}
