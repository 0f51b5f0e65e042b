/** The `{#id}` at the end of a heading as written, and where the text before it ends; undefined when there is none (links.md section 4). */
export function headingId(written: string): { readonly id: string; readonly textEnd: number } | undefined {
  const found = written.endsWith('}') ? /(?:^|\s)\{#([^\s{}]+)\}$/.exec(written) : null
  return found?.[1] === undefined ? undefined : { id: found[1], textEnd: found.index }
}
