import type { Link } from '../../model/link.ts'
import type { ToolText } from './tool-text.ts'

/** A shortcode that names a page, in quotes of any kind or none; one with a comment inside, as documentation writes it, is text. */
const shortcode = /\{\{[<%][ \t]*(?:rel)?ref[ \t]+(?:(["'`])([^"'`\r\n]*)\1|([^\s"'`>%]+))[^\r\n{}]*?[>%]\}\}/g

/** `{{< ref "page#heading" >}}` and `{{< relref "page" >}}`, mostly the destination of a link. */
export function hugoLinks({ text, from, lines, isExcluded }: ToolText): readonly Link[] {
  return [...text.matchAll(shortcode)].flatMap(({ index, 0: whole, 1: quote = '', 2: quoted, 3: bare }) => {
    const written = quoted ?? bare ?? ''
    if (index < from || isExcluded(index) || written === '') return []
    const start = index + whole.indexOf(quote + written) + quote.length
    const mark = written.indexOf('#')
    const target = mark < 0 ? written : written.slice(0, mark)
    const link: Link = {
      ...({ kind: 'markdown', tool: 'shortcode', target } as const),
      ...(mark < 0 ? {} : { anchor: written.slice(mark + 1) }),
      span: { start: index, end: index + whole.length },
      targetSpan: { start, end: start + target.length },
      ...lines.position(index),
    }
    return [link]
  })
}
