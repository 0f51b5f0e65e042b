import type { Block, Definition, Footnote, Heading } from '../model/note.ts'
import { BlockScanner } from './blocks/block-scanner.ts'
import { type FoundDefinition, Findings } from './blocks/findings.ts'
import type { Leaf } from './blocks/leaf.ts'
import { isHtmlComment } from './blocks/html-block.ts'
import { headingId } from './blocks/heading-id.ts'
import { Found } from './found.ts'
import type { Scan } from './found.ts'
import { InlineScanner } from './inlines/inline-scanner.ts'
import { unbalancedBrace } from './inlines/marks/formula.ts'
import type { InlineContext } from './inlines/inline-context.ts'
import { InlineSource } from './inlines/inline-source.ts'
import { LineIndex } from './line-index.ts'
import { readHtmlBlock } from './links/html.ts'
import { type Definitions, noDefinitions } from './inlines/piece.ts'
import { splitDestination } from './links/unescape.ts'
import { plainText } from './plain-text.ts'
import { Region } from './region.ts'
import type { Span } from '../model/span.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { pagePropertiesEnd } from './dialects/logseq.ts'
import { withToolSyntax } from './dialects/tool-links.ts'
import { Slugs } from './slugs.ts'
import { summarize } from './prose/summarize.ts'

/**
 * Reads the body of a note, which starts at `from`, in time that grows with its length alone, whatever it holds. Never throws. Links of
 * front matter are not its business. `dialects` are those of the vault.
 */
export function scanMarkdown(text: string, from: number, dialects?: VaultDialects): Scan {
  const blocks = new BlockScanner(text, new Findings(), dialects)
  const findings = blocks.scan(from)
  const lines = new LineIndex(blocks.line.starts)
  const found = new Found()
  const context = { text, lines, definitions: winning(findings.definitions), dialects, uses: new Map(), found }
  new LeafReader(context, findings.leaves).read()
  sortByStart(found.links)
  const scan: Scan = {
    headings: found.headings,
    inlineTags: found.inlineTags,
    anchors: found.anchors,
    links: found.links,
    problems: found.problems,
    excluded: found.excluded,
    words: found.words,
    ...leads(context, proseOf(findings.leaves, { text, from, dialects })),
    blocks: blocksOf(findings, context),
    definitions: findings.definitions.map((definition) => definitionOf(definition, context)),
    footnotes: footnotes(findings, context),
  }
  return dialects === undefined ? scan : withToolSyntax(scan, { text, from, lines }, dialects)
}

/** The definitions by label; of several with one label the first wins. */
export function winning(definitions: readonly FoundDefinition[]): Definitions {
  if (definitions.length === 0) return noDefinitions
  return new Map(definitions.toReversed().map((definition) => [definition.label, definition]))
}

/** Reads the leaves in order. */
class LeafReader {
  private readonly context: InlineContext
  private readonly leaves: readonly Leaf[]
  private readonly inlines: InlineScanner
  private html: InlineSource | undefined
  private readonly slugs = new Slugs()

  constructor(context: InlineContext, leaves: readonly Leaf[]) {
    this.context = context
    this.leaves = leaves
    this.inlines = new InlineScanner(context)
  }

  read(): void {
    for (const leaf of this.leaves) this.readLeaf(leaf)
  }

  private readLeaf(leaf: Leaf): void {
    const { text, found } = this.context
    switch (leaf.kind) {
      case 'paragraph':
      case 'cell':
        this.inlines.scan(Region.of(text, leaf), leaf.first)
        break
      case 'heading':
        this.readHeading(leaf)
        break
      case 'html':
        this.readHtml(leaf)
        break
      case 'math':
        this.readFormula(leaf)
        break
      default:
        found.excluded.push({ kind: leaf.kind, start: leaf.start, end: leaf.end })
    }
  }

  private readFormula({ start, end }: Leaf): void {
    const { text, lines, found } = this.context
    found.excluded.push({ kind: 'math', start, end })
    const wrong = unbalancedBrace(text, start, end)
    if (wrong === undefined) return
    const span = { start: wrong.start, end: wrong.end }
    found.problems.push({ code: wrong.code, reason: wrong.reason, span, ...lines.position(span.start) })
  }

