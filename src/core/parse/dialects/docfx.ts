import type { Link } from '../../model/link.ts'

/** `~/x.md` starts in the root, `xref:uid` names the note with this `uid`. */
export function docfxLink(link: Link): Link {
  const isOwn = /^(?:~\/|xref:)/.test(link.target) && link.kind !== 'wiki' && link.kind !== 'embed'
  return isOwn ? { ...link, tool: 'docfx' } : link
}
