import { isatty } from 'node:tty'
import { closeSync } from '../files/file-system.ts'

/**
 * Closes standard input, output and error where they are terminals, so that a process that ends in a pipe leaves the terminal's
 * modes alone. Node sets them back to what it found at its start; in `fzf | wend open -` that may be what fzf had set for itself
 * meanwhile, and the shell would go on without line ends or an echo. Where no pipe is, the terminal is kept: a process that leads
 * its session would be hung up with it.
 */
export function leaveTerminals(): void {
  if (isatty(0) && isatty(1)) return
  for (const handle of [0, 1, 2]) if (isatty(handle)) closeSync(handle)
}
