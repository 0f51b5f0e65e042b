import type { HeadingToken } from '../../../core/parse/blocks/block-token.ts'
import { displayWidth } from '../../display-width.ts'
import { type Line, lineWidth, run, softBreak, styled, textOfRuns } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'
import type { Page } from '../page.ts'

/** A heading: underlined at levels 1 and 2, marked at deeper ones, so that it stands out without colour too. */
export function heading(page: Page, { level: depth, slug, children }: HeadingToken, width: number): readonly Line[] {
  const runs = page.renderer.cell(children)
  const text = textOfRuns(runs).replaceAll(softBreak, ' ').trim()
  const index = page.headings.push({ level: depth, text, slug }) - 1
  const style = depth === 1 ? 'title' : 'heading'
  const marker = depth > 2 ? '▪ ▫ · ·'.split(' ')[depth - 3] : undefined
  const prefix = marker === undefined ? [] : [run(`${marker} `, style)]
  const lines = wrapRuns(styled(runs, style), Math.max(1, width - prefix.length * 2))
  const [first = [], ...rest] = lines
  const marked: Line[] = [
    [...prefix, ...begun(first, index)],
    ...rest.map((line) => (prefix.length === 0 ? line : [run('  '), ...line])),
  ]
  if (depth > 2 || text === '') return marked
  const length = Math.max(...lines.map(lineWidth), displayWidth(''))
  return [...marked, [run((depth === 1 ? '━' : '─').repeat(length), 'rule')]]
}

function begun([first, ...rest]: Line, index: number): Line {
  return [{ ...(first ?? run('')), heading: index }, ...rest]
}
