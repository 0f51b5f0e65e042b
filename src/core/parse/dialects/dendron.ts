import { BACKSLASH } from '../character.ts'
import type { InlineSource } from '../inlines/inline-source.ts'
import type { LinkPiece } from '../inlines/piece.ts'
import type { ToolGrammar } from './tool-grammar.ts'

/** `[[text|target#anchor]]`: Dendron puts the text first. `#*` is all of a note, `#a:#b` and `#a,1` a part that begins at `a`. */
export const dendron: ToolGrammar = {
  adapt: (piece, source) => (piece.kind === 'wiki' || piece.kind === 'embed' ? turned(piece, source) : piece),
}

function turned(piece: LinkPiece, { text }: InlineSource): LinkPiece {
  const start = piece.start + (piece.kind === 'embed' ? 3 : 2)
  const inside = text.slice(start, piece.end - 2)
  const pipe = inside.indexOf('|')
  const right = inside.slice(pipe + 1)
  if (pipe < 0 || right.trim() === '') return withoutRange(piece)
  const mark = right.indexOf('#')
  const written = mark < 0 ? right : right.slice(0, mark)
  const target = written.trim()
  const at = start + pipe + 1 + written.indexOf(target)
  const shown = inside.slice(0, inside.charCodeAt(pipe - 1) === BACKSLASH ? pipe - 1 : pipe).trim()
  return withoutRange({
    ...piece,
    anchor: mark < 0 ? undefined : right.slice(mark + 1).trim(),
    tool: 'dendron',
    target,
    targetStart: at,
    targetEnd: at + target.length,
    text: shown === '' ? undefined : shown,
    size: undefined,
  })
}

/** With the anchor at which the part begins that the link names; a range is written as only Dendron reads it. */
function withoutRange(piece: LinkPiece): LinkPiece {
  if (piece.anchor === '*') return { ...piece, anchor: '' }
  const start = /^([^:,]+)(?:,\d+)?(?::#.*)?$/.exec(piece.anchor ?? '')?.[1]
  return start === undefined || start === piece.anchor ? piece : { ...piece, tool: 'dendron', anchor: start }
}
