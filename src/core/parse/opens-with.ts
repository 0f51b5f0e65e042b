import { plainText } from './plain-text.ts'

/** Longer beginnings of a note are not compared with its summary. In characters. */
const longest = 4000

/** Whether the text of a note begins, below its title, with what its summary says: shown above it, that would be said twice. */
export function opensWith(body: string, summary: string): boolean {
  const paragraphs = body.slice(0, longest).split(/\n[ \t\r]*\n/)
  const first = paragraphs.find((text) => !/^\s*(?:#{1,6}[ \t][^\n]*|%%[^]*%%|<!--[^]*-->)?\s*$/.test(text)) ?? ''
  const said = plainText(summary)
  return said !== '' && plainText(first.replace(/^\s*#[ \t][^\n]*\n/, '').trim()).startsWith(said)
}
