import type { Span } from '../../model/span.ts'
import type { BodyRules } from '../read-document.ts'
import { scanMarkdown } from '../scan-markdown.ts'

/**
 * The places of a text, in ascending order and apart, that are prose: a wikilink put there would be read as one. What lies in code,
 * mathematics, comments, HTML tags or a web address falls out, what lies in a link does not always (`placesApart`). `body` says where the
 * body starts and what it is read by.
 */
export function prosePlaces<T extends Span>(text: string, body: BodyRules, places: readonly T[]): readonly T[] {
  if (places.length === 0) return []
  const parts: string[] = []
  let at = 0
  for (const { start, end } of places) {
    parts.push(text.slice(at, start), '[[', text.slice(start, end), ']]')
    at = end
  }
  const { links } = scanMarkdown(parts.join('') + text.slice(at), body.bodyStart, body.dialects)
  const starts = new Set(links.filter(({ kind }) => kind === 'wiki').map(({ span }) => span.start))
  return places.filter((place, order) => starts.has(place.start + 4 * order) && !inAddress(text, place))
}

/** The places, in ascending order, that no span touches. */
export function placesApart<T extends Span>(spans: readonly Span[], places: readonly T[]): readonly T[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  let [next, takenTo] = [0, 0]
  return places.filter(({ start, end }) => {
    for (; (sorted[next]?.start ?? end) < end; next++) takenTo = Math.max(takenTo, sorted[next]?.end ?? 0)
    return takenTo <= start
  })
}

/** Whether a place lies in a bare web address. */
function inAddress(text: string, { start, end }: Span): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - 500), start))?.[0] ?? ''
  const after = /^\S*/.exec(text.slice(end, end + 500))?.[0] ?? ''
  return /(?:^|[^a-z])(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S*$/i.test(before + after) && /:\/\/|www\./i.test(before)
}
