import type { Link } from '../../model/link.ts'

/** `[[text|target#anchor]]`: Dendron puts the text first. `#*` is all of a note. */
export function dendronLink(text: string, link: Link): Link {
  if ((link.kind !== 'wiki' && link.kind !== 'embed') || link.canvas !== undefined) return link
  const open = link.kind === 'embed' ? 3 : 2
  const start = link.span.start + open
  const inside = text.slice(start, link.span.end - 2)
  const pipe = inside.indexOf('|')
  if (pipe < 0) return withoutStar(link)
  const right = inside.slice(pipe + 1)
  const mark = right.indexOf('#')
  const written = mark < 0 ? right : right.slice(0, mark)
  const target = written.trim()
  const at = start + pipe + 1 + written.indexOf(target)
  const { anchor: _anchor, ...rest } = link
  return withoutStar({
    ...rest,
    ...(mark < 0 ? {} : { anchor: right.slice(mark + 1).trim() }),
    tool: 'dendron',
    target,
    targetSpan: { start: at, end: at + target.length },
    text: inside.slice(0, pipe).trim(),
  })
}

function withoutStar(link: Link): Link {
  return link.anchor === '*' ? { ...link, anchor: '' } : link
}
