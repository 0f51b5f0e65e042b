import type { Vault } from '../../vault/vault.ts'
import { keywordsOf } from '../keywords.ts'
import { isKnown } from './concepts.ts'
import type { Matcher } from './matcher.ts'
import { likenessOfNames } from './names.ts'
import { bestFirst, type Ranked } from './rank-notes.ts'

/** What the second stage of ranking works with. */
export interface CloserLook {
  readonly matcher: Matcher
  readonly vault: Pick<Vault, 'notes'>
  readonly readText: (path: string) => Promise<string>
  readonly ranksByTexts: boolean
  /** The kinds of evidence that are left out, to measure what each adds. */
  readonly without?: ReadonlySet<string> | undefined
}

/**
 * How much each kind of evidence adds to a score of 0 to 1 by words: a name that says the query, and a place of the text where its
 * words stand near each other (Tao and Zhai 2007, "An exploration of proximity measures in information retrieval").
 */
const shares = { names: 0.45, nearness: 0.2 }

/** How many of the best notes have their names looked at, and how many their texts. */
const [named, read] = [40, 20]

/**
 * The second stage of ranking: scores the best notes anew by their names and by how near the words stand in their texts. A note that words
 * and a name answer in full gets 1.
 */
export async function lookCloser(look: CloserLook, ranked: readonly Ranked[]): Promise<readonly Ranked[]> {
  const isOn = (kind: keyof typeof shares): boolean => look.without?.has(kind) !== true
  const neared = look.ranksByTexts && isOn('nearness') ? await withNearness(look, ranked) : ranked
  return isOn('names') ? withNames(look, neared) : neared
}

/** Raises the scores of notes whose name is like the query, among the best 40. */
function withNames({ matcher, vault }: CloserLook, ranked: readonly Ranked[]): readonly Ranked[] {
  const looked = ranked.slice(0, named).map((one) => {
    const note = vault.notes[one.note]
    if (note === undefined) return one
    const { likeness, named: holdsName } = likenessOfNames(matcher, note)
    return { ...one, score: scaled(one.score + shares.names * likeness), ...(holdsName ? { holdsName } : {}) }
  })
  const others = ranked.slice(named).map((one) => ({ ...one, score: scaled(one.score) }))
  return [...looked.sort(bestFirst), ...others]
}

function scaled(score: number): number {
  return Math.min(1, score / (1 + shares.names))
}

/**
 * Raises the scores of notes in whose text words of the query stand near each other, among the best 20. Not when most of these have
 * keywords: what a note's writer expects it to be searched by says more than nearness.
 */
async function withNearness(look: CloserLook, ranked: readonly Ranked[]): Promise<readonly Ranked[]> {
  const { matcher, vault, readText } = look
  if (matcher.concepts.filter(isKnown).length < 2) return ranked
  const best = ranked.slice(0, read)
  const notes = best.flatMap(({ note }) => vault.notes[note] ?? [])
  if (notes.filter((note) => keywordsOf(note).length > 0).length > notes.length / 2) return ranked
  const looked: Ranked[] = []
  for (const one of best) {
    const note = vault.notes[one.note]
    const near = note === undefined ? 0 : matcher.nearness(await readText(note.path), note.bodyStart)
    looked.push(near === 0 ? one : { ...one, score: one.score + shares.nearness * near, near })
  }
  return [...looked, ...ranked.slice(read)].sort(bestFirst)
}
