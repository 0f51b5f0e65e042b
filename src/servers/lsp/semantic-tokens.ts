import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensLegend } from 'vscode-languageserver/node'
import type { Span } from '../../core/model/span.ts'
import { readDocument } from '../../core/parse/read-document.ts'
import { walkTokens } from '../../core/parse/walk-tokens.ts'
import type { Subject } from './workspace.ts'

/** The kinds of tokens that are told, in the protocol's words: links, broken ones, tags, formulas. */
export const tokenLegend: SemanticTokensLegend = {
  tokenTypes: ['class', 'decorator', 'number'],
  tokenModifiers: ['deprecated'],
}

interface Token {
  readonly span: Span
  readonly type: number
  readonly modifiers: number
}

/** Links, tags and formulas of a note. A token stays on one line: of longer ones each line is one. */
export function semanticTokensOf(subject: Subject): SemanticTokens {
  const { vault, note, text, positions } = subject
  const formulas = [...walkTokens(readDocument(text, note))]
    .filter(({ type }) => type === 'math')
    .map(({ span }) => ({ span, type: 2, modifiers: 0 }))
  const tokens: Token[] = [
    ...vault.linksFrom(note.path).map(({ link, resolution }) => ({
      span: link.span,
      type: 0,
      modifiers: resolution.status === 'broken' || resolution.status === 'broken-anchor' ? 1 : 0,
    })),
    ...note.inlineTags.map(({ span }) => ({ span, type: 1, modifiers: 0 })),
    ...formulas,
  ]
  const builder = new SemanticTokensBuilder()
  let end = -1
  for (const { span, type, modifiers } of tokens.sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < end) continue
    end = span.end
    for (
      let line = positions.lineOf(span.start);
      line <= positions.lineOf(Math.max(span.start, span.end - 1));
      line++
    ) {
      const start = Math.max(span.start, positions.lineStart(line))
      const stop = Math.min(span.end, positions.lineStart(line) + positions.line(line).length)
      const [from, to] = [positions.place(start).character, positions.place(stop).character]
      if (to > from) builder.push(line, from, to - from, type, modifiers)
    }
  }
  return builder.build()
}
