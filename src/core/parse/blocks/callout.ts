/**
 * The `[!kind]-` that makes a quote a callout: its kind in lower case, how it is folded, and its length with the blanks behind it.
 * What stands behind a bar, `[!kind|wide]`, is for the themes of Obsidian.
 */
export function calloutMark(
  text: string,
): { readonly kind: string; readonly fold?: 'open' | 'closed'; readonly length: number } | undefined {
  const mark = /^\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*/.exec(text)
  if (mark?.[1] === undefined) return undefined
  const fold = mark[2] === '+' ? 'open' : mark[2] === '-' ? 'closed' : undefined
  return { kind: mark[1].toLowerCase(), ...(fold === undefined ? {} : { fold }), length: mark[0].length }
}
