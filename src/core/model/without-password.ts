/** A text with the password of each web address in it made unreadable, letter for letter: nobody wants it in a report. */
export function withoutPassword(text: string): string {
  if (!text.includes('@')) return text
  return text.replace(
    /\b([a-z][a-z\d+.-]*:\/\/[^\s/@:]*:)([^\s/@]+)(?=@)/gi,
    (_all, before: string, password: string) => before + '*'.repeat(password.length),
  )
}
