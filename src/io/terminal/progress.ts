import { writeSync } from '../files/file-system.ts'

/** The kinds of work that may take long. */
export type Work = 'reading notes' | 'resolving links' | 'indexing words'

/** Is told how far long work is; each kind is timed by itself. */
export interface Progress {
  /** So many of so many are done, of notes read unless said. */
  readonly step: (done: number, total: number, work?: Work) => void
  readonly end: () => void
}

/** Work shorter than this shows nothing; milliseconds. */
const patience = 300
/** From here on the remaining time is guessed. */
const long = 3000

/**
 * Shows a counter on standard error when work takes long and that is a terminal. The work need not let other code run:
 * the counter is written in between, and an interrupt ends the process at once, as nothing is half done that matters.
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

/** One line that says how far work is: a turning sign, counts and, when it takes long, the time that is left. */
export function progressLine(elapsed: number, done: number, total: number, work: Work): string {
  const frame = frames[Math.floor(elapsed / 100) % frames.length] ?? ''
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000)
  const left = elapsed < long ? '' : `, ${seconds} s left`
  return `${frame} ${work}: ${done} of ${total}${left}`
}
