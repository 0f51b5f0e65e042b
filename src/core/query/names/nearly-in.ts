/** For each UTF-16 unit, a bit for each place of the pattern where it stands; all zero between calls. */
const places = new Int32Array(1 << 16)

/**
 * The edit distance of a pattern of 1 to 32 UTF-16 units to the nearest part of a text: the fewest insertions, deletions and substitutions
 * (Myers 1999, "A fast bit-vector algorithm for approximate string matching"). Linear in the length of the text.
 */
export function nearlyIn(pattern: string, text: string): number {
  if (text.includes(pattern)) return 0
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at)
    places[unit] = (places[unit] ?? 0) | (1 << at)
  }
  const edits = fewestEdits(text, pattern.length)
  for (let at = 0; at < pattern.length; at++) places[pattern.charCodeAt(at)] = 0
  return edits
}

/** The least value in the last row of the edit table. Its columns are kept as bit vectors of where values rise and fall. */
function fewestEdits(text: string, length: number): number {
  const last = 1 << (length - 1)
  let [rises, falls, edits, best] = [-1, 0, length, length]
  for (let at = 0; at < text.length; at++) {
    const equal = places[text.charCodeAt(at)] ?? 0
    const diagonal = (((equal & rises) + rises) ^ rises) | equal
    const across = falls | ~(diagonal | rises)
    const back = rises & diagonal
    if ((across & last) !== 0) edits++
    else if ((back & last) !== 0 && --edits < best) best = edits
    const along = equal | falls
    rises = (back << 1) | ~(along | (across << 1))
    falls = (across << 1) & along
  }
  return best
}
