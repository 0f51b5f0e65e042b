import { isatty } from 'node:tty'
import { closeSync } from '../files/file-system.ts'

/**
 * Closes standard input, output and error where they are terminals, so that a process that ends in a pipe leaves the terminal's modes
 * alone. On exit Node restores the modes that it found at its start; in `fzf | wend open -` these may be the ones that fzf had set
 * meanwhile, and the shell would go on without line ends or echo. Without a pipe the terminal stays open: closing it would hang up a
 * process that leads its session.
 */
export function leaveTerminals(): void {
  if (isatty(0) && isatty(1)) return
  for (const handle of [0, 1, 2]) if (isatty(handle)) closeSync(handle)
}
