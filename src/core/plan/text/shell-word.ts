/** A text quoted as one word of a shell command, such as a path in a suggested command. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}_./#-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
