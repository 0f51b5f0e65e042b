/** Made on first use: making it takes longer than the rest of a list. */
let segmenter: Intl.Segmenter | undefined

/** UTF-16 units that are segmented at once: from some 30,000 on, the time that V8's segmenter takes grows with their square. */
const longestPart = 4096

/** The characters of a text as readers count them (grapheme clusters of UAX 29), in order. */
export function* graphemes(text: string): Generator<string, void> {
  for (const part of graphemeParts(text)) for (const { segment } of segments(part)) yield segment
}

/** A text in parts of at most 4,096 units, cut where two clusters meet; a cluster that is longer is cut. */
export function* graphemeParts(text: string): Generator<string, void> {
  let start = 0
  while (text.length - start > longestPart) {
    const isWithinPair = (text.codePointAt(start + longestPart - 1) ?? 0) > 0xffff
    const part = text.slice(start, start + longestPart - (isWithinPair ? 1 : 0))
    const last = segments(part).containing(part.length - 1)?.index ?? 0
    const end = last === 0 ? part.length : last
    yield part.slice(0, end)
    start += end
  }
  if (start < text.length) yield text.slice(start)
}

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter.segment(text)
}
