/** What an index page says of itself, where its template has no words for it. */
export const indexSignature = '<!-- Made by: wend index --write -->'

/** Whether a text says that `wend index --write` made it: in the comment that is added, or in words of its template. */
export function isSignedIndex(text: string): boolean {
  return (
    text.includes('wend index --write') &&
    /\b(?:made|written|generated|created|built)\b[^\r\n]{0,20}\bwend index --write\b/i.test(text)
  )
}
