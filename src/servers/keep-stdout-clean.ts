/** Keeps standard output for a protocol alone: what a library might print there goes to standard error. */
export function keepStdoutClean(): void {
  const { error } = console
  Object.assign(console, { log: error, info: error, debug: error })
}
