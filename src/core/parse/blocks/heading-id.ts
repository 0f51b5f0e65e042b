/**
 * The id that attributes in braces at the end of a heading give it (`{#id}`, `{ #id .class key=value }`, `{id="…"}`), and where the text
 * before them ends; undefined when there is none (links.md section 4).
 */
export function headingId(written: string): { readonly id: string; readonly textEnd: number } | undefined {
  const found = written.endsWith('}') ? /(?:^|\s)\{:?([^{}]*)\}$/.exec(written) : null
  if (found === null) return undefined
  const attributes = found[1] ?? ''
  if (!attributeList.test(attributes)) return undefined
  const id = /(?:^|\s)(?:#([^\s"'=]+)|id=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))/.exec(attributes)
  const name = id?.slice(1).find((one) => one !== undefined)
  return name === undefined || name === '' ? undefined : { id: name, textEnd: found.index }
}

/** Nothing but `#id`, `.class` and `key=value`. */
const attributeList = /^\s*(?:(?:[#.][^\s"'=]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"']+))(?:\s+|$))+$/
