/** Reserves standard output for a protocol: anything a library prints goes to standard error. */
export function keepStdoutClean(): void {
  const { error } = console
  Object.assign(console, { log: error, info: error, debug: error })
}
