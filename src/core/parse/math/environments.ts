import { texCells, texRows } from './rows.ts'

/** The environments that KaTeX lacks, or knows only at the top of a display, as those it has: what their body becomes. */
const rewrites: Readonly<Record<string, (body: string) => string>> = {
  equation: (body) => body,
  subequations: (body) => body,
  displaymath: (body) => body,
  math: (body) => body,
  split: inside('aligned'),
  align: inside('aligned'),
  flalign: inside('aligned'),
  gather: inside('gathered'),
  multline: multline,
  multlined: multline,
  eqnarray: (body) => inside('aligned')(texRows(body).map(twoColumns).join('\\\\')),
  tabular: (body) => `\\begin{array}${columns(body)}\\end{array}`,
  array: (body) => `\\begin{array}${columns(body)}\\end{array}`,
  tabularx: (body) => `\\begin{array}${columns(body.replace(/^\s*\{[^{}]*\}/, ''))}\\end{array}`,
}

/** An environment as KaTeX knows it; undefined to leave it as it is. */
export function knownEnvironment(name: string, body: string): string | undefined {
  const plain = name.endsWith('*') ? name.slice(0, -1) : name
  return Object.hasOwn(rewrites, plain) ? rewrites[plain]?.(body) : undefined
}

function inside(name: string): (body: string) => string {
  return (body) => `\\begin{${name}}${body}\\end{${name}}`
}

/** The first line of a `multline` stands at the left, the others further in. */
function multline(body: string): string {
  return inside('aligned')(
    texRows(body)
      .map((row, index) => (index === 0 ? `&${row}` : `&\\qquad ${row}`))
      .join('\\\\'),
  )
}

/** `a &=& b` has its relation in a column of its own. */
function twoColumns(row: string): string {
  const [left = '', relation, ...right] = texCells(row)
  return relation === undefined ? left : `${left}&${relation}{}${right.join(' ')}`
}

/** The columns of an array without what KaTeX does not read: the vertical place, `@{…}`, widths. */
function columns(body: string): string {
  const [whole = '', spec = ''] = /^\s*(?:\[[a-z]\])?\s*\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(body) ?? []
  if (whole === '') return `{l}${body}`
  const known = repeated(spec)
    .replace(/[@!><]\s*\{[^{}]*\}/g, '')
    .replace(/[pmbX](?:\s*\{[^{}]*\})?/g, 'l')
  return `{${known}}${body.slice(whole.length)}`
}

/** `*{3}{c}` is `ccc`. */
function repeated(spec: string): string {
  return spec.replace(/\*\s*\{(\d{1,2})\}\s*\{([^{}]*)\}/g, (_whole, count: string, part: string) =>
    part.repeat(Number(count)),
  )
}
