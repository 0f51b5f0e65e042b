import type { InlineToken } from './inline-token.ts'

/** A term, or what it means. */
export interface DefinitionEntry {
  readonly kind: 'term' | 'definition'
  readonly tokens: readonly InlineToken[]
}

/**
 * The entries of a paragraph whose lines are terms with `: definition` below them (as pandoc and PHP Markdown Extra write them);
 * undefined for other paragraphs. Terms stand before the first definition; each later line without a mark goes on with the one above it.
 */
export function definitionEntries(tokens: readonly InlineToken[]): readonly DefinitionEntry[] | undefined {
  const lines = linesOf(tokens)
  if (!lines.some(isDefinition)) return undefined
  const entries: DefinitionEntry[] = []
  for (const line of lines) {
    const last = entries.at(-1)
    if (isDefinition(line)) entries.push({ kind: 'definition', tokens: withoutMark(line) })
    else if (last?.kind === 'definition')
      entries[entries.length - 1] = { kind: 'definition', tokens: [...last.tokens, softBreak, ...line] }
    else entries.push({ kind: 'term', tokens: line })
  }
  return entries
}

/** The tokens between soft breaks. */
function linesOf(tokens: readonly InlineToken[]): readonly (readonly InlineToken[])[] {
  const lines: InlineToken[][] = [[]]
  for (const token of tokens) {
    if (token.type === 'break' && !token.hard) lines.push([])
    else lines.at(-1)?.push(token)
  }
  return lines
}

/** Between two lines of a definition; where it stands is not asked. */
const softBreak: InlineToken = { type: 'break', hard: false, span: { start: 0, end: 0 } }

const mark = /^:[ \t]+/

function isDefinition([first]: readonly InlineToken[]): boolean {
  return first?.type === 'text' && mark.test(first.text)
}

function withoutMark([first, ...rest]: readonly InlineToken[]): readonly InlineToken[] {
  return first?.type === 'text' ? [{ ...first, text: first.text.replace(mark, '') }, ...rest] : rest
}
