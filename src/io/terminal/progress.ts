import { writeSync } from '../files/file-system.ts'

/** The kinds of work that may take long. */
export type Work = 'reading notes' | 'resolving links' | 'indexing words'

/** Receives the progress of long work; each kind is timed by itself. */
export interface Progress {
  /** `done` of `total` are done; the work is reading notes by default. */
  readonly step: (done: number, total: number, work?: Work) => void
  readonly end: () => void
}

/** For work shorter than this, in milliseconds, nothing is shown. */
const patience = 300
/** From this duration on, in milliseconds, the remaining time is estimated. */
const long = 3000

/**
 * Shows a counter on standard error for long work, if that is a terminal. It is written during synchronous work, too, and Ctrl-C ends the
 * process at once, since nothing would be left half done.
 */
export function showProgress(isTerminal: () => boolean): Progress {
  let began = { work: 'reading notes' as Work, at: Date.now() }
  let last = began.at
  let shown = false
  let handlers: readonly NodeJS.SignalsListener[] = []
  return {
    step: (done, total, work = 'reading notes') => {
      const now = Date.now()
      if (work !== began.work) {
        began = { work, at: now }
        last = now
      }
      if (now - last < (shown ? 100 : patience) || done === 0) return
      last = now
      if (!shown && !isTerminal()) return
      if (!shown) {
        handlers = process.listeners('SIGINT')
        process.removeAllListeners('SIGINT')
      }
      shown = true
      writeSync(2, `\r\u001b[K${progressLine(now - began.at, done, total, work)}`)
    },
    end: () => {
      if (!shown) return
      shown = false
      writeSync(2, '\r\u001b[K')
      for (const handler of handlers) process.on('SIGINT', handler)
    },
  }
}

const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'

/** One line of progress: a spinner, counts and, when it takes long, the remaining time. */
export function progressLine(elapsed: number, done: number, total: number, work: Work): string {
  const frame = frames[Math.floor(elapsed / 100) % frames.length] ?? ''
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000)
  const left = elapsed < long ? '' : `, ${seconds} s left`
  return `${frame} ${work}: ${done} of ${total}${left}`
}
