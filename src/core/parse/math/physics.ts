import type { CommandReader, CommandReaders } from './command-reader.ts'
import type { TexReader } from './tex-reader.ts'
import { textArgument } from './text-mode.ts'
import { quantityOf } from './units.ts'
import { nameTable } from '../../model/name-table.ts'

type Known = (tex: string) => string
type Write = (...args: readonly string[]) => string

/** The commands of the packages physics and tensor that KaTeX lacks or reads otherwise. */
export const physicsCommands: CommandReaders = {
  dv: derivative('\\mathrm{d}'),
  derivative: derivative('\\mathrm{d}'),
  odv: derivative('\\mathrm{d}'),
  pdv: derivative('\\partial '),
  pderivative: derivative('\\partial '),
  partialderivative: derivative('\\partial '),
  fdv: derivative('\\delta '),
  fderivative: derivative('\\delta '),
  dd: differential('\\mathrm{d}'),
  differential: differential('\\mathrm{d}'),
  qty: (reader, known) => quantityAt(reader) ?? bracketed(reader, known),
  quantity: (reader, known) => bracketed(reader, known),
  pqty: starred(1, (body) => `\\left(${body}\\right)`),
  bqty: starred(1, (body) => `\\left[${body}\\right]`),
  Bqty: starred(1, (body) => `\\left\\{${body}\\right\\}`),
  vqty: starred(1, (body) => `\\left|${body}\\right|`),
  abs: starred(1, (body) => `\\left|${body}\\right|`),
  absolutevalue: starred(1, (body) => `\\left|${body}\\right|`),
  norm: starred(1, (body) => `\\left\\|${body}\\right\\|`),
  eval: evaluated,
  evaluated: evaluated,
  order: starred(1, (body) => `\\mathcal{O}\\left(${body}\\right)`),
  vb: starred(1, (body) => `\\boldsymbol{${body}}`, '\\mathbf'),
  vectorbold: starred(1, (body) => `\\boldsymbol{${body}}`, '\\mathbf'),
  va: starred(1, (body) => `\\vec{\\boldsymbol{${body}}}`, '\\vec'),
  vu: starred(1, (body) => `\\hat{\\boldsymbol{${body}}}`),
  vectorunit: starred(1, (body) => `\\hat{\\boldsymbol{${body}}}`),
  braket: innerProduct,
  ip: innerProduct,
  innerproduct: innerProduct,
  ketbra: outerProduct,
  dyad: outerProduct,
  op: outerProduct,
  outerproduct: outerProduct,
  ev: expectation,
  expval: expectation,
  expectationvalue: expectation,
  mel: starred(3, matrixElement),
  matrixel: starred(3, matrixElement),
  matrixelement: starred(3, matrixElement),
  comm: starred(2, (left, right) => `\\left[${left},${right}\\right]`),
  commutator: starred(2, (left, right) => `\\left[${left},${right}\\right]`),
  acomm: starred(2, (left, right) => `\\left\\{${left},${right}\\right\\}`),
  acommutator: starred(2, (left, right) => `\\left\\{${left},${right}\\right\\}`),
  anticommutator: starred(2, (left, right) => `\\left\\{${left},${right}\\right\\}`),
  pb: starred(2, (left, right) => `\\left\\{${left},${right}\\right\\}`),
  poissonbracket: starred(2, (left, right) => `\\left\\{${left},${right}\\right\\}`),
  gradient: applied('\\nabla '),
  curl: applied('\\nabla\\times '),
  divergence: applied('\\nabla\\cdot '),
  laplacian: applied('\\nabla^2 '),
  grad: applied('\\nabla '),
  qq: starred(1, (body) => `\\quad\\text{${textArgument(body)}}\\quad `, undefined, true),
  tensor: (reader, known) => {
    takeStars(reader)
    const body = reader.argument()
    const indices = reader.argument()
    return body === undefined || indices === undefined ? undefined : `{${known(body)}}${staggered(known(indices))}`
  },
  indices: starred(1, (body) => staggered(body)),
  isotope: isotope,
  nuclide: isotope,
  mqty: matrix(''),
  matrixquantity: matrix(''),
  pmqty: starred(1, (body) => environment('pmatrix', body)),
  bmqty: starred(1, (body) => environment('bmatrix', body)),
  vmqty: starred(1, (body) => environment('vmatrix', body)),
  smqty: matrix('small'),
}

