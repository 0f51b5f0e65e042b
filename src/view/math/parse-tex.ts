import katex from 'katex'
import 'katex/contrib/mhchem'
import { knownTex, withoutCommand } from '../../core/parse/math/known-tex.ts'
import type { TexMacro, TexMacros } from '../../core/parse/math/macros.ts'
import { asTyped } from '../../core/parse/math/text-mode.ts'
import { doublesArguments, expansionLimit, isWithinBounds } from './tex-bounds.ts'

/** How a formula is rendered. */
export interface TexOptions {
  readonly displayMode: boolean
  /** What KaTeX writes. */
  readonly output: 'mathml' | 'html' | 'htmlAndMathml'
  /** Commands defined by the caller, in KaTeX's form; they override all others. */
  readonly commands?: Readonly<Record<string, string>>
}

/** The markup of a formula, and the macros that hold for those after it. */
export interface ParsedTex {
  /** Undefined when KaTeX refuses the formula or when it is out of bounds: its source is shown. */
  readonly markup: string | undefined
  readonly macros: TexMacros
}

/** The colour that KaTeX gives to refused commands, chosen so that no author would use it. */
const refusedColor = '#0a0b0c'

/** With more unknown commands than this, nothing readable is left of a formula. */
const mostUnknown = 12

/** How many tokens all macros of one formula may insert in total, and how many may wait to be read. */
const mostTokens = 60_000

/**
 * The only call of KaTeX: TeX without its dollar signs as markup, with the macros that hold for it. Commands that KaTeX lacks are rewritten
 * first; an unknown command is shown as its source, without affecting the rest; environments of display mode (`align`) work within text,
 * too. Never throws.
 */
export function parseTex(tex: string, macros: TexMacros, options: TexOptions): ParsedTex {
  if (!isWithinBounds(tex)) return { markup: undefined, macros }
  const known = knownTex(tex, macros)
  const markup = doublesArguments(known.tex) ? undefined : markupOf(known.tex, new Map(known.macros), options)
  return { markup, macros: known.macros }
}

function markupOf(tex: string, macros: Map<string, TexMacro>, options: TexOptions): string | undefined {
  let source = tex
  for (let tries = 0; tries <= mostUnknown; tries++) {
    const tried = attempt(source, macros, options)
    if ('markup' in tried) return tried.markup
    if (tried.unknown === undefined) return undefined
    const spared = withoutCommand(source, tried.unknown)
    if (spared === asTyped(source)) return undefined
    if (spared === source) macros.set(tried.unknown, sourceOf(tried.unknown))
    source = spared
  }
  return undefined
}

/** An unknown command that only a macro uses. */
function sourceOf(name: string): TexMacro {
  return { body: `\\text{\\textbackslash{}${name}}`, parameters: 0 }
}

type Attempt = { readonly markup: string | undefined } | { readonly unknown: string | undefined }

function attempt(tex: string, macros: TexMacros, options: TexOptions): Attempt {
  const { displayMode, output, commands } = options
  try {
    const markup = katex.renderToString(withStyledOperators(tex), {
      displayMode,
      output,
      strict: 'ignore',
      throwOnError: true,
      trust: false,
      errorColor: refusedColor,
      maxExpand: expansionLimit(tex),
      maxSize: 20,
      macros: macrosFor(tex, macros, commands),
    })
    return markup.includes(refusedColor) ? { unknown: refusedIn(tex) } : { markup }
  } catch (error) {
    // A ParseError, or a RangeError when commands without braces nest too deep for KaTeX's recursion.
    const message = error instanceof Error ? error.message : ''
    if (!displayMode && /only in display/.test(message)) return attempt(tex, macros, { ...options, displayMode: true })
    return { unknown: /Undefined control sequence: \\([A-Za-z@]+)/.exec(message)?.[1] }
  }
}

/** Definitions that outlive the formula they stand in. */
const lasting = /\\(?:[gx]def|global)(?![A-Za-z@])/
const ofFront = new WeakMap<object, Record<string, string | Expand>>()

/**
 * All macros for KaTeX, which may write into the object. When it does not, and the author has none, one object for each caller is shared.
 */
