import type { CommandReaders } from './command-reader.ts'
import { type CommandRewrite, commandRewrites, textCommands, textNames, verbatimCommands } from './commands.ts'
import { knownEnvironment } from './environments.ts'
import { physicsCommands } from './physics.ts'
import { readMacroDefinition, type TexMacro, type TexMacros } from './macros.ts'
import { texCells, texRows } from './rows.ts'
import { asTyped, textArgument } from './text-mode.ts'
import { TexReader } from './tex-reader.ts'
import { unitCommands } from './units.ts'

const readers: CommandReaders = { ...unitCommands, ...physicsCommands, url: addressOf }

/** TeX in the commands that KaTeX knows, and the macros that hold after it. */
export interface KnownTex {
  readonly tex: string
  readonly macros: TexMacros
}

/**
 * Rewrites TeX of LaTeX, its packages and MathJax to what KaTeX knows, for every front alike: environments such as
 * `eqnarray`, commands such as `\cancelto`, `_` in text, lines at the top level. Definitions are taken out of it and
 * added to the macros, which go before anything this page would rewrite. What it does not know stays. Never throws.
 */
export function knownTex(tex: string, macros: TexMacros = new Map()): KnownTex {
  const known = new Map(macros)
  const rewritten = rewrite(tex, known)
  return { tex: withLines(rewritten), macros: known }
}

/** TeX with a command, at all its places, shown as its source with the arguments that follow it. */
export function withoutCommand(tex: string, name: string): string {
  const reader = new TexReader(tex)
  let written = ''
  while (!reader.done) {
    const start = reader.at
    const command = reader.command()
    if (command === undefined) reader.at++
    if (command !== name) {
      written += reader.slice(start)
      continue
    }
    while (reader.optional() !== undefined || (reader.source[reader.at] === '{' && reader.argument() !== undefined));
    written += asTyped(reader.slice(start))
  }
  return written
}

function rewrite(tex: string, macros: Map<string, TexMacro>): string {
  const reader = new TexReader(tex)
  let written = ''
  while (!reader.done) {
    const start = reader.at
    const command = reader.command()
    if (command !== undefined) written += rewriteCommand(command, reader, macros) ?? reader.slice(start)
    else if (reader.source[reader.at] === '%') skipRemark(reader)
    else written += reader.source[reader.at++] ?? ''
  }
  return written
}

/** A remark goes on to the end of its line. */
function skipRemark(reader: TexReader): void {
  const end = reader.source.indexOf('\n', reader.at)
  reader.at = end < 0 ? reader.source.length : end + 1
}

/** What the command that was just read becomes, with as much of what follows as belongs to it; undefined when it stays. */
function rewriteCommand(name: string, reader: TexReader, macros: Map<string, TexMacro>): string | undefined {
  const definitions = readMacroDefinition(name, reader)
  if (definitions !== undefined) {
    for (const [defined, macro] of definitions) macros.set(defined, { ...macro, body: rewrite(macro.body, macros) })
    return ''
  }
  if (macros.has(name)) return undefined
  if (name === 'begin') return rewriteEnvironment(reader, macros)
  if (textCommands.has(name)) return rewriteText(name, reader)
  if (name === '\\') return reader.take('*') ? '\\\\' : undefined
  if (name === 'root')
    return rewriteAround('\\of', reader, (index, body) => `\\sqrt[${index}]{${rewrite(body, macros)}}`)
  if (name === 'buildrel')
    return rewriteAround(
      '\\over',
      reader,
      (above, body) => `\\mathrel{\\overset{${rewrite(above, macros)}}{${rewrite(body, macros)}}}`,
    )
  if (verbatimCommands.has(name)) {
    reader.argument()
    return undefined
  }
  if (Object.hasOwn(readers, name)) return readCommand(name, reader, macros)
  const known = commandRewrites[name]
  return known === undefined ? undefined : rewriteArguments(known, reader, macros)
}

function rewriteEnvironment(reader: TexReader, macros: Map<string, TexMacro>): string | undefined {
  const start = reader.at
  const name = reader.argument()
  const body = name === undefined ? undefined : reader.environment(name)
  if (name === undefined || body === undefined) {
    reader.at = start
    return undefined
  }
  const inside = rewrite(body, macros)
  return knownEnvironment(name, inside) ?? `\\begin{${name}}${inside}\\end{${name}}`
}

function rewriteText(name: string, reader: TexReader): string | undefined {
  const argument = reader.source[reader.at] === '{' ? reader.argument() : undefined
  return argument === undefined ? undefined : `\\${textNames[name] ?? name}{${textArgument(argument)}}`
}

/** A command of plain TeX with a word between its arguments: `\root 3 \of x`, `\buildrel d \over \to`. */
function rewriteAround(
  word: string,
  reader: TexReader,
  write: (before: string, after: string) => string,
): string | undefined {
  const start = reader.at
  const middle = reader.source.indexOf(word, start)
  if (middle < 0) return undefined
  reader.at = middle + word.length
  const after = reader.argument()
  if (after !== undefined) return write(reader.slice(start, middle), after)
  reader.at = start
  return undefined
}

/** `\url{https://e.org/a_b}`: an address in a formula is text. */
function addressOf(reader: TexReader): string | undefined {
  const address = reader.argument()
  return address === undefined ? undefined : asTyped(address)
}

function readCommand(name: string, reader: TexReader, macros: Map<string, TexMacro>): string | undefined {
  const start = reader.at
  const written = readers[name]?.(reader, (tex) => rewrite(tex, macros))
  if (written === undefined) reader.at = start
  return written
}

function rewriteArguments(
  { parameters, option, write }: CommandRewrite,
  reader: TexReader,
  macros: Map<string, TexMacro>,
): string | undefined {
  const start = reader.at
  if (option === true) reader.optional()
  const found: string[] = []
  for (let index = 0; index < parameters; index++) {
    const argument = reader.argument()
    if (argument === undefined) {
      reader.at = start
      return undefined
    }
    found.push(rewrite(argument, macros))
  }
  return write(...found)
}

/** Lines at the top level, which TeX itself passes over, as rows: aligned where they say so. */
function withLines(tex: string): string {
  const rows = texRows(tex)
  const name = rows.some((row) => texCells(row).length > 1) ? 'aligned' : 'gathered'
  if (rows.length < 2 && name === 'gathered') return tex
  return `\\begin{${name}}${rows.join('\\\\')}\\end{${name}}`
}
