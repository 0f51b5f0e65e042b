import type { Leaf } from '../blocks/leaf.ts'
import type { InlineRules } from '../inlines/piece.ts'
import { readableText } from '../plain-text.ts'
import { Region } from '../region.ts'

/** Characters of a summary. */
export const MAX_SUMMARY = 300
/** More of a paragraph is not looked at: it would have to be link targets nearly throughout to yield less than a summary. */
const MAX_READ = 4000
/** More paragraphs than this without prose, and the note has none. */
const MAX_TRIED = 50

/** A summary, and which of the leaves it was made of. */
export interface Summary {
  readonly summary: string
  readonly at: number
}

/** The first paragraph of prose from the leaf at `from` on, as plain text; paragraphs of quotes count, those of lists do not. */
export function summarize(
  text: string,
  leaves: readonly Leaf[],
  from: number,
  rules: InlineRules,
): Summary | undefined {
  let tried = 0
  for (let at = from; at < leaves.length; at++) {
    const leaf = leaves[at]
    if (leaf === undefined || leaf.kind !== 'paragraph' || leaf.inItem) continue
    if (++tried > MAX_TRIED) return undefined
    const region = Region.of(text, leaf)
    const written = region.text.slice(region.start, Math.min(region.end, region.start + MAX_READ))
    const summary = cutWords(readableText(withoutCallout(written, leaf.inQuote), rules), MAX_SUMMARY)
    if (isProse(summary)) return { summary, at }
  }
  return undefined
}

/** At most `length` characters, cut at the end of a word with `…`; in the middle of one when it is longer than that. */
export function cutWords(text: string, length: number): string {
  if (text.length <= length) return text
  const space = text.lastIndexOf(' ', length - 1)
  const cut = space > length / 2 ? space : length - 1
  const whole = cut > 0 && /[\ud800-\udbff]/.test(text.charAt(cut - 1)) ? cut - 1 : cut
  return `${text.slice(0, whole).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** Without the `[!note] Title` line of a callout. */
function withoutCallout(written: string, quoted: boolean): string {
  if (!quoted || !written.startsWith('[!')) return written
  return written.replace(/^\[![^\]\n]*\][^\n]*\n?/, '')
}

/** Whether there is a letter or digit outside hashtags. */
function isProse(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.includes('#') ? text.replace(/(?<=^|\s)#\S+/g, '') : text)
}
