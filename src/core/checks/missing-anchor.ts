import type { Note } from '../model/note.ts'
import type { ResolvedLink } from '../model/resolution.ts'
import { isBlockAnchor } from '../vault/resolve-anchor.ts'
import type { Vault } from '../vault/vault.ts'

/** The note in which a link's anchor is missing, if it is an anchor of this kind; else undefined. */
export function missingAnchorIn(
  { link, resolution }: ResolvedLink,
  vault: Vault,
  kind: 'heading' | 'block',
): Note | undefined {
  const missing =
    resolution.status === 'broken-anchor' || (resolution.status === 'ambiguous' && resolution.anchorMissing === true)
  if (!missing) return undefined
  const block = isBlockAnchor((link.anchor ?? '').replace(/^.*#/, ''))
  return block === (kind === 'block') ? vault.note(resolution.path) : undefined
}
