/** Where a text begins and ends (UTF-16 units). */
type Range = readonly [start: number, end: number]

/** What ranges of a text hold, found again in their order in what is shown of it; what is not shown has no range. */
export function movedRanges(text: string, ranges: readonly Range[], shown: string): readonly Range[] {
  let from = 0
  return ranges.flatMap(([start, end]): readonly Range[] => {
    const at = shown.indexOf(text.slice(start, end), from)
    if (at < 0) return []
    from = at + end - start
    return [[at, from]]
  })
}
