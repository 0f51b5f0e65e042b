import type { Span } from '../../model/span.ts'
import type { ToolText } from './tool-text.ts'

/**
 * The ids, with their `#`, that `{ #id .class }` gives to what stands before it, a heading or not
 * (python-markdown.github.io/extensions/attr_list).
 */
export function attributeIds({ text, from, isExcluded }: ToolText): readonly (Span & { readonly id: string })[] {
  return [...text.matchAll(/\{:?([^{}\r\n]+)\}/g)].flatMap(({ index, 0: whole, 1: inside = '' }) => {
    const found = /(?:^|[ \t])#([^\s#="']+)/.exec(inside)
    if (index < from || isExcluded(index) || found === null) return []
    const end = index + whole.length - 1 - inside.length + found.index + found[0].length
    const id = found[1] ?? ''
    return [{ id, start: end - id.length - 1, end }]
  })
}
