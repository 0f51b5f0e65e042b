import type { TexReader } from './tex-reader.ts'
import { nameTable } from '../../model/name-table.ts'

/** A command that an author defined: what it stands for, with `#1` to `#9` for its arguments. */
export interface TexMacro {
  readonly body: string
  readonly parameters: number
  /** The value of the first argument where it is left out, as in `\newcommand{\x}[2][default]{…}`. */
  readonly fallback?: string
}

/** Macros by their name without backslash. */
export type TexMacros = ReadonlyMap<string, TexMacro>

/** The macro that a line of a configuration gives a name (`\R` or `R`): its arguments are counted in its body. */
export function configuredMacro(name: string, body: string): readonly [string, TexMacro] {
  const used = [...body.matchAll(/#([1-9])/g)].map(([, digit]) => Number(digit))
  return [name.replace(/^\\/, ''), { body, parameters: Math.max(0, ...used) }]
}

type Definition = readonly [name: string, macro: TexMacro]

/** The macros that the definition whose command was just read makes; undefined, with the reader where it was, when it is none that is understood. */
export function readMacroDefinition(command: string, reader: TexReader): readonly Definition[] | undefined {
  const start = reader.at
  const found = definers[command]?.(reader)
  if (found === undefined) reader.at = start
  return found
}

const definers: Readonly<Record<string, (reader: TexReader) => readonly Definition[] | undefined>> = nameTable({
  newcommand: command,
  renewcommand: command,
  providecommand: command,
  DeclareRobustCommand: command,
  def: primitive,
  gdef: primitive,
  let: alias,
  DeclareMathOperator: operator,
  DeclarePairedDelimiter: delimiters,
})

function command(reader: TexReader): readonly Definition[] | undefined {
  reader.take('*')
  const name = definedName(reader.argument())
  const count = reader.optional()
  const fallback = count === undefined ? undefined : reader.optional()
  const body = reader.argument()
  const parameters = Number(count ?? 0)
  if (name === undefined || body === undefined || !(parameters >= 0 && parameters <= 9)) return undefined
  return [[name, { body, parameters, ...(fallback === undefined ? {} : { fallback }) }]]
}

/** `\def\name#1#2{…}`; parameters with text between them are left to TeX. */
function primitive(reader: TexReader): readonly Definition[] | undefined {
  reader.skipSpace()
  const name = reader.command()
  let parameters = 0
  while (reader.take(`#${parameters + 1}`)) parameters++
  const body = reader.source[reader.at] === '{' ? reader.argument() : undefined
  return name === undefined || !isName(name) || body === undefined ? undefined : [[name, { body, parameters }]]
}

function alias(reader: TexReader): readonly Definition[] | undefined {
  reader.skipSpace()
  const name = reader.command()
  reader.skipSpace()
  reader.take('=')
  reader.skipSpace()
  const other = reader.command()
  if (name === undefined || other === undefined || !isName(name) || other === '' || other === name) return undefined
  return [[name, { body: `\\${other} `, parameters: 0 }]]
}

function operator(reader: TexReader): readonly Definition[] | undefined {
  const star = reader.take('*') ? '*' : ''
  const name = definedName(reader.argument())
  const body = reader.argument()
  if (name === undefined || body === undefined) return undefined
  return [[name, { body: `\\operatorname${star}{${body}}`, parameters: 0 }]]
}

/** `\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}`: `\abs` takes one argument, `\abs*` grows with it. */
function delimiters(reader: TexReader): readonly Definition[] | undefined {
  const name = definedName(reader.argument())
  const left = reader.argument()
  const right = reader.argument()
  if (name === undefined || left === undefined || right === undefined) return undefined
  return [
    [name, { body: `\\@ifstar\\${name}@tall\\${name}@plain`, parameters: 0 }],
    [`${name}@tall`, { body: `\\left${left} #1\\right${right} `, parameters: 1 }],
    [`${name}@plain`, { body: `${left} #1${right} `, parameters: 1 }],
  ]
}

function definedName(written: string | undefined): string | undefined {
  const name = written?.trim() ?? ''
  return name.startsWith('\\') && isName(name.slice(1)) ? name.slice(1) : undefined
}

function isName(name: string): boolean {
  return /^[A-Za-z@]+$/.test(name)
}
