/**
 * Handles Ctrl-C by exiting with code 130 at the next turn of the event loop, until the returned function is called. Without it the system
 * ends the process at once, which shells report as 130, too; long synchronous work is better left to that. Other signals can be handled
 * likewise.
 */
export function holdInterrupts(signals: readonly ('SIGINT' | 'SIGTERM' | 'SIGHUP')[] = ['SIGINT']): () => void {
  const ends = signals.map((signal) => [signal, (): void => process.exit(exitCodes[signal])] as const)
  for (const [signal, end] of ends) process.on(signal, end)
  return () => {
    for (const [signal, end] of ends) process.off(signal, end)
  }
}

/** The exit codes that shells report for a process ended by a signal. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
