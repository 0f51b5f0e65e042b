import { folderOf, type NotePath } from '../model/note-path.ts'

/**
 * Orders the candidates of a step: same folder as the note first, then fewest segments, shortest path, code-point order (links.md section
 * 2).
 */
export function preferNear(paths: readonly NotePath[], from: NotePath): readonly NotePath[] {
  if (paths.length < 2) return paths
  const folder = folderOf(from)
  return [...paths].sort(
    (a, b) =>
      Number(folderOf(b) === folder) - Number(folderOf(a) === folder) ||
      segments(a) - segments(b) ||
      a.length - b.length ||
      compareCodePoints(a, b),
  )
}

function segments(path: string): number {
  return path.split('/').length
}

/** Unlike `<`, which compares UTF-16 units and so puts characters beyond U+FFFF before U+E000. */
function compareCodePoints(a: string, b: string): number {
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  const [first, second] = [a.charCodeAt(at), b.charCodeAt(at)]
  if (Number.isNaN(first) || Number.isNaN(second)) return a.length - b.length
  return Number(isSurrogate(first)) - Number(isSurrogate(second)) || first - second
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