function macrosFor(
  tex: string,
  macros: TexMacros,
  commands: TexOptions['commands'] = noCommands,
): Record<string, string | Expand> {
  const known = macros.size > 0 || lasting.test(tex) ? undefined : ofFront.get(commands)
  if (known !== undefined) return known
  const all = { ...textCharacters, ...typedLetters, ...bounded(macros), ...commands }
  if (macros.size === 0 && !lasting.test(tex)) ofFront.set(commands, all)
  return all
}

const noCommands: Readonly<Record<string, string>> = {}

/** The first command in TeX that KaTeX obeys only for sources it trusts. */
function refusedIn(tex: string): string | undefined {
  return /\\(href|url|includegraphics|html[A-Z][a-z]+)(?![A-Za-z@])/.exec(tex)?.[1]
}

const styledOperator = /\\operatorname(\*?)\s*\{\s*(\\math(?:bb|cal|scr|frak|bf)\s*(?:\{[^{}]*\}|[A-Za-z]))\s*\}/g

/** `\operatorname{\mathbb E}` by other means: KaTeX's MathML forgets the letter style inside `\operatorname`. */
function withStyledOperators(tex: string): string {
  return tex.replace(styledOperator, (_match, star: string, letter: string) => {
    return `\\mathop{${letter}}${star === '' ? '\\nolimits' : '\\limits'}`
  })
}

/** What KaTeX passes to the function of a macro: its mode, and the waiting tokens. */
type Context = {
  readonly mode: string
  readonly stack: readonly unknown[]
  readonly future: () => { readonly text: string }
  readonly popToken: () => unknown
  readonly consumeArg: (end: readonly string[]) => { readonly tokens: readonly { readonly text: string }[] }
}
type Expand = (context: Context) => string

/** Letters that Unicode had before its mathematical alphabets: KaTeX reads them as plain ones. */
const typedLetters: Readonly<Record<string, Expand>> = Object.fromEntries(
  [
    ['mathbb', 'ℂC ℍH ℕN ℙP ℚQ ℝR ℤZ'],
    ['mathscr', 'ℬB ℰE ℱF ℋH ℐI ℒL ℳM ℛR'],
    ['mathfrak', 'ℭC ℌH ℨZ'],
  ].flatMap(([command = '', letters = '']) =>
    letters
      .split(' ')
      .map(([typed = '', plain = '']): [string, Expand] => [
        typed,
        ({ mode }) => (mode === 'math' ? `\\${command}{${plain}}` : character(typed)),
      ]),
  ),
)

/** Commands and letters of text that KaTeX lacks, by the character they stand for. */
const textCharacters: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from('ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩŐőŰű', (letter): [string, string] => [letter, character(letter)]),
  ...Object.entries({
    textasciicircum: '^',
    textbackslash: '\\',
    textasciitilde: '~',
    textbar: '|',
    textless: '<',
    textgreater: '>',
    textbullet: '•',
  }).map(([name, letter]): [string, string] => [`\\${name}`, character(letter)]),
])

function character(letter: string): string {
  return `{\\char"${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`
}

/** An author's macros for KaTeX, which limits how often they are expanded but not how much they write. */
function bounded(macros: TexMacros): Record<string, Expand> {
  let written = 0
  const expansion = ({ body, fallback }: TexMacro, context: Context): string => {
    written += body.length
    if (written > mostTokens || context.stack.length > mostTokens) throw new RangeError('a macro writes too much')
    return fallback === undefined ? body : withOption(body, optionOf(context) ?? fallback)
  }
  return Object.fromEntries(
    [...macros].map(([name, macro]): [string, Expand] => [`\\${name}`, (context) => expansion(macro, context)]),
  )
}

/** The argument in brackets that stands next, as TeX; KaTeX keeps tokens last first. */
function optionOf(context: Context): string | undefined {
  if (context.future().text !== '[') return undefined
  context.popToken()
  return context
    .consumeArg([']'])
    .tokens.map(({ text }) => (/^\\[A-Za-z@]+$/.test(text) ? `${text} ` : text))
    .toReversed()
    .join('')
}

/** A body with its first argument filled in: those that are left are counted anew. */
function withOption(body: string, option: string): string {
  return body.replace(/#([1-9])/g, (_whole, digit: string) => (digit === '1' ? option : `#${Number(digit) - 1}`))
}
