import { closesFence, fenceLength } from './block-starts.ts'

/** What stands at the left edge of a part of a text. */
export interface TopLines {
  /** The indexes of the lines that are headings with `#`, outside fenced code. */
  readonly headings: ReadonlySet<number>
  /** The line that closes the code which is open at the end; indented as its fence is, which may be that of an item. */
  readonly openFence: string | undefined
}

/** Reads the lines of a part of a text for its headings and for code that is not closed in it, without reading the rest. */
export function topLines(lines: readonly string[]): TopLines {
  const headings = new Set<number>()
  let fence: { readonly mark: number; readonly length: number; readonly indent: number } | undefined
  for (const [at, line] of lines.entries()) {
    const start = /^ {0,3}/.exec(line)?.[0].length ?? 0
    if (fence !== undefined) {
      if (closesFence(line, start, line.length, fence)) fence = undefined
      continue
    }
    const length = /[`~]/.test(line[start] ?? '') ? fenceLength(line, start, line.length) : 0
    if (length > 0) fence = { mark: line.charCodeAt(start), length, indent: start }
    else if (/^#{1,6}\s/.test(line)) headings.add(at)
  }
  return {
    headings,
    openFence: fence && ' '.repeat(fence.indent) + String.fromCharCode(fence.mark).repeat(fence.length),
  }
}
