import { type StyleName, styleNames } from './style.ts'

/** How each style looks, in words: `bold #7fd7ff`, `underline blue`, `#1c1c1c on #ffd75f`; empty for plain text. */
export type Theme = Readonly<Record<StyleName, string>>

/** The colours of the terminal itself, which its owner has chosen for its background. */
const terminal: Theme = {
  title: 'bold cyan',
  path: 'dim',
  topic: 'magenta',
  summary: '',
  match: 'bold yellow',
  dim: 'dim',
  heading: 'bold green',
  link: 'underline blue',
  broken: 'red',
  error: 'bold red',
  warning: 'bold yellow',
  info: 'bold blue',
  ok: 'bold green',
  count: 'dim',
  code: 'yellow',
  math: 'cyan',
  quote: 'italic',
  emphasis: 'italic',
  strong: 'bold',
  strike: 'strike',
  highlight: 'black on yellow',
  rule: 'dim',
  'code-keyword': 'magenta',
  'code-string': 'green',
  'code-number': 'cyan',
  'code-comment': 'dim italic',
  'code-name': 'blue',
}

const dark: Theme = {
  ...terminal,
  title: 'bold #8bd5ff',
  path: '#a6adc8',
  topic: '#d7afff',
  match: 'bold #ffd787',
  dim: '#a6adc8',
  heading: 'bold #a6e3a1',
  link: 'underline #89b4fa',
  broken: '#ff8f9f',
  error: 'bold #ff8f9f',
  warning: 'bold #ffd787',
  info: 'bold #89b4fa',
  ok: 'bold #a6e3a1',
  count: '#a6adc8',
  code: '#f2cdcd',
  math: '#94e2d5',
  highlight: '#1c1c1c on #ffd787',
  rule: '#9aa0b8',
  'code-keyword': '#d7afff',
  'code-string': '#a6e3a1',
  'code-number': '#fab387',
  'code-comment': 'italic #a6adc8',
  'code-name': '#89b4fa',
}

const light: Theme = {
  ...terminal,
  title: 'bold #005f87',
  path: '#5c5f66',
  topic: '#7a2da8',
  match: 'bold #8a4b00',
  dim: '#5c5f66',
  heading: 'bold #1d6b1d',
  link: 'underline #0b4fc4',
  broken: '#b00020',
  error: 'bold #b00020',
  warning: 'bold #8a4b00',
  info: 'bold #0b4fc4',
  ok: 'bold #1d6b1d',
  count: '#5c5f66',
  code: '#8a2a4a',
  math: '#00605a',
  highlight: '#1c1c1c on #ffe08a',
  rule: '#66696f',
  'code-keyword': '#7a2da8',
  'code-string': '#1d6b1d',
  'code-number': '#9a4200',
  'code-comment': 'italic #5c5f66',
  'code-name': '#0b4fc4',
}

/** The shipped themes by the name that `theme.name` takes; `auto` there chooses by the background. */
export const themes: Readonly<Record<'terminal' | 'dark' | 'light', Theme>> = { terminal, dark, light }

/** What is wrong with a name of a theme, as a sentence and what to do; undefined when there is one of that name. */
export function themeProblem(name: string): WrongLook | undefined {
  return name === 'auto' || Object.hasOwn(themes, name) ? undefined : unknownTheme(name)
}

/** The message about an unknown theme. */
export function unknownTheme(name: string): WrongLook {
  return {
    message: `theme.name: no theme "${name.slice(0, 60)}"`,
    hint: `themes: auto, ${Object.keys(themes).join(', ')}; for no colours use --color never or NO_COLOR`,
  }
}

/** What is wrong with colours that are to replace those of a theme: a style that does not exist, or a look that can't be read. */
export function colorsProblem(colors: Readonly<Record<string, string>>): WrongLook | undefined {
  for (const [name, words] of Object.entries(colors)) {
    if (!styleNames.some((known) => known === name))
      return { message: `theme.colors: no style "${name.slice(0, 60)}"`, hint: `styles: ${styleNames.join(', ')}` }
    if (readLook(words) === undefined) return unreadableLook(name, words)
  }
  return undefined
}

/** The message about a look that can't be read. */
export function unreadableLook(name: string, words: string): WrongLook {
  return {
    message: `theme.colors: "${words.slice(0, 60)}" is no look for ${name}`,
    hint: 'a look is made of bold, dim, italic, underline, strike, a colour (#ff8800, red, bright-red) and "on" a colour',
  }
}

/** What is wrong with settings of a theme, and what would be right. */
export interface WrongLook {
  readonly message: string
  readonly hint: string
}

/** A look taken apart; colours are `#rrggbb` or the names of the sixteen. */
export interface Look {
  readonly modifiers: readonly Modifier[]
  readonly color?: string
  readonly background?: string
}

/** Bold and the like. */
export type Modifier = (typeof modifiers)[number]

const modifiers = ['bold', 'dim', 'italic', 'underline', 'strike', 'inverse'] as const

/** The colours of a terminal; `bright-red` is its brighter red. */
const colourNames = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white', 'gray'] as const

/** Reads a look such as `bold #ff8800 on black`; undefined when a word is none it knows. */
export function readLook(words: string): Look | undefined {
  const found: Modifier[] = []
  const colours: { color?: string; background?: string } = {}
  let slot: 'color' | 'background' = 'color'
  for (const word of words.trim().toLowerCase().split(/\s+/)) {
    const modifier = modifiers.find((name) => name === word)
    if (word === '') continue
    if (word === 'on') slot = 'background'
    else if (modifier !== undefined) found.push(modifier)
    else if (isColour(word) && colours[slot] === undefined) colours[slot] = word
    else return undefined
  }
  return { modifiers: found, ...colours }
}

function isColour(word: string): boolean {
  return (
    /^#(?:[\da-f]{3}|[\da-f]{6})$/.test(word) || colourNames.some((name) => word === name || word === `bright-${name}`)
  )
}
