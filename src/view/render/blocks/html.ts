import { htmlLines } from '../html/html-lines.ts'
import { htmlTree } from '../html/html-tree.ts'
import type { Page } from '../page.ts'
import type { Line } from '../runs/run.ts'

/** A block of HTML as text: lists, tables and preformatted text as they are meant, inline elements as styles; comments vanish. */
export function htmlBlock(page: Page, html: string, width: number): readonly Line[] {
  return htmlLines(page, htmlTree(html), width)
}
