import type { SearchIndex } from '../index/search-index.ts'
import { stemOf } from '../words/english-stem.ts'
import { stopWords } from '../words/stop-words.ts'
import { wordsIn } from '../words/words-in.ts'
import type { StopWords } from './asked-words.ts'
import type { Expansion } from './concepts.ts'
import { generalThesaurus } from './thesaurus.ts'

/** What the words of a query are read with: stop words, stems, synonyms. */
export type Tools = StopWords & Expansion

/** What the tools are made from. */
interface ToolSource {
  readonly index: SearchIndex
  readonly synonyms: readonly (readonly string[])[]
}

const thesauri = new WeakMap<ToolSource, ReturnType<typeof generalThesaurus>>()

/**
 * The tools for a query. Languages other than English are loaded only when a note is written in one, or when the query has a word that the
 * vault lacks.
 */
export async function toolsFor(source: ToolSource, query: string, without?: ReadonlySet<string>): Promise<Tools> {
  const { index } = source
  const codes = index.languages.length > 0 ? index.languages : ['en']
  const foreign =
    codes.some((code) => code !== 'en') || wordsIn(query).some(({ text }) => index.termOf(text) === undefined)
  const { languages } = foreign ? await import('../words/languages.ts') : { languages: english }
  const own = codes.flatMap((code) => languages.get(code) ?? [])
  const all = [...languages.values()]
  const off = (layer: string): boolean => without?.has(layer) === true
  return {
    ofVault: (word) => own.some(({ stops }) => stops.has(word)),
    ofAny: (word) => all.some(({ sureStops }) => sureStops.has(word)),
    stemsOf: (word) => own.map(({ stem }) => stem(word)),
    thesaurus: off('synonyms') ? generalThesaurus([], [], false) : thesaurusOf(source),
    acronyms: !off('synonyms'),
    typos: !off('typos'),
    beginnings: !off('beginnings'),
  }
}

const english = new Map([['en', { stem: stemOf, stops: stopWords, sureStops: stopWords }]])

function thesaurusOf(source: ToolSource): ReturnType<typeof generalThesaurus> {
  const known = thesauri.get(source) ?? generalThesaurus(source.synonyms, source.index.shortForms, true)
  thesauri.set(source, known)
  return known
}
