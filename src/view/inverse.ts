/** Text with foreground and background swapped, which works on terminals without colours too. */
export function inverse(text: string): string {
  return `\u001b[7m${text}\u001b[27m`
}
