import type { Link } from '../../model/link.ts'
import type { Mutable } from '../found.ts'
import type { LineIndex } from '../line-index.ts'
import { plainText } from '../plain-text.ts'
import type { Region } from '../region.ts'
import type { InlineRules, LinkExtras, LinkPiece } from './piece.ts'

/** A link of the note from what the reader found of it. */
export function linkOf(
  piece: LinkPiece,
  region: Region,
  { lines, ...rules }: InlineRules & { readonly lines: LineIndex },
): Link {
  const { kind, target, anchor, targetStart, targetEnd, definition, angle, tool, anchorStart } = piece
  const span = { start: region.toSource(piece.start), end: region.toSource(piece.end) }
  const targetSpan =
    definition === undefined
      ? { start: region.toSource(targetStart), end: region.toSource(targetEnd) }
      : { start: targetStart, end: targetEnd }
  const { line, column } = lines.position(span.start)
  const text = shownText(piece, region.text, rules)
  // Made in one piece: a field that is added to an object later costs as much as the object.
  const link =
    text === undefined
      ? anchor === undefined
        ? { kind, target, span, targetSpan, line, column }
        : { kind, target, anchor, span, targetSpan, line, column }
      : anchor === undefined
        ? { kind, target, text, span, targetSpan, line, column }
        : { kind, target, anchor, text, span, targetSpan, line, column }
  const extras = link as Mutable<LinkExtras>
  if (angle === true) extras.angle = true
  if (definition !== undefined) extras.label = definition.label
  if (tool !== undefined) extras.tool = tool
  if (anchorStart !== undefined) {
    const start = region.toSource(anchorStart)
    extras.anchorSpan = { start, end: start + (anchor ?? '').length }
  }
  return link as Link
}

/** What a link shows in place of its target, if anything. */
function shownText({ inside, text: given, picture }: LinkPiece, text: string, rules: InlineRules): string | undefined {
  if (picture !== undefined) return shownText(picture, text, rules)
  if (inside === undefined || given !== undefined) return given
  if (inside.start === inside.end) return undefined
  const shown = plainText(text.slice(inside.start, inside.end), rules)
  return shown === '' ? undefined : shown
}
