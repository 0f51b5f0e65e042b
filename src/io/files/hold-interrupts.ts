/**
 * Makes Ctrl-C end the process with exit code 130 when it next waits for something, until what is returned is called. Elsewhere
 * the system ends the process at once, which shells tell as 130, too: work that lets no other code run would keep it waiting. Other
 * signals that would end it can be held likewise.
 */
export function holdInterrupts(signals: readonly ('SIGINT' | 'SIGTERM' | 'SIGHUP')[] = ['SIGINT']): () => void {
  const ends = signals.map((signal) => [signal, (): void => process.exit(exitCodes[signal])] as const)
  for (const [signal, end] of ends) process.on(signal, end)
  return () => {
    for (const [signal, end] of ends) process.off(signal, end)
  }
}

/** As shells tell of a process that a signal ended. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
