import type { Link } from '../../model/link.ts'

/** `[[text|target#anchor]]`: Dendron puts the text first. `#*` is all of a note, `#a:#b` and `#a,1` a part that begins at `a`. */
export function dendronLink(text: string, link: Link): Link {
  if ((link.kind !== 'wiki' && link.kind !== 'embed') || link.canvas !== undefined) return link
  const open = link.kind === 'embed' ? 3 : 2
  const start = link.span.start + open
  const inside = text.slice(start, link.span.end - 2)
  const pipe = inside.indexOf('|')
  if (pipe < 0) return withoutRange(link)
  const right = inside.slice(pipe + 1)
  const mark = right.indexOf('#')
  const written = mark < 0 ? right : right.slice(0, mark)
  const target = written.trim()
  const at = start + pipe + 1 + written.indexOf(target)
  const { anchor: _anchor, ...rest } = link
  return withoutRange({
    ...rest,
    ...(mark < 0 ? {} : { anchor: right.slice(mark + 1).trim() }),
    tool: 'dendron',
    target,
    targetSpan: { start: at, end: at + target.length },
    text: inside.slice(0, pipe).trim(),
  })
}

/** With the anchor at which the part begins that the link names; a range is written as only Dendron reads it. */
function withoutRange(link: Link): Link {
  if (link.anchor === '*') return { ...link, anchor: '' }
  const start = /^([^:,]+)(?:,\d+)?(?::#.*)?$/.exec(link.anchor ?? '')?.[1]
  return start === undefined || start === link.anchor ? link : { ...link, tool: 'dendron', anchor: start }
}
