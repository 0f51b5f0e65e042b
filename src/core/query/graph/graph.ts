import { isCanvasFile, type NotePath } from '../../model/note-path.ts'
import type { GraphEdge, GraphNode } from '../../model/report.ts'
import { targetPath } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'

/** The notes and canvases (all, or those within `depth` links of one, in either direction) and the links between them, each pair and kind once. */
export function graphOf(
  vault: Vault,
  around?: { readonly path: NotePath; readonly depth: number },
): {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** The note in the middle, and the paths of the notes two, three and more links away. */
  readonly around?: { readonly path: NotePath; readonly levels: readonly (readonly NotePath[])[] }
} {
  const levels = around === undefined ? undefined : levelsAround(vault, around.path, around.depth)
  const all = [...vault.notes, ...vault.canvases]
  const inside = new Set(levels?.flat() ?? all.map((note) => note.path))
  const nodes = all
    .filter((note) => inside.has(note.path) && (note.isIndex !== true || note.path === around?.path))
    .map(({ path, title, topics }) => ({ path, title, topics }))
  const edges = new Map<string, GraphEdge>()
  for (const { path } of nodes) {
    for (const { link, resolution } of vault.linksFrom(path)) {
      const to = targetPath(resolution)
      if (to === undefined || to === path || !inside.has(to)) continue
      edges.set(`${path}\n${to}\n${link.kind}`, { from: path, to, kind: link.kind })
    }
  }
  const found = { nodes, edges: [...edges.values()] }
  return around === undefined ? found : { ...found, around: { path: around.path, levels: levels?.slice(2) ?? [] } }
}

/** What a note or canvas links to, and what links to it. */
function neighboursOf(vault: Vault, path: NotePath): readonly NotePath[] {
  if (!isCanvasFile(path)) return [...vault.neighbours(path), ...vault.canvasLinksTo(path).map(({ from }) => from.path)]
  const targets = vault.linksFrom(path).flatMap(({ resolution }) => targetPath(resolution) ?? [])
  return targets.filter((target) => vault.note(target) !== undefined)
}

/** The note, its neighbours, theirs, and so on, each note once. */
function levelsAround(vault: Vault, start: NotePath, depth: number): readonly (readonly NotePath[])[] {
  const seen = new Set([start])
  const levels = [[start]]
  for (let level = 0; level < depth; level++) {
    const next: NotePath[] = []
    for (const path of (levels.at(-1) ?? []).flatMap((from) => neighboursOf(vault, from))) {
      if (seen.has(path)) continue
      seen.add(path)
      next.push(path)
    }
    if (next.length === 0) break
    levels.push(next)
  }
  return levels
}
