import type { Note } from '../../model/note.ts'
import { targetPath } from '../../model/resolution.ts'
import type { Span } from '../../model/span.ts'
import type { Vault } from '../../vault/vault.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { wordsIn } from '../words/words-in.ts'
import type { Matcher } from './matcher.ts'
import { likenessOfNames } from './names.ts'
import { bestFirst, type Ranked } from './rank-notes.ts'

/** What a closer look goes by. */
export interface CloserLook {
  readonly index: SearchIndex
  readonly matcher: Matcher
  /** Links are known where the vault is whole: on a published page they are not. */
  readonly vault: Pick<Vault, 'notes'> & Partial<Pick<Vault, 'resolve' | 'numberOf'>>
  readonly readText: (path: string) => Promise<string>
  /** The kinds of evidence that are left out, to measure what each adds. */
  readonly without?: ReadonlySet<string> | undefined
}

/**
 * How much each kind of evidence adds to a score of 0 to 1 by words: a name that says the query, what a good note says around a link
 * to this one, and the words that the best notes have in common (relevance feedback: Rocchio 1971; Lavrenko and Croft 2001).
 */
const shares = { names: 0.5, citations: 0.25, company: 0.1 }

/** Notes whose names are looked at, whose links are, and whose words are. */
const [named, citing, best] = [40, 20, 5]

/** Ranks notes, best first, anew by what is known of the best of them; a note that words and a name answer in full has 1. */
export async function lookCloser(look: CloserLook, ranked: readonly Ranked[]): Promise<readonly Ranked[]> {
  const isOn = (kind: keyof typeof shares): boolean => look.without?.has(kind) !== true
  const isWhole = look.vault.resolve !== undefined
  const accompanied = isWhole && isOn('company') ? await withCompany(look, ranked) : ranked
  const cited = isWhole && isOn('citations') ? await withCitations(look, accompanied) : accompanied
  return isOn('names') ? withNames(look, cited) : cited
}

/** Raises notes that are called by the query, the best 40 of them. */
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

/** Raises notes by what the best ones say in the sentences that link to them; such a note need not hold a word of the query. */
async function withCitations(look: CloserLook, ranked: readonly Ranked[]): Promise<readonly Ranked[]> {
  const said = new Map<number, Float64Array>()
  for (const { note: number } of ranked.slice(0, citing)) {
    const note = look.vault.notes[number]
    for (const [target, values] of note === undefined ? [] : await citationsOf(look, note)) {
      const before = said.get(target)
      said.set(target, before === undefined ? values : before.map((value, at) => Math.max(value, values[at] ?? 0)))
    }
  }
  const notes = new Map(ranked.map((one) => [one.note, one]))
  for (const target of said.keys())
    if (!notes.has(target)) notes.set(target, { note: target, score: 0, coverage: 0, sureness: 0 })
  return [...notes.values()]
    .map((one) => {
      const values = said.get(one.note)
      return {
        ...one,
        score: values === undefined ? one.score : one.score + shares.citations * look.matcher.share(values),
      }
    })
    .filter(({ score }) => score > 0)
    .sort(bestFirst)
}

/** How well the sentences around the links of a note answer each concept, by the number of the note that they link to. */
async function citationsOf(
  { vault, matcher, readText }: CloserLook,
  note: Note,
): Promise<readonly (readonly [target: number, values: Float64Array])[]> {
  const links = note.links.slice(0, mostLinks)
  if (links.length === 0) return []
  const text = await readText(note.path)
  return links.flatMap((link) => {
    const values = matcher.values(matcher.termsIn(sentenceAt(text, link.span)))
    if (values.every((value) => value === 0)) return []
    // Only what answers is resolved: to resolve all links of a vault takes as long as to index its words.
    const resolution = vault.resolve?.(note, link)
    const path = resolution && targetPath(resolution)
    const target = path === undefined || path === note.path ? undefined : vault.numberOf?.(path)
    return target === undefined ? [] : [[target, values] as const]
  })
}

/** Links of a note that are looked at; one of more is a list. */
const mostLinks = 200

/** Roughly the sentence around a link: what stands on its line between two ends of sentences. */
function sentenceAt(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const from = Math.max(
    before.lastIndexOf('\n') + 1,
    before.search(/(?<=[.!?。！？]\s?)(?:(?![.!?。！？]\s|[。！？]).)*$/su),
  )
  const to = /\n|[.!?](?=\s)|[。！？]/u.exec(after)?.index ?? after.length
  return before.slice(Math.max(0, from)) + text.slice(start, end) + after.slice(0, to)
}

/** Characters beside a link that are looked at. */
const reach = 300

/** Raises notes that share the words which tell the best ones from the rest: those speak of the same with other words. */
async function withCompany(look: CloserLook, ranked: readonly Ranked[]): Promise<readonly Ranked[]> {
  const { index } = look
  const terms = await commonTerms(look, ranked.slice(0, best))
  const all = terms.reduce((sum, [, weight]) => sum + weight, 0)
  if (all === 0) return ranked
  const shared = new Float64Array(index.size)
  for (const [term, weight] of terms) {
    const { notes = [], weights = [] } = index.postings(term) ?? {}
    for (let at = 0; at < notes.length; at++) {
      const note = notes[at] ?? 0
      shared[note] = (shared[note] ?? 0) + (weight * (weights[at] ?? 0)) / 65_535 / all
    }
  }
  return ranked.map((one) => ({ ...one, score: one.score + shares.company * (shared[one.note] ?? 0) })).sort(bestFirst)
}

/** The twenty terms that say most of some notes, beside those that the query has itself. */
async function commonTerms(
  { index, matcher, vault, readText }: CloserLook,
  top: readonly Ranked[],
): Promise<readonly (readonly [term: string, weight: number])[]> {
  const total = top.reduce((sum, { score }) => sum + score, 0)
  const weights = new Map<string, number>()
  for (const { note: number, score } of top) {
    const note = vault.notes[number]
    if (note === undefined || score === 0) continue
    const text = (await readText(note.path)).slice(note.bodyStart, note.bodyStart + longestText)
    for (const [term, times] of termsOf(index, `${note.title}\n${text}`))
      weights.set(term, (weights.get(term) ?? 0) + ((score / total) * index.rarity(term) * times) / (times + 1.2))
  }
  return [...weights]
    .filter(([term]) => index.spread(term) > 1 && matcher.worthOf(term) === 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 20)
}

/** Characters of a text whose words are counted. */
const longestText = 5000

/** The terms of a text, and how often each stands there. */
function termsOf(index: SearchIndex, text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (const { text: word } of wordsIn(text, 'markdown')) words.set(word, (words.get(word) ?? 0) + 1)
  const terms = new Map<string, number>()
  for (const [word, times] of words) {
    const term = index.termOf(word)
    if (term !== undefined) terms.set(term, (terms.get(term) ?? 0) + times)
  }
  return terms
}
