import { texCells, texRows } from './rows.ts'
import { textArgument } from './text-mode.ts'
import { nameTable } from '../../model/name-table.ts'

/** The environments that KaTeX lacks, or knows only at the top of a display, as those it has: what their body becomes. */
const rewrites: Readonly<Record<string, (body: string) => string>> = nameTable({
  equation: (body) => body,
  subequations: (body) => body,
  displaymath: (body) => body,
  math: (body) => body,
  split: placed('aligned'),
  aligned: placed('aligned'),
  gathered: placed('gathered'),
  alignedat: placed('alignedat'),
  align: inside('aligned'),
  flalign: inside('aligned'),
  gather: inside('gathered'),
  multline: multline,
  multlined: multline,
  eqnarray: (body) => inside('aligned')(texRows(body).map(twoColumns).join('\\\\')),
  IEEEeqnarray: (body) =>
    inside('aligned')(
      texRows(body.replace(/^\s*\{[^{}]*\}/, ''))
        .map(twoColumns)
        .join('\\\\'),
    ),
  empheq: (body) => emphasised(body),
  tabular: (body) => `\\begin{array}${columns(body)}\\end{array}`,
  array: (body) => `\\begin{array}${columns(body)}\\end{array}`,
  tabularx: (body) => `\\begin{array}${columns(body.replace(/^\s*\{[^{}]*\}/, ''))}\\end{array}`,
})

/** An environment as KaTeX knows it; undefined to leave it as it is. */
export function knownEnvironment(name: string, body: string): string | undefined {
  if (Object.hasOwn(starred, name)) return starred[name]?.(body)
  const plain = name.endsWith('*') ? name.slice(0, -1) : name
  return Object.hasOwn(rewrites, plain) ? rewrites[plain]?.(body) : undefined
}

/** Environments whose star says something else: the second cell of `cases*` is text, small matrices have brackets. */
const starred: Readonly<Record<string, (body: string) => string>> = nameTable({
  'cases*': withRemarks('cases'),
  'dcases*': withRemarks('dcases'),
  'rcases*': withRemarks('rcases'),
  'drcases*': withRemarks('drcases'),
  ...Object.fromEntries(
    Object.entries({ p: '()', b: '[]', v: '||', B: ['\\{', '\\}'], V: ['\\|', '\\|'], '': ['', ''] }).flatMap(
      ([letter, [left = '', right = '']]) => {
        const write = (body: string) => smallMatrix(body, left, right)
        return letter === ''
          ? [['smallmatrix*', write] as const]
          : [[`${letter}smallmatrix`, write] as const, [`${letter}smallmatrix*`, write] as const]
      },
    ),
  ),
})

function smallMatrix(body: string, left: string, right: string): string {
  const matrix = inside('smallmatrix')(body.replace(/^\s*\[[a-z]\]/, ''))
  return left === '' ? matrix : `\\left${left}${matrix}\\right${right}`
}

function withRemarks(name: string): (body: string) => string {
  const row = (cells: readonly string[]): string => {
    const [value = '', ...remarks] = cells
    return remarks.length === 0 ? value : `${value}&\\text{${textArgument(remarks.join(' ').trim())}}`
  }
  return (body) =>
    inside(name)(
      texRows(body)
        .map((line) => row(texCells(line)))
        .join('\\\\'),
    )
}

/** `\begin{empheq}[left=\empheqlbrace]{align}`: another environment, with a brace before it. */
function emphasised(body: string): string {
  const [whole = '', options = '', name = 'align'] =
    /^\s*(?:\[((?:[^[\]]|\[[^\]]*\])*)\])?\s*\{([a-z]+\*?)\}/.exec(body) ?? []
  const rest = body.slice(whole.length)
  const written = knownEnvironment(name, rest) ?? inside(name)(rest)
  return options.includes('empheqlbrace') ? `\\left\\{${written}\\right.` : written
}

/** An environment without its vertical place, `[t]`, `[c]` or `[b]`. */
function placed(name: string): (body: string) => string {
  return (body) => inside(name)(body.replace(/^\s*\[[tcb]\]/, ''))
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