/** What a command writes of as many arguments in braces; a star before them is passed over, or chooses another form. */
function starred(parameters: number, write: Write, plain?: string, isText = false): CommandReader {
  return (reader, known) => {
    const star = takeStars(reader)
    const found: string[] = []
    for (let index = 0; index < parameters; index++) {
      const argument = reader.argument()
      if (argument === undefined) return undefined
      found.push(isText ? argument : known(argument))
    }
    return plain === undefined || star ? write(...found) : `${plain}{${found[0] ?? ''}}`
  }
}

/** `\dv[n]{f}{x}`, `\dv{x}`, `\pdv{f}{x}{y}`: with one argument the operator alone. */
function derivative(sign: string): CommandReader {
  return (reader, known) => {
    takeStars(reader)
    const order = reader.optional()
    const args = inBraces(reader, 3).map(known)
    const [first, second, third] = args
    if (first === undefined) return undefined
    const power = order === undefined ? '' : `^{${known(order)}}`
    if (second === undefined) return `\\frac{${sign}${power}}{${sign}${first}${power}}`
    if (third === undefined) return `\\frac{${sign}${power}${first}}{${sign}${second}${power}}`
    return `\\frac{${sign}^{2}${first}}{${sign}${second}\\,${sign}${third}}`
  }
}

