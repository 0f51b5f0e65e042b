/** The parts of a note that search looks into, in the order in which a match is shown. */
export const searchFields = [
  'title',
  'alias',
  'acronym',
  'keyword',
  'heading',
  'problem',
  'idea',
  'topic',
  'tag',
  'folder',
  'cited',
  'body',
  'property',
] as const
export type SearchField = (typeof searchFields)[number]

/** How a field counts (BM25F: Robertson, Zaragoza, Taylor 2004, "Simple BM25 extension to multiple weighted fields"). */
export interface FieldWeight {
  readonly weight: number
  /** How much a field longer than the average is held against the note: 0 not at all, 1 in full. */
  readonly lengthPenalty: number
}

/** Fields a note is called by count most, then what its writer says it is about, then its text and what others say of it. */
export const fieldWeights: Readonly<Record<SearchField, FieldWeight>> = {
  title: { weight: 4.5, lengthPenalty: 0.3 },
  alias: { weight: 2.5, lengthPenalty: 0.3 },
  acronym: { weight: 6, lengthPenalty: 0 },
  keyword: { weight: 1.4, lengthPenalty: 0.2 },
  heading: { weight: 1.8, lengthPenalty: 0.5 },
  problem: { weight: 3, lengthPenalty: 0.2 },
  idea: { weight: 3, lengthPenalty: 0.2 },
  topic: { weight: 2, lengthPenalty: 0 },
  tag: { weight: 1.5, lengthPenalty: 0 },
  folder: { weight: 1, lengthPenalty: 0 },
  cited: { weight: 0.9, lengthPenalty: 0.6 },
  body: { weight: 0.5, lengthPenalty: 0.6 },
  property: { weight: 0.4, lengthPenalty: 0.5 },
}

/** How fast more occurrences stop counting (k1 of BM25). */
export const saturation = 1.4
