import type { WrittenDefinition } from './written-definition.ts'
import { BACKSLASH, CARET, CLOSE_BRACKET, COLON, OPEN_BRACKET, isLineEnd, skipBlanks } from '../character.ts'
import { readDestination, skipSpacing, titleEnd } from './destination.ts'
import type { Definitions, LinkPiece } from '../inlines/piece.ts'
import type { InlineSource } from '../inlines/inline-source.ts'
import type { ClosedBracket, LinkDialect } from './dialect.ts'
import { splitDestination, unescapeMarkdown } from './unescape.ts'

/** Longer labels are none (CommonMark 6.3). */
const MAX_LABEL = 999

/** `[text][label]`, `[label][]` and `[label]` */
export const reference: LinkDialect<'reference'> = {
  kind: 'reference',
  readers: [
    {
      bracket: 'text',
      read: (source, bracket, definitions) => readReference('reference', source, bracket, definitions),
    },
  ],
  shown: ({ target }) => target,
  embeds: false,
  write: ({ target }, text) => (text === undefined ? `[${target}]` : `[${text}][${target}]`),
}

/** A use of a definition behind a closed bracket. */
export function readReference(
  kind: 'reference' | 'image',
  { text, end }: InlineSource,
  { start, textStart, textEnd, nested }: ClosedBracket,
  definitions: Definitions,
): LinkPiece | undefined {
  if (definitions.size === 0) return undefined
  const labelStop = text.charCodeAt(textEnd + 2) === CARET ? -1 : labelEnd(text, textEnd + 1, end)
  const own = labelStop > textEnd + 3
  if (!own && nested) return undefined
  const label = normalizeLabel(own ? text.slice(textEnd + 2, labelStop - 1) : text.slice(textStart, textEnd))
  const definition = definitions.get(label)
  if (definition === undefined) return undefined
  const { target, anchor, pathLength } = splitDestination(definition.written)
  return {
    type: 'link',
    kind,
    start,
    end: labelStop === -1 ? textEnd + 1 : labelStop,
    target,
    anchor,
    targetStart: definition.writtenStart,
    targetEnd: definition.writtenStart + pathLength,
    inside: { start: textStart, end: textEnd },
    title: definition.title === undefined ? undefined : unescapeMarkdown(definition.title),
    angle: definition.angle,
    definition,
  }
}

/** The offset after the `[label]` at `at`; -1 when there is none. The label may be empty. */
export function labelEnd(text: string, at: number, end: number): number {
  const stop = Math.min(end, at + MAX_LABEL + 2)
  if (text.charCodeAt(at) !== OPEN_BRACKET) return -1
  for (let i = at + 1; i < stop; i++) {
    const code = text.charCodeAt(i)
    if (code === CLOSE_BRACKET) return i + 1
    if (code === OPEN_BRACKET) return -1
    if (code === BACKSLASH) i++
  }
  return -1
}

/** What two labels that mean the same definition have in common: case folded, white space collapsed (CommonMark 6.3). */
export function normalizeLabel(label: string): string {
  return label
    .trim()
    .replace(/[ \t\r\n]+/g, ' ')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
}

/** The definition that starts at `at`, which must be the start of a paragraph or follow another definition. */
export function readDefinition(text: string, at: number, end: number): WrittenDefinition | undefined {
  const afterLabel = labelEnd(text, at, end)
  if (afterLabel === -1 || afterLabel >= end || text.charCodeAt(afterLabel) !== COLON) return undefined
  const label = normalizeLabel(text.slice(at + 1, afterLabel - 1))
  if (label === '') return undefined
  const destination = readDestination(text, skipSpacing(text, afterLabel + 1, end), end)
  if (destination === undefined) return undefined
  const afterSpacing = skipSpacing(text, destination.after, end)
  const title = afterSpacing > destination.after ? titleEnd(text, afterSpacing, end) : -1
  const close = title !== -1 && endsLine(text, title, end) ? title : destination.after
  if (!endsLine(text, close, end)) return undefined
  const next = skipSpacing(text, close, end)
  if (close === destination.after) return { label, destination, end: close, next }
  return { label, destination, end: close, next, title: text.slice(afterSpacing + 1, close - 1) }
}

function endsLine(text: string, at: number, end: number): boolean {
  const i = skipBlanks(text, at, end)
  return i >= end || isLineEnd(text.charCodeAt(i))
}
