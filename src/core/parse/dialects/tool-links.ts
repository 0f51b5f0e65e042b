import type { ToolText } from './tool-text.ts'
import type { Link } from '../../model/link.ts'
import type { VaultDialects } from '../../model/tool-dialect.ts'
import type { Excluded, Scan } from '../found.ts'
import { dendronLink } from './dendron.ts'
import { attributeIds } from './attribute-ids.ts'
import { docfxLink, docfxMentions, isDocfxTab } from './docfx.ts'
import { hugoLinks } from './hugo.ts'
import {
  asPageLink,
  isBlockReference,
  logseqAliasStarts,
  logseqBlocks,
  logseqLinks,
  logseqTagLinks,
  logseqTags,
} from './logseq.ts'

/** What was read of a body, with what only the tools of its vault read in it (links.md section 9). */
export function withToolSyntax(
  scan: Scan,
  { text, from, lines }: Omit<ToolText, 'isExcluded'>,
  { syntax }: VaultDialects,
): Scan {
  if (syntax.length === 0) return scan
  const body: ToolText = { text, from, lines, isExcluded: excludedAt(scan.excluded) }
  let { links, blocks, inlineTags, anchors } = scan
  if (syntax.includes('mkdocs')) {
    const ids = attributeIds(body)
    const starts = new Set(ids.map(({ start }) => start))
    anchors = [...new Set([...anchors, ...ids.map(({ id }) => id)])]
    inlineTags = inlineTags.filter(({ span }) => !starts.has(span.start))
  }
  if (syntax.includes('vuepress')) links = links.filter((link) => !isContentsMark(link))
  if (syntax.includes('dendron')) links = links.map((link) => dendronLink(text, link))
  if (syntax.includes('docfx')) {
    const own = links.filter((link) => !isDocfxTab(link)).map(docfxLink)
    links = inOrder([...own, ...docfxMentions(body, excludedAt(own.map(({ span }) => span)))])
  }
  if (syntax.includes('hugo')) links = inOrder([...links, ...hugoLinks(body)])
  if (syntax.includes('logseq')) {
    const names = logseqAliasStarts(text, from)
    const own = links.map(asPageLink).filter(({ span, target }) => !names.has(span.start) && !isBlockReference(target))
    blocks = inOrder([...blocks, ...logseqBlocks(body)])
    inlineTags = inOrder([...inlineTags, ...logseqTags(body)])
    links = inOrder([...own, ...logseqLinks(body), ...logseqTagLinks(inlineTags)])
  }
  return { ...scan, links, blocks, inlineTags, anchors }
}

/** `[[toc]]`, where VuePress puts the headings of a page. */
function isContentsMark({ kind, target, text }: Link): boolean {
  return kind === 'wiki' && /^toc$/i.test(target) && text === undefined
}

function inOrder<Item extends Pick<Link, 'span'>>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => a.span.start - b.span.start)
}

function excludedAt(excluded: readonly Pick<Excluded, 'start' | 'end'>[]): (offset: number) => boolean {
  const sorted = excluded.toSorted((a, b) => a.start - b.start)
  return (offset) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return (sorted[low - 1]?.end ?? 0) > offset
  }
}
