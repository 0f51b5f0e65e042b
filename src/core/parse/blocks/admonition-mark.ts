import type { Span } from '../../model/span.ts'

/** The line of an admonition, or a tab of MkDocs: its kind, how it is folded, and where its title stands. */
export interface AdmonitionMark extends Span {
  readonly kind: string
  readonly fold?: 'open' | 'closed'
  readonly title?: Span
  /** Whether nothing is drawn around what it holds. */
  readonly unseen?: true
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

/** Containers that VuePress draws nothing around. */
const unseen = /^(?:v-pre|raw|tabs|code-(?:group|tabs))$/

/**
 * Reads the line [start, end), which begins with `marks` colons, as `:::note Title`, `:::note[Title]{.class}` (docusaurus.io, admonitions) or
 * `::: tip Title` (vuepress.vuejs.org, custom containers).
 */
export function containerMark(text: string, start: number, end: number, marks: number): AdmonitionMark | undefined {
  const line = text.slice(start + marks, end)
  const [lead = '', name = ''] = /^[ \t]*([A-Za-z][\w-]*)(?:#[\w-]+)?(?=[ \t[{]|$)/.exec(line) ?? []
  if (name === '') return undefined
  const kind = name.toLowerCase()
  const behind = line.slice(lead.length).replace(/[ \t]*(?:\{[^{}]*\})?[ \t]*$/, '')
  const label = /^[ \t]*(?:\[(.*)\]|(.*))$/.exec(behind)
  const title = unseen.test(kind) ? '' : (label?.[1] ?? label?.[2] ?? '')
  const from = start + marks + lead.length + behind.lastIndexOf(title)
  return {
    ...{ start, end, kind },
    ...(unseen.test(kind) ? { unseen: true } : {}),
    ...(kind === 'details' ? { fold: 'closed' } : {}),
    ...(title === '' ? {} : { title: { start: from, end: from + title.length } }),
  }
}
