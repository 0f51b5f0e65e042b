/** What happens to a terminal that a full-screen program has. */
export interface FullScreenEvents {
  readonly input: (text: string) => void
  readonly resize: () => void
  /** The screen has to be drawn anew: after a suspension, or after another program had it. */
  readonly resume: () => void
  /** The terminal went away. */
  readonly hangUp: () => void
}

/** A terminal in full-screen mode. */
export interface FullScreen {
  readonly size: () => { readonly columns: number; readonly rows: number }
  readonly write: (text: string) => void
  /** Gives the terminal back as it was; `enter` takes it again. */
  readonly leave: () => void
  readonly enter: () => void
  /** Gives the terminal back and stops, as Ctrl-Z does; comes back with `resume`. */
  readonly suspend: () => void
  /** Gives the terminal back for good. */
  readonly close: () => void
}

// Alternate screen 1049, no wrapping 7, presses, wheel and moves of the mouse 1000 and 1003 in SGR form 1006, bracketed paste 2004, cursor 25.
const take = '\u001b[?1049h\u001b[?7l\u001b[?1000h\u001b[?1003h\u001b[?1006h\u001b[?2004h\u001b[?25l'
const giveBack =
  '\u001b[0m\u001b[?2026l\u001b[?2004l\u001b[?1006l\u001b[?1003l\u001b[?1000l\u001b[?7h\u001b[?25h\u001b[?1049l'

/** Windows has no jobs to stop. */
const hasJobs = process.platform !== 'win32'

const fatal = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const

/**
 * Takes the terminal for a full-screen program. Whatever ends the process (an error, SIGTERM, SIGHUP, SIGINT, SIGQUIT)
 * the terminal is given back first; SIGTSTP gives it back for as long as the process is stopped.
 */
export function openFullScreen(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream, on: FullScreenEvents): FullScreen {
  let entered = false
  let waking: NodeJS.Timeout | undefined
  const leave = (): void => {
    if (!entered) return
    entered = false
    setRaw(stdin, false)
    stdin.pause()
    stdout.write(giveBack)
  }
  const enter = (): void => {
    if (entered) return
    entered = true
    stdout.write(take)
    setRaw(stdin, true)
    stdin.resume()
  }
  const wake = (): void => {
    clearTimeout(waking)
    if (hasJobs) process.off('SIGTSTP', suspend).on('SIGTSTP', suspend)
    enter()
    on.resume()
  }
  const suspend = (): void => {
    if (!hasJobs) return
    leave()
    process.off('SIGTSTP', suspend)
    // As the terminal does for Ctrl-Z: the whole job stops; one that nobody could continue is not stopped by the kernel.
    process.kill(0, 'SIGTSTP')
    waking = setTimeout(wake, 20)
  }
  process.on('exit', leave)
  if (hasJobs) process.on('SIGTSTP', suspend).on('SIGCONT', wake)
  const stopListening = listen(stdin, stdout, on)
  enter()
  return {
    size: () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 }),
    write: (text) => void (entered && stdout.write(text)),
    leave,
    enter,
    suspend,
    close: () => {
      // Who quits right after the program was continued must not be taken back to it.
      clearTimeout(waking)
      leave()
      stopListening()
      process.off('SIGTSTP', suspend).off('SIGCONT', wake).off('exit', leave)
    },
  }
}

/** Listens to the terminal and to the signals that end a process; gives what stops listening. */
function listen(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream, on: FullScreenEvents): () => void {
  const exits = Object.entries(fatal).map(([signal, code]) => [signal, () => process.exit(code)] as const)
  stdin.setEncoding('utf8')
  stdin.on('data', on.input).on('end', on.hangUp).on('error', on.hangUp)
  stdout.on('resize', on.resize).on('error', on.hangUp)
  for (const [signal, exit] of exits) process.on(signal, exit)
  return () => {
    stdin.off('data', on.input).off('end', on.hangUp).off('error', on.hangUp)
    stdout.off('resize', on.resize).off('error', on.hangUp)
    for (const [signal, exit] of exits) process.off(signal, exit)
  }
}

/** A terminal that is gone cannot be set; then there is nothing to restore either. */
function setRaw(stdin: NodeJS.ReadStream, raw: boolean): void {
  try {
    stdin.setRawMode(raw)
  } catch {
    // EIO: the terminal was closed.
  }
}
