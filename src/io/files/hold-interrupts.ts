/**
 * Makes Ctrl-C end the process with exit code 130 when it next waits for something, until what is returned is called. Elsewhere
 * the system ends the process at once, which shells tell as 130, too: work that lets no other code run would keep it waiting.
 */
export function holdInterrupts(): () => void {
  const end = (): void => process.exit(130)
  process.on('SIGINT', end)
  return () => void process.off('SIGINT', end)
}
