/** Events of a terminal in full-screen mode. */
export interface FullScreenEvents {
  readonly input: (text: string) => void
  readonly resize: () => void
  /** The screen must be redrawn: after a suspension, or after another program used it. */
  readonly resume: () => void
  /** The terminal was closed. */
  readonly hangUp: () => void
}

/** A terminal in full-screen mode. */
export interface FullScreen {
  readonly size: () => { readonly columns: number; readonly rows: number }
  readonly write: (text: string) => void
  /** Restores the terminal; `enter` takes it again. */
  readonly leave: () => void
  readonly enter: () => void
  /** Restores the terminal and stops the process, as Ctrl-Z does; `resume` follows when it is continued. */
  readonly suspend: () => void
  /** Restores the terminal for good. */
  readonly close: () => void
}

// Alternate screen 1049, no wrapping 7, mouse buttons, wheel and movement 1000 and 1003 in SGR form 1006, bracketed paste 2004, cursor 25.
const take = '\u001b[?1049h\u001b[?7l\u001b[?1000h\u001b[?1003h\u001b[?1006h\u001b[?2004h\u001b[?25l'
const giveBack =
  '\u001b[0m\u001b[?2026l\u001b[?2004l\u001b[?1006l\u001b[?1003l\u001b[?1000l\u001b[?7h\u001b[?25h\u001b[?1049l'

/** Windows has no job control. */
const hasJobs = process.platform !== 'win32'

const fatal = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const

/**
 * Puts the terminal into full-screen mode. Whatever ends the process (an error, SIGTERM, SIGHUP, SIGINT, SIGQUIT), the terminal is restored
 * first; SIGTSTP restores it while the process is stopped.
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
    // As the terminal does for Ctrl-Z, the whole job is stopped; the kernel does not stop an orphaned one.
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
      // Someone who quits right after the process was continued must not get the full screen again.
      clearTimeout(waking)
      leave()
      stopListening()
      process.off('SIGTSTP', suspend).off('SIGCONT', wake).off('exit', leave)
    },
  }
}

/** Listens to the terminal and to signals that end the process; gives a function that stops listening. */
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

/** The mode of a closed terminal can't be set; then there is nothing to restore either. */
function setRaw(stdin: NodeJS.ReadStream, raw: boolean): void {
  try {
    stdin.setRawMode(raw)
  } catch {
    // EIO: the terminal was closed.
  }
}
