import { isSpace, trimEnd } from '../character.ts'

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
  const textEnd = beforeClosing(written, found.index)
  if (name !== undefined && name !== '') return { id: name, textEnd }
  return /(?:^|\s)\.[\p{L}_]/u.test(attributes) ? { textEnd } : undefined
}

/** Before the closing `#`s that stand before the braces, as in `## Text ## {#id}` (michelf.ca/projects/php-markdown/extra, pandoc.org). */
function beforeClosing(written: string, end: number): number {
  let hashes = trimEnd(written, 0, end)
  while (hashes > 0 && written[hashes - 1] === '#') hashes--
  return hashes < end && hashes > 0 && isSpace(written.charCodeAt(hashes - 1)) ? hashes : end
}

/** Nothing but `#id`, `.class` and `key=value`. */
const attributeList = /^\s*(?:(?:[#.][^\s"'=]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"']+))(?:\s+|$))+$/
