import { isSpace, trimEnd } from '../character.ts'
import { tagEnd } from '../inlines/marks/html-tag.ts'

/** How an HTML block ends (CommonMark 4.6): kinds 1 to 5 with a line that matches, 6 and 7 before a blank line. */
export type HtmlBlockKind = 1 | 2 | 3 | 4 | 5 | 6 | 7

const RAW_TEXT = /<(?:script|pre|textarea|style)(?=[\s>]|$)/iy
const BLOCK_TAG =
  /<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=\s|\/?>|$)/iy

const RAW_TEXT_END = /<\/(?:script|pre|textarea|style)>/i
const ENDS: Readonly<Partial<Record<HtmlBlockKind, string>>> = { 2: '-->', 3: '?>', 4: '>', 5: ']]>' }

/** The kind of the HTML block that starts with the `<` at `at`; undefined when none does. Kind 7 interrupts no paragraph. */
export function htmlBlockKind(text: string, at: number, end: number): HtmlBlockKind | undefined {
  if (matches(RAW_TEXT, text, at)) return 1
  if (text.startsWith('<!--', at)) return 2
  if (text.startsWith('<?', at)) return 3
  if (text.startsWith('<![CDATA[', at)) return 5
  if (/^<![A-Za-z]/.test(text.slice(at, at + 3))) return 4
  if (matches(BLOCK_TAG, text, at)) return 6
  const after = tagEnd(text, at, end)
  if (after === -1) return undefined
  let i = after
  while (i < end && isSpace(text.charCodeAt(i))) i++
  return i === end ? 7 : undefined
}

/** Whether a block of the kind ends with the line [start, end). */
export function endsHtmlBlock(kind: HtmlBlockKind, text: string, start: number, end: number): boolean {
  const line = text.slice(start, end)
  const mark = ENDS[kind]
  return mark === undefined ? kind === 1 && RAW_TEXT_END.test(line) : line.includes(mark)
}

/** Whether the HTML block [start, end) is a comment and nothing else. */
export function isHtmlComment(text: string, start: number, end: number): boolean {
  if (!text.startsWith('<!--', start)) return false
  const close = text.indexOf('-->', start)
  return close === -1 || close + 3 >= trimEnd(text, start, end)
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
