import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type SelectionRange,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node'
import type { Span } from '../../core/model/span.ts'
import { readDocument } from '../../core/parse/read-document.ts'
import { walkTokens } from '../../core/parse/walk-tokens.ts'
import { headingSpan } from '../../core/query/note/section-of.ts'
import { namesLike } from './complete/names-like.ts'
import type { Subject, Workspace } from './workspace.ts'

/** How many symbols a search over all notes gives. */
const mostSymbols = 100

/** The headings of a note, nested by level. */
export function symbolsOf({ note, text, positions }: Subject): DocumentSymbol[] {
  const roots: DocumentSymbol[] = []
  const open: { level: number; symbol: DocumentSymbol }[] = []
  for (const [at, heading] of note.headings.entries()) {
    const symbol: DocumentSymbol = {
      name: heading.text === '' ? '(no words)' : heading.text,
      kind: SymbolKind.String,
      range: positions.range(headingSpan(note.headings, at, text.length)),
      selectionRange: positions.range(heading.span),
      children: [],
    }
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop()
    const parent = open.at(-1)?.symbol.children ?? roots
    parent.push(symbol)
    open.push({ level: heading.level, symbol })
  }
  return roots
}

/** Notes, headings and tags that resemble some letters, best first, in all open vaults. */
export async function workspaceSymbols(workspace: Workspace, query: string): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = []
  for (const home of workspace.homes) {
    const vault = await home.vault()
    for (const { note, name } of namesLike(vault, query, mostSymbols))
      found.push({
        name,
        kind: SymbolKind.File,
        containerName: note.path,
        location: { uri: workspace.uri(home, note.path) },
      })
    if (query === '') continue
    const folded = query.toLowerCase()
    for (const note of vault.notes)
      for (const heading of note.headings)
        if (
          heading.text !== note.title &&
          heading.text.toLowerCase().includes(folded) &&
          found.length < 2 * mostSymbols
        )
          found.push({
            name: heading.text,
            kind: SymbolKind.String,
            containerName: note.title,
            location: { uri: workspace.uri(home, note.path), range: workspace.range(home, note.path, heading.span) },
          })
    for (const note of vault.notes)
      for (const { tag, span } of note.inlineTags)
        if (`#${tag}`.toLowerCase().includes(folded) && found.length < 3 * mostSymbols)
          found.push({
            name: `#${tag}`,
            kind: SymbolKind.Constant,
            containerName: note.title,
            location: { uri: workspace.uri(home, note.path), range: workspace.range(home, note.path, span) },
          })
  }
  return found.slice(0, 2 * mostSymbols)
}

/** What can be folded: front matter, sections, and blocks of several lines, each once. */
export function foldsOf({ note, text, positions }: Subject): FoldingRange[] {
  const ranges = new Map<string, FoldingRange>()
  const fold = ({ start, end }: Span, kind?: FoldingRangeKind): void => {
    const endLine = positions.lineOf(Math.max(start, trimmedEnd(text, end)))
    const startLine = positions.lineOf(start)
    const key = `${startLine}-${endLine}`
    if (endLine > startLine && !ranges.has(key))
      ranges.set(key, { startLine, endLine, ...(kind === undefined ? {} : { kind }) })
  }
  if (note.bodyStart > 0) fold({ start: 0, end: note.bodyStart }, FoldingRangeKind.Region)
  for (const at of note.headings.keys()) fold(headingSpan(note.headings, at, text.length))
  for (const span of spansIn({ note, text })) fold(span)
  return [...ranges.values()]
}

/** Ever larger parts of a note around an offset: word, line, block, section, all. */
export function selectionAt({ note, text, positions }: Subject, offset: number): SelectionRange {
  const line = positions.lineOf(offset)
  const start = positions.lineStart(line)
  const word = wordAt(text, offset)
  const blocks = spansIn({ note, text }).filter((span) => span.start <= offset && offset <= span.end)
  const sections = [...note.headings.keys()]
    .map((at) => headingSpan(note.headings, at, text.length))
    .filter((span) => span.start <= offset && offset <= span.end)
  const spans = [
    word,
    { start, end: start + positions.line(line).length },
    ...blocks,
    ...sections,
    { start: 0, end: text.length },
  ]
  let outer: SelectionRange | undefined
  let last: Span | undefined
  for (const span of spans.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (
      last !== undefined &&
      (span.start < last.start || span.end > last.end || span.end - span.start === last.end - last.start)
    )
      continue
    outer = { range: positions.range(span), ...(outer === undefined ? {} : { parent: outer }) }
    last = span
  }
  return outer ?? { range: positions.range({ start: offset, end: offset }) }
}

function wordAt(text: string, offset: number): Span {
  const before = /[\p{L}\p{M}\p{N}_-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0
  const after = /^[\p{L}\p{M}\p{N}_-]*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0
  return { start: offset - before, end: offset + after }
}

/** The spans of all blocks and items of lists, and of all that they hold. */
function spansIn({ note, text }: Pick<Subject, 'note' | 'text'>): readonly Span[] {
  return [...walkTokens(readDocument(text, note))].flatMap((token) => [
    token.span,
    ...(token.type === 'list' ? token.items.map(({ span }) => span) : []),
  ])
}

function trimmedEnd(text: string, end: number): number {
  let at = end
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--
  return at
}
