import { paintLine } from '../render/runs/paint-lines.ts'
import { lineWidth, type Line, run } from '../render/runs/run.ts'
import { wrapRuns } from '../render/runs/wrap-runs.ts'
import type { Layout } from '../style.ts'

/** A line of several styles, broken at words where it is wider than the layout; the blanks before it stay, and lines after the first stand further in. */
export function wrapStyled(line: Line, { width, style }: Layout, indent = 4): readonly string[] {
  const painter = { style, url: () => undefined }
  if (lineWidth(line) <= width) return [paintLine(line, painter)]
  const lead = /^ */.exec(line[0]?.text ?? '')?.[0] ?? ''
  const [first = [], ...rest] = wrapRuns(line, Math.max(1, width - lead.length))
  const further = wrapRuns(
    rest.flatMap((part, at) => (at === 0 ? part : [run(' '), ...part])),
    Math.max(1, width - indent),
  )
  return [[run(lead), ...first], ...further.map((part) => [run(' '.repeat(indent)), ...part])].map((part) =>
    paintLine(part, painter),
  )
}
