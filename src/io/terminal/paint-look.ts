import { Chalk, type ChalkInstance } from 'chalk'

/** The style of text: modifiers, and colours as `#rrggbb` or one of the sixteen names. */
export interface PaintedLook {
  readonly modifiers: readonly ('bold' | 'dim' | 'italic' | 'underline' | 'strike' | 'inverse')[]
  readonly color?: string
  readonly background?: string
}

/** A function that gives text a style at a colour level. */
export function paintLook({ modifiers, color, background }: PaintedLook, level: 1 | 2 | 3): (text: string) => string {
  // An instance with exactly this level, since chalk itself does not obey NO_COLOR.
  let chalk: ChalkInstance = new Chalk({ level })
  for (const modifier of modifiers) chalk = modifier === 'strike' ? chalk.strikethrough : chalk[modifier]
  if (color !== undefined) chalk = coloured(chalk, color)
  if (background !== undefined) chalk = onColour(chalk, background)
  return (text) => chalk(text)
}

const foreground = {
  black: 'black',
  red: 'red',
  green: 'green',
  yellow: 'yellow',
  blue: 'blue',
  magenta: 'magenta',
  cyan: 'cyan',
  white: 'white',
  gray: 'blackBright',
  'bright-black': 'blackBright',
  'bright-red': 'redBright',
  'bright-green': 'greenBright',
  'bright-yellow': 'yellowBright',
  'bright-blue': 'blueBright',
  'bright-magenta': 'magentaBright',
  'bright-cyan': 'cyanBright',
  'bright-white': 'whiteBright',
} as const

const behind = {
  black: 'bgBlack',
  red: 'bgRed',
  green: 'bgGreen',
  yellow: 'bgYellow',
  blue: 'bgBlue',
  magenta: 'bgMagenta',
  cyan: 'bgCyan',
  white: 'bgWhite',
  gray: 'bgBlackBright',
  'bright-black': 'bgBlackBright',
  'bright-red': 'bgRedBright',
  'bright-green': 'bgGreenBright',
  'bright-yellow': 'bgYellowBright',
  'bright-blue': 'bgBlueBright',
  'bright-magenta': 'bgMagentaBright',
  'bright-cyan': 'bgCyanBright',
  'bright-white': 'bgWhiteBright',
} as const

function coloured(chalk: ChalkInstance, color: string): ChalkInstance {
  if (color.startsWith('#')) return chalk.hex(color)
  return isName(color) ? chalk[foreground[color]] : chalk
}

function onColour(chalk: ChalkInstance, color: string): ChalkInstance {
  if (color.startsWith('#')) return chalk.bgHex(color)
  return isName(color) ? chalk[behind[color]] : chalk
}

function isName(color: string): color is keyof typeof foreground & keyof typeof behind {
  return Object.hasOwn(foreground, color)
}
