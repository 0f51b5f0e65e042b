import type { HeadingToken } from '../../../core/parse/blocks/block-token.ts'
import { type BodyWriter, direction, element, freshId } from './body-writer.ts'

/** A heading with the sign § before it, which links to it. */
export function heading(writer: BodyWriter, token: HeadingToken): string {
  const markup = writer.inline(token.children).trim()
  const level = Math.min(6, token.level + writer.shift)
  const id = freshId(writer, token.slug)
  if (id === undefined) return element(writer, `h${level}`, { dir: direction(writer) }, markup)
  writer.headings.push({ level, id, markup })
  const sign = element(
    writer,
    'a',
    { class: 'sec', href: `#${encodeURI(id)}`, 'aria-label': 'link to this section' },
    '§',
  )
  const named = token.anchor === undefined ? undefined : freshId(writer, token.anchor)
  const other = named === undefined ? '' : element(writer, 'span', { id: named }, '')
  return element(writer, `h${level}`, { id, dir: direction(writer) }, sign + markup + other)
}
