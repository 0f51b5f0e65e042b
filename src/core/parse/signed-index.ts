/** What an index page says of itself, where its template has no words for it. */
export const indexSignature = '<!-- Made by: wend index --write -->'

/** A comment, or a sentence of a template, that is a whole line. */
const signature =
  /^(?:<!--[^\r\n]*\bwend index --write\b[^\r\n]*-->|th(?:is|e) (?:page|index|file) (?:is|was) (?:made|written|generated) by `?wend index --write\b[^\r\n]{0,120})$/i

/** Whether the last line of a text says that `wend index --write` made it: notes that speak of the command end in other words. */
export function isSignedIndex(text: string): boolean {
  if (!text.includes('wend index --write')) return false
  const end = text.trimEnd()
  return signature.test(end.slice(end.lastIndexOf('\n') + 1))
}
