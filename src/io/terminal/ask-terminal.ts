import { isKnownSilent, rememberSilent } from './silent-terminals.ts'

/**
 * How long to wait for a terminal, in milliseconds. A late answer would reach the next program as keys, so this must suffice for the
 * slowest line. All current terminals answer the second question; one that does not is not asked again for a day.
 */
const PATIENCE = 3000

/**
 * The same for a terminal known to answer: it will, however busy the machine is, and an answer that is read can't reach the next program.
 */
const LONG_PATIENCE = 15_000

/** Environment variables of terminals that are known to answer. */
const answering =
  'TMUX KITTY_WINDOW_ID WEZTERM_PANE VTE_VERSION KONSOLE_VERSION WT_SESSION ITERM_SESSION_ID ALACRITTY_WINDOW_ID'

function patience(env: NodeJS.ProcessEnv): number {
  const isKnown =
    answering.split(' ').some((name) => (env[name] ?? '') !== '') ||
    /^(?:tmux|screen|xterm-kitty|xterm-ghostty|alacritty|foot|wezterm)/.test(env['TERM'] ?? '')
  return isKnown ? LONG_PATIENCE : PATIENCE
}

/** Whether this terminal takes questions without printing them, and was not found silent lately. */
export function answersQueries(env: NodeJS.ProcessEnv): boolean {
  if (/^(?:dumb|linux|cons\d+|emacs.*|)$/.test(env['TERM'] ?? '') || env['CI'] !== undefined) return false
  return !isKnownSilent(env)
}

/** The answers to the questions here: a colour (OSC 11), the size of a cell. */
const answers = /\u001b\]11;[^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b\[6;\d+;\d+t/g
const attributes = /\u001b\[\?[\d;]*c/

/**
 * Sends a question to the terminal and resolves to its answer, empty when there is none. A question that every terminal answers (DA1)
 * follows, so that there is no wait for one that does not know the first. Keys pressed meanwhile are put back for the next reader of the
 * stream; Ctrl-C interrupts as usual.
 */
export function askTerminal(
  question: string,
  { stdin, stdout, env }: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'env'>,
): Promise<string> {
  return new Promise((resolve) => {
    let read = ''
    const wasRaw = stdin.isRaw
    const release = (): void => {
      clearTimeout(timer)
      stdin.off('data', take)
      stdin.setRawMode(wasRaw)
      stdin.pause()
    }
    const done = (): void => {
      release()
      const keys = read.replace(answers, '').replace(attributes, '')
      if (keys !== '') stdin.unshift(Buffer.from(keys, 'latin1'))
      resolve(read)
    }
    const take = (chunk: Buffer | string): void => {
      read += chunk.toString('latin1')
      if (attributes.test(read)) return done()
      if (!read.includes('\u0003')) return
      // Exits as the terminal's signal would have done it; a pager started after this would ignore a pending signal.
      release()
      if (!process.emit('SIGINT', 'SIGINT')) process.kill(process.pid, 'SIGINT')
    }
    const giveUp = (): void => {
      rememberSilent(env)
      done()
    }
    const timer = setTimeout(giveUp, patience(env))
    stdin.setRawMode(true)
    stdin.on('data', take)
    // A stream that was paused before, as the picker leaves it, does not resume just because a listener is added.
    stdin.resume()
    stdout.write(`${question}\u001b[c`)
  })
}
