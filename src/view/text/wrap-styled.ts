import { paintLine } from '../render/runs/paint-lines.ts'
import { lineWidth, type Line, run } from '../render/runs/run.ts'
import { wrapRuns } from '../render/runs/wrap-runs.ts'
import type { Layout } from '../style.ts'

/** A line of several styles, broken at words where it is wider than the layout; lines after the first stand further in. */
export function wrapStyled(line: Line, { width, style }: Layout, indent = 4): readonly string[] {
  const painter = { style, url: () => undefined }
  if (lineWidth(line) <= width) return [paintLine(line, painter)]
  const [first = [], ...rest] = wrapRuns(line, width)
  const further = wrapRuns(
    rest.flatMap((part, at) => (at === 0 ? part : [run(' '), ...part])),
    Math.max(1, width - indent),
  )
  return [first, ...further.map((part) => [run(' '.repeat(indent)), ...part])].map((part) => paintLine(part, painter))
}
