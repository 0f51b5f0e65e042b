import type { Span } from '../../model/span.ts'

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

/** The line of an admonition or a tab of MkDocs: its kind, how it is folded, and where its title stands between quotes. */
export interface AdmonitionMark extends Span {
  readonly kind: string
  readonly fold?: 'open' | 'closed'
  readonly title?: Span
}

/**
 * Reads the line [start, end) as `!!! note "Title"`, `??? note` (closed), `???+ note` (open) or `=== "Tab"`
 * (squidfunk.github.io/mkdocs-material, admonitions and content tabs).
 */
export function admonitionMark(text: string, start: number, end: number): AdmonitionMark | undefined {
  const line = text.slice(start, end)
  const mark = /^(!!!|\?\?\?\+?|===[!+]{0,2})[ \t]+(?=\S)/.exec(line)
  if (mark?.[1] === undefined) return undefined
  const word = /^[\w-]+/.exec(line.slice(mark[0].length))?.[0].toLowerCase()
  const fold = mark[1] === '???' ? 'closed' : mark[1] === '???+' ? 'open' : undefined
  const [open, close] = [line.indexOf('"'), line.lastIndexOf('"')]
  return {
    ...{ start, end, kind: mark[1].startsWith('=') ? 'tab' : (word ?? 'note') },
    ...(fold === undefined ? {} : { fold }),
    ...(open < close ? { title: { start: start + open + 1, end: start + close } } : {}),
  }
}