/** `\dd x`, `\dd{x}`, `\dd[3]{x}` and `\dd(\cos x)`. */
function differential(sign: string): CommandReader {
  return (reader, known) => {
    const order = reader.optional()
    const power = order === undefined ? '' : `^{${known(order)}}`
    const body = reader.isAt('{') ? reader.argument() : undefined
    if (body === undefined) return `\\,${sign}${power}`
    const after = /^\s*(?!\\(?:dd|right|[,;:!]))[A-Za-z\d\\(]/.test(reader.source.slice(reader.at, reader.at + 20))
      ? '\\,'
      : ''
    return `\\,${sign}${power}{${known(body)}}${after}`
  }
}

/** The arguments in braces that follow one another without a gap, `most` at most. */
function inBraces(reader: TexReader, most: number): readonly string[] {
  const found: string[] = []
  while (found.length < most && (found.length === 0 ? reader.isAt('{') : reader.source[reader.at] === '{')) {
    const argument = reader.argument()
    if (argument === undefined) break
    found.push(argument)
  }
  return found
}

/** Passes the star behind a command, or the two that `\ev` and `\mel` may have, and says whether one stood there. */
function takeStars(reader: TexReader): boolean {
  const start = reader.at
  while (reader.take('*'));
  return reader.at > start
}

/** `\qty{5}{\newton}` of siunitx; undefined, with the reader where it was, when it is another's `\qty`. */
function quantityAt(reader: TexReader): string | undefined {
  const start = reader.at
  const found = quantityOf(reader)
  if (found === undefined) reader.at = start
  return found
}

/** What closes a bracket, how both are written as they grow, and the letter of the matrices that have them. */
type Bracket = readonly [close: string, left: string, right: string, matrix: string]

const brackets: Readonly<Record<string, Bracket>> = nameTable({
  '(': [')', '(', ')', 'p'],
  '[': [']', '[', ']', 'b'],
  '|': ['|', '|', '|', 'v'],
  '{': ['}', '\\{', '\\}', ''],
})

/** `\qty(…)`, `\qty[…]`, `\qty|…|` and `\qty{…}`: brackets that grow with what they hold. */
function bracketed(reader: TexReader, known: Known): string | undefined {
  takeStars(reader)
  reader.skipSpace()
  const open = reader.source.charAt(reader.at)
  const bracket = brackets[open]
  if (bracket === undefined) return undefined
  const [close, left, right] = bracket
  const body = between(reader, open, close)
  return body === undefined ? undefined : `\\left${left}${known(body)}\\right${right}`
}

/** What stands between a bracket that opens here and the one that closes it. */
function between(reader: TexReader, open: string, close: string): string | undefined {
  const from = ++reader.at
  let depth = 0
  while (!reader.done) {
    const character = reader.source.charAt(reader.at)
    if (reader.command() !== undefined) continue
    if (character === '{') {
      if (reader.argument() === undefined) return undefined
      continue
    }
    reader.at++
    if (character === close && depth === 0) return reader.slice(from, reader.at - 1)
    if (character === open) depth++
    else if (character === close) depth--
  }
  return undefined
}

function matrix(prefix: string): CommandReader {
  return (reader, known) => {
    takeStars(reader)
    reader.skipSpace()
    const open = reader.source.charAt(reader.at)
    const bracket = brackets[open]
    const body = bracket === undefined ? undefined : between(reader, open, bracket[0])
    if (bracket === undefined || body === undefined) return undefined
    const [, left, right, kind] = bracket
    if (prefix === '') return environment(`${kind}matrix`, known(body))
    const inside = environment(`${prefix}matrix`, known(body))
    return open === '{' ? inside : `\\left${left}${inside}\\right${right}`
  }
}

function environment(name: string, body: string): string {
  return `\\begin{${name}}${body}\\end{${name}}`
}

/** `\eval{f}_0^1`: a bar at the right of what is evaluated. */
function evaluated(reader: TexReader, known: Known): string | undefined {
  takeStars(reader)
  const [body] = inBraces(reader, 1)
  return body === undefined ? undefined : `\\left.${known(body)}\\right|`
}

/** `\braket{a}{b}`; of one argument, which holds its own bars, KaTeX's. */
function innerProduct(reader: TexReader, known: Known): string | undefined {
  takeStars(reader)
  const [left, right] = inBraces(reader, 2).map(known)
  if (left === undefined || right === undefined) return undefined
  return `\\left\\langle ${left}\\middle|${right}\\right\\rangle `
}

function outerProduct(reader: TexReader, known: Known): string | undefined {
  takeStars(reader)
  const [left, right] = inBraces(reader, 2).map(known)
  return left === undefined ? undefined : `\\left|${left}\\right\\rangle\\!\\left\\langle ${right ?? left}\\right|`
}

/** `\ev{A}` is ⟨A⟩, `\ev{A}{\psi}` is ⟨ψ|A|ψ⟩. */
function expectation(reader: TexReader, known: Known): string | undefined {
  takeStars(reader)
  const [body, state] = inBraces(reader, 2).map(known)
  if (body === undefined) return undefined
  return state === undefined ? `\\left\\langle ${body}\\right\\rangle ` : matrixElement(state, body, state)
}

function matrixElement(left: string, body: string, right: string): string {
  return `\\left\\langle ${left}\\middle|${body}\\middle|${right}\\right\\rangle `
}

function applied(sign: string): CommandReader {
  return (reader, known) => {
    const [body] = inBraces(reader, 1)
    return body === undefined ? sign : `${sign}{${known(body)}}`
  }
}

/** Indices one behind the other, as `^a_b^c` of a tensor. */
function staggered(indices: string): string {
  return indices.replace(/\s*([_^])/g, '{}$1')
}

/** `\isotope[14][6]{C}`: the numbers before the element. */
function isotope(reader: TexReader, known: Known): string | undefined {
  const mass = reader.optional() ?? ''
  const number = reader.optional() ?? ''
  const element = reader.argument()
  return element === undefined ? undefined : `{}^{${mass}}_{${number}}\\mathrm{${known(element)}}`
}
