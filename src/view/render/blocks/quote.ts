import type { QuoteToken } from '../../../core/parse/blocks/block-token.ts'
import type { StyleName } from '../../style.ts'
import { foldable, foldMark } from '../runs/folds.ts'
import { type Line, prefixed, run, styled } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'
import type { Page, Room } from '../page.ts'

const kinds: readonly (readonly [RegExp, StyleName])[] = [
  [/^(?:warning|caution|attention|important)$/, 'warning'],
  [/^(?:danger|error|bug|failure|fail|missing)$/, 'error'],
  [/^(?:tip|hint|success|check|done|example)$/, 'ok'],
  [/^(?:quote|cite)$/, 'quote'],
]

/** A quote with a bar at its left; a callout `> [!NOTE] title` with its title in the colour of its kind. */
export function quote(page: Page, token: QuoteToken, room: Room): readonly Line[] {
  const { callout, children } = token
  const width = Math.max(1, room.width - 2)
  if (callout === undefined) {
    const lines = page.blocks(children, { width }).map((line) => styled(line, 'quote'))
    return prefixed(lines, [run('│ ', 'rule')], [run('│ ', 'rule')])
  }
  const { kind, fold, title } = callout
  const style = kinds.find(([pattern]) => pattern.test(kind))?.[1] ?? 'info'
  const kindName = kind.charAt(0).toUpperCase() + kind.slice(1)
  const isColoured = page.options.style.paint(style, 'x') !== 'x'
  const name = title.length > 0 ? page.renderer.cell(title) : [run(kindName)]
  // Without colour nothing else would tell the kind of a callout with a title.
  const said = title.length > 0 && !isColoured ? [run(`${kindName}: `), ...name] : name
  const mark = fold === undefined ? [] : [foldMark(fold)]
  const head = wrapRuns(styled([...mark, ...said], style, 'strong'), width)
  const body = page.blocks(children, { width })
  const lines = fold === undefined ? [...head, ...body] : foldable(head, body)
  return prefixed(lines, [run('┃ ', style)], [run('┃ ', style)])
}
