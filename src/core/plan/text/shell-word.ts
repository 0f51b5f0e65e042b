/** A text as one word of a shell's line, such as the path of a note in a command that is offered. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}_./#-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
