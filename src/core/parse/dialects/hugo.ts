import type { Link } from '../../model/link.ts'
import type { ToolText } from './tool-text.ts'

/**
 * A shortcode that names a page, in quotes of any kind or none, alone or as its `path`; one with a comment inside, as documentation writes it,
 * is text.
 */
const shortcode =
  /(\{\{[<%][ \t]*(?:rel)?ref[ \t]+(?:[^\r\n{}]*?\bpath=)?)(?:(["'`])([^"'`\r\n]*)\2|([^\s"'`>%]+))[^\r\n{}]*?[>%]\}\}/g

/** The links of Hugo's shortcodes: pages that `ref` and `relref` name, mostly the destination of a link, and what `figure` shows. */
export function hugoLinks(body: ToolText): readonly Link[] {
  return [...references(body), ...figures(body)]
}

const figure = /\{\{[<%][ \t]*figure\b((?:[^{}"'`]|"[^"\r\n]*"|'[^'\r\n]*'|`[^`]*`)*?)\/?[>%]\}\}/g

/** `{{< figure src="plot.png" link="/posts/x/" >}}`: a picture of the bundle or the site, and where it leads. */
function figures({ text, from, lines, isExcluded }: ToolText): readonly Link[] {
  return [...text.matchAll(figure)].flatMap(({ index, 0: whole, 1: inside = '' }) => {
    if (index < from || isExcluded(index)) return []
    const at = index + whole.indexOf(inside)
    return [...inside.matchAll(/\b(src|link)=(["'`])([^"'`\r\n]+)\2/g)].map((found): Link => {
      const [assignment, name = '', , written = ''] = found
      const start = at + found.index + assignment.length - 1 - written.length
      const mark = written.indexOf('#')
      const target = mark < 0 ? written : written.slice(0, mark)
      return {
        ...({ kind: name === 'src' ? 'image' : 'markdown', tool: 'shortcode', target } as const),
        ...(mark < 0 ? {} : { anchor: written.slice(mark + 1) }),
        span: { start: at + found.index, end: at + found.index + assignment.length },
        targetSpan: { start, end: start + target.length },
        ...lines.position(at + found.index),
      }
    })
  })
}

function references({ text, from, lines, isExcluded }: ToolText): readonly Link[] {
  return [...text.matchAll(shortcode)].flatMap(
    ({ index, 0: whole, 1: lead = '', 2: quote = '', 3: quoted, 4: bare }) => {
      const written = quoted ?? bare ?? ''
      if (index < from || isExcluded(index) || written === '') return []
      const start = index + lead.length + quote.length
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
    },
  )
}
