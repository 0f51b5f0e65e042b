import type { Link } from '../../model/link.ts'
import type { ToolText } from './tool-text.ts'

/** `~/x.md` starts in the root, `xref:uid` names the note with this `uid`. */
export function docfxLink(link: Link): Link {
  const isOwn = /^(?:~\/|xref:)/.test(link.target) && link.kind !== 'wiki' && link.kind !== 'embed'
  return isOwn ? { ...link, tool: 'docfx' } : link
}

/** `@uid`, which begins with a letter and ends before a blank or a mark, or `@"uid"`: a link to the note with this `uid`, or to code. */
const mention = /(?<![\p{L}\p{N}_@/.+-])@(?:(["'])([^"'\r\n]+)\1|([A-Za-z](?:[\w.~-]*\w)?))/gu

/** Whether a link of a heading, `# [Linux](#tab/linux)`, makes the heading a tab and leads nowhere. */
export function isDocfxTab({ target, anchor }: Link): boolean {
  return target === '' && anchor?.startsWith('tab/') === true
}

/** The uids in running text; `isTaken` tells of what is a link already. */
export function docfxMentions(
  { text, from, lines, isExcluded }: ToolText,
  isTaken: (offset: number) => boolean,
): readonly Link[] {
  return [...text.matchAll(mention)].flatMap(({ index, 0: whole }) => {
    if (index < from || isExcluded(index) || isTaken(index)) return []
    const span = { start: index, end: index + whole.length }
    return [{ kind: 'markdown', tool: 'docfx', target: whole, span, targetSpan: span, ...lines.position(index) }]
  })
}
