/** How much each kind of evidence that a note answers a query counts; each is 0 to 1, and so is their weighted sum. */
export interface EvidenceShares {
  /** The words of the query that the note holds, by field and rarity (BM25F). */
  readonly words: number
  /** How near the note lies to the query by the company its words keep. */
  readonly company: number
  /** How nearly one name or one keyword of the note says the query. */
  readonly name: number
  /** How nearly its summary does. */
  readonly summary: number
  /** How much of the query one passage of it says. */
  readonly passage: number
}

/**
 * The shares in use, together 1. Fitted as a conditional logit (which of 40 candidates is the right one) and rounded: to the
 * given queries and those to tune on, of the shipped notes with and without keywords and of a second vault, and, at a tenth
 * of the weight, to keywords asked for as queries of notes from which they were taken.
 */
export const evidenceShares: EvidenceShares = { words: 0.42, company: 0.18, name: 0.2, summary: 0.1, passage: 0.1 }

/** The shares without some kinds of evidence, so that scores keep their meaning. */
export function sharesWithout(
  kinds: readonly (keyof EvidenceShares)[],
  { words, company, name, summary, passage }: EvidenceShares = evidenceShares,
): EvidenceShares {
  const kept = (kind: keyof EvidenceShares, share: number): number => (kinds.includes(kind) ? 0 : share)
  const left = {
    words: kept('words', words),
    company: kept('company', company),
    name: kept('name', name),
    summary: kept('summary', summary),
    passage: kept('passage', passage),
  }
  const sum = left.words + left.company + left.name + left.summary + left.passage
  const scale = sum > 0 ? 1 / sum : 0
  return {
    words: left.words * scale,
    company: left.company * scale,
    name: left.name * scale,
    summary: left.summary * scale,
    passage: left.passage * scale,
  }
}
