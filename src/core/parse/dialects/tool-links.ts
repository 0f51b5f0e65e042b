import type { ToolText } from './tool-text.ts'
import type { Link } from '../../model/link.ts'
import type { VaultDialects } from '../../model/tool-dialect.ts'
import type { Scan } from '../found.ts'
import { logseqAliasStarts, logseqTagLinks, logseqTags } from './logseq.ts'

/** What was read of a body, with what Logseq reads in the properties of a page and makes of tags (links.md section 9). */
export function withToolSyntax(scan: Scan, body: ToolText, { syntax }: VaultDialects): Scan {
  if (!syntax.includes('logseq')) return scan
  const names = logseqAliasStarts(body.text, body.from)
  const inlineTags = inOrder([...scan.inlineTags, ...logseqTags(body)])
  const own = scan.links.filter(({ span }) => !names.has(span.start))
  return { ...scan, links: inOrder([...own, ...logseqTagLinks(inlineTags)]), inlineTags }
}

function inOrder<Item extends Pick<Link, 'span'>>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => a.span.start - b.span.start)
}
