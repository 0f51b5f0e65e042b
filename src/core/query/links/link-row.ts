import type { LinkRow, LinkStatus } from '../../model/report.ts'
import { type Resolution, type ResolvedLink, targetPath } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'

/** The row of a link; `end` says whose title and summary it carries: the target's, or the linking note's. */
export function toLinkRow(vault: Vault, resolved: ResolvedLink, end: 'target' | 'source', depth: number): LinkRow {
  const { link, from, resolution } = resolved
  const path = targetPath(resolution)
  const other = end === 'source' ? from : path === undefined ? undefined : vault.note(path)
  return {
    path: from.path,
    line: link.line,
    column: link.column,
    kind: link.kind,
    target: link.target,
    ...(link.anchor === undefined ? {} : { anchor: link.anchor }),
    ...(link.text === undefined ? {} : { text: link.text }),
    status: linkStatus(resolution),
    ...(path === undefined ? {} : { resolved: path }),
    ...(other === undefined ? {} : { title: other.title }),
    ...(other?.summary === undefined ? {} : { summary: other.summary }),
    depth,
  }
}

/** The contract's word for a resolution: an ambiguous link whose anchor is missing is a broken anchor; a path outside counts by whether it exists. */
export function linkStatus(resolution: Resolution): LinkStatus {
  switch (resolution.status) {
    case 'outside':
      return resolution.exists === true ? 'external' : 'broken'
    case 'ambiguous':
      return resolution.anchorMissing === true ? 'broken-anchor' : 'ambiguous'
    default:
      return resolution.status
  }
}