  private readHtml(leaf: Leaf): void {
    const { text, lines, found } = this.context
    found.excluded.push({
      kind: isHtmlComment(text, leaf.start, leaf.end) ? 'comment' : 'html',
      start: leaf.start,
      end: leaf.end,
    })
    const source = (this.html ??= new InlineSource(text))
    source.setRange(leaf.start, leaf.end)
    readHtmlBlock(source, leaf, { text, lines, toSource: (offset) => offset }, found)
  }

  private readHeading(leaf: Leaf): void {
    const { text, lines, found } = this.context
    const region = Region.of(text, leaf)
    const written = region.text.slice(region.start, region.end)
    const explicit = headingId(written)
    if (explicit?.id !== undefined) found.anchors.push(explicit.id)
    const shown = explicit === undefined ? written : written.slice(0, explicit.textEnd)
    this.inlines.scan(region.within(region.start, region.start + shown.length), false)
    const { line, column } = lines.position(leaf.outerStart)
    const title = plainText(shown, this.context)
    const heading: Heading = {
      level: leaf.level,
      text: title,
      slug: this.slugs.next(title),
      ...(explicit?.id === undefined ? {} : { id: explicit.id }),
      span: { start: leaf.outerStart, end: leaf.outerEnd },
      textSpan: { start: leaf.start, end: region.toSource(region.start + shown.trimEnd().length) },
      line,
      column,
    }
    found.headings.push(heading)
  }
}

function definitionOf(found: FoundDefinition, context: InlineContext): Definition {
  const { target, anchor, pathLength } = splitDestination(found.written)
  return {
    label: found.label,
    target,
    ...(anchor === undefined ? {} : { anchor }),
    span: { start: found.start, end: found.end },
    targetSpan: { start: found.writtenStart, end: found.writtenStart + pathLength },
    ...(found.angle ? { angle: true } : {}),
    uses: context.uses.get(found) ?? 0,
    duplicate: context.definitions.get(found.label) !== found,
    ...context.lines.position(found.start),
  }
}

function blocksOf({ blockIds }: Findings, { text, lines, found }: InlineContext): readonly Block[] {
  const marked = blockIds.map((span): Block => {
    const { line, column } = lines.position(span.start)
    return { id: text.slice(span.start + 1, span.end), span, line, column }
  })
  return found.blocks.length === 0 ? marked : sortByStart([...marked, ...found.blocks])
}

function footnotes(findings: Findings, context: InlineContext): readonly Footnote[] {
  if (findings.footnotes.length === 0) return sortByStart(context.found.footnotes)
  const starts = findings.footnotes.map(({ id, start, end }): Footnote => {
    return { id, role: 'definition', span: { start, end }, ...context.lines.position(start) }
  })
  return sortByStart([...context.found.footnotes, ...starts])
}

/** Sorts in place; mostly there is nothing to do. */
function sortByStart<Item extends { readonly span: Span }>(items: Item[]): Item[] {
  let last = -1
  for (const { span } of items) {
    if (span.start < last) return items.sort((a, b) => a.span.start - b.span.start)
    last = span.start
  }
  return items
}

/** The properties at the top of a page of Logseq are no prose. */
function proseOf(
  leaves: readonly Leaf[],
  {
    text,
    from,
    dialects,
  }: { readonly text: string; readonly from: number; readonly dialects: VaultDialects | undefined },
): readonly Leaf[] {
  if (dialects?.syntax.includes('logseq') !== true) return leaves
  const start = pagePropertiesEnd(text, from)
  return leaves.filter((leaf) => leaf.start >= start)
}

/** The first paragraph of prose, and the first after the first level-1 heading. */
function leads(context: InlineContext, leaves: readonly Leaf[]): Pick<Scan, 'lead' | 'leadAfterTitle'> {
  const lead = summarize(context.text, leaves, 0, context)
  const title = leaves.findIndex((leaf) => leaf.kind === 'heading' && leaf.level === 1)
  if (title === -1) return lead === undefined ? {} : { lead: lead.summary }
  const after = lead !== undefined && lead.at > title ? lead : summarize(context.text, leaves, title + 1, context)
  return {
    ...(lead === undefined ? {} : { lead: lead.summary }),
    ...(after === undefined ? {} : { leadAfterTitle: after.summary }),
  }
}
