/**
 * The id that attributes in braces at the end of a heading give it (`{#id}`, `{ #id .class key=value }`, `{id="…"}`), and where the text
 * before them ends; undefined when there are no attributes (links.md section 4). Classes alone give no id and are not shown, either.
 */
export function headingId(written: string): { readonly id?: string; readonly textEnd: number } | undefined {
  const found = written.endsWith('}') ? /(?:^|\s)\{:?([^{}]*)\}$/.exec(written) : null
  if (found === null) return undefined
  const attributes = found[1] ?? ''
  if (!attributeList.test(attributes)) return undefined
  const id = /(?:^|\s)(?:#([^\s"'=]+)|id=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))/.exec(attributes)
  const name = id?.slice(1).find((one) => one !== undefined)
  if (name !== undefined && name !== '') return { id: name, textEnd: found.index }
  return /(?:^|\s)\.[\p{L}_]/u.test(attributes) ? { textEnd: found.index } : undefined
}

/** Nothing but `#id`, `.class` and `key=value`. */
const attributeList = /^\s*(?:(?:[#.][^\s"'=]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"']+))(?:\s+|$))+$/
