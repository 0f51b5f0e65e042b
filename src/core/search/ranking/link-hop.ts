import { targetPath } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Ranked } from './rank-notes.ts'

/** How much of a strong hit's score goes over a link to a note that it cites and that answers something itself. */
export const hopShare = 0.02

/** Hits that count as strong: so many, and none below this share of the best one's score. */
const strongest = 5
const nearBest = 0.75

/** Raises notes that the strongest hits cite; each note by its strongest citing hit. */
export function hopOverLinks(vault: Vault, ranked: readonly Ranked[], share = hopShare): readonly Ranked[] {
  const cited = citedByStrong(vault, ranked)
  if (cited.size === 0 || share === 0) return ranked
  return ranked
    .map((one) => {
      const by = cited.get(one.note)
      return by === undefined ? one : { ...one, score: Math.min(1, one.score + share * by.score), citedBy: by.note }
    })
    .sort((a, b) => b.score - a.score || a.note - b.note)
}

function citedByStrong(vault: Vault, ranked: readonly Ranked[]): ReadonlyMap<number, Ranked> {
  const best = ranked[0]?.score ?? 0
  const cited = new Map<number, Ranked>()
  for (const strong of ranked.slice(0, strongest)) {
    if (strong.score < best * nearBest) break
    const from = vault.notes[strong.note]?.path
    if (from === undefined) continue
    for (const { resolution } of vault.linksFrom(from)) {
      const path = targetPath(resolution)
      const number = path === undefined || path === from ? undefined : vault.numberOf(path)
      if (number !== undefined && !cited.has(number)) cited.set(number, strong)
    }
  }
  return cited
}
