/** The parts of a note that search looks into, in the order in which a match is told. */
export const searchFields = ['title', 'alias', 'acronym', 'keyword', 'summary', 'heading', 'place', 'body'] as const
export type SearchField = (typeof searchFields)[number]

/**
 * How much a word counts by the field it stands in (BM25F: Robertson, Zaragoza, Taylor 2004, "Simple BM25 extension to multiple
 * weighted fields"): what a note is called by counts three times its text, what its writer says it is about twice. `place` is its
 * folder, topics, tags and properties.
 */
export const fieldWeights: Readonly<Record<SearchField, number>> = {
  title: 3,
  alias: 3,
  acronym: 3,
  keyword: 2,
  summary: 2,
  heading: 1,
  place: 1,
  body: 1,
}

/** k1 and b of BM25: how soon further occurrences of a word stop adding to the score, and how much a long field lowers it. */
export const saturation = 1.2
export const lengthPenalty = 0.75

/** The bit of a field in the masks of postings. */
export function fieldBit(field: SearchField): number {
  return 1 << searchFields.indexOf(field)
}
