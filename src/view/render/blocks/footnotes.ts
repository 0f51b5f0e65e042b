import { superscript } from '../../../core/parse/prose/raised-text.ts'
import type { Page } from '../page.ts'
import { type Line, prefixed, run } from '../runs/run.ts'

/** The footnotes of a document below a rule, numbered as their marks are. */
export function footnoteLines(page: Page, width: number): readonly Line[] {
  const { footnotes } = page.renderer
  if (footnotes.size === 0) return []
  const lines: Line[] = [[run('─'.repeat(Math.min(20, width)), 'rule')]]
  for (const { number, tokens } of footnotes.all()) {
    const marker = number === undefined ? '· ' : `${superscript(String(number))} `
    const room = Math.max(1, width - marker.length)
    lines.push(
      ...prefixed(page.blocks(tokens, { width: room }), [run(marker, 'link')], [run(' '.repeat(marker.length))]),
    )
  }
  return lines
}
