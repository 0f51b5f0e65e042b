import supportsHyperlinks from 'supports-hyperlinks'

/** The properties of the terminal and the environment that affect output. */
export interface TerminalFacts {
  readonly stdinIsTerminal: boolean
  readonly stdoutIsTerminal: boolean
  readonly stderrIsTerminal: boolean
  /** The columns of the terminal, else `COLUMNS`, else 80. */
  readonly width: number
  readonly height: number
  /** 0 no colour, 1 sixteen colours, 2 256 colours, 3 true colour. */
  readonly colorLevel: 0 | 1 | 2 | 3
  readonly hyperlinks: boolean
  /** The protocol for pictures, when it is known to have one. */
  readonly pictures?: 'kitty' | 'iterm2'
}

/** When output is coloured: the value of `--color`. */
export type ColorWhen = 'auto' | 'always' | 'never'

/**
 * Reads the streams and the environment. Colour depends on the flag, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether
 * output is a terminal.
 */
export function terminalFacts(
  process: Pick<NodeJS.Process, 'env' | 'stdin' | 'stdout' | 'stderr'> & { readonly plainOutput?: unknown },
  when: ColorWhen,
  width: number | undefined,
): TerminalFacts {
  const { env } = process
  const stdout = process.plainOutput === undefined ? process.stdout : noTerminal
  const columns = width ?? (stdout.isTTY ? stdout.columns : undefined) ?? positive(env['COLUMNS']) ?? 80
  const colorLevel = chooseColorLevel(env, when, stdout.isTTY)
  return {
    // A getter, since opening standard input costs 3 ms.
    get stdinIsTerminal() {
      return Boolean(process.stdin.isTTY)
    },
    stdoutIsTerminal: Boolean(stdout.isTTY),
    get stderrIsTerminal() {
      return Boolean(process.stderr.isTTY)
    },
    width: Math.max(10, columns || 80),
    height: stdout.isTTY ? stdout.rows || 24 : 24,
    colorLevel,
    ...picturesOf(env, stdout.isTTY && colorLevel > 0),
    hyperlinks:
      env['FORCE_HYPERLINK'] === undefined
        ? colorLevel > 0 && stdout.isTTY && supportsHyperlinks.stdout
        : env['FORCE_HYPERLINK'] !== '0' && colorLevel > 0,
  }
}

/** By the terminal's own name; inside a multiplexer pictures would be lost. */
function picturesOf(env: NodeJS.ProcessEnv, able: boolean): Pick<TerminalFacts, 'pictures'> {
  const program = env['TERM_PROGRAM'] ?? ''
  if (!able || env['TMUX'] || /^(?:screen|tmux)/.test(env['TERM'] ?? '')) return {}
  if (env['TERM'] === 'xterm-kitty' || env['TERM'] === 'xterm-ghostty' || program === 'ghostty')
    return { pictures: 'kitty' }
  return program === 'iTerm.app' || program === 'WezTerm' ? { pictures: 'iterm2' } : {}
}

const noTerminal = { isTTY: false, columns: 80, rows: 24 }

function chooseColorLevel(env: NodeJS.ProcessEnv, when: ColorWhen, terminal: boolean): 0 | 1 | 2 | 3 {
  if (when === 'never') return 0
  if (when === 'always') return bestColorLevel(env)
  if (env['NO_COLOR']) return 0
  const forced = env['FORCE_COLOR'] || env['CLICOLOR_FORCE']
  if (forced) return forcedColorLevel(forced, env)
  return terminal && env['TERM'] !== 'dumb' && env['CLICOLOR'] !== '0' ? bestColorLevel(env) : 0
}

function bestColorLevel(env: NodeJS.ProcessEnv): 1 | 2 | 3 {
  if (env['COLORTERM'] === 'truecolor' || env['COLORTERM'] === '24bit') return 3
  return /256|kitty|alacritty|ghostty/.test(env['TERM'] ?? '') ? 2 : 1
}

function forcedColorLevel(forced: string, env: NodeJS.ProcessEnv): 0 | 1 | 2 | 3 {
  if (forced === '0' || forced === 'false') return 0
  return forced === '2' ? 2 : forced === '3' ? 3 : bestColorLevel(env)
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : undefined
}
