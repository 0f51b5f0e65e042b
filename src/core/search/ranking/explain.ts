import type { Note } from '../../model/note.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Alternative, Concept } from './expand-words.ts'
import { type SearchField, searchFields } from './fields.ts'
import { keywordsOf } from './keywords.ts'
import { phraseOf } from './note-look.ts'
import { phraseMatch } from './phrase-match.ts'
import type { Ranked } from './rank-notes.ts'
import { WordMatcher } from './word-matcher.ts'

/** Why a note is a hit, in words: a reason for each word of the query, then what raised it beside the words. */
export function explain(
  index: SearchIndex,
  concepts: readonly Concept[],
  ranked: Ranked,
  notes: readonly Note[],
): readonly string[] {
  const reasons = concepts.map((concept) => reasonFor(index, concept, ranked.note))
  const citing = ranked.citedBy === undefined ? undefined : notes[ranked.citedBy]
  return [
    ...reasons,
    ...keywordReason(index, concepts, notes[ranked.note]),
    ...(citing === undefined ? [] : [`linked from "${citing.title}", which answers too`]),
  ]
}

/** A keyword that says much of a query of several words outweighs the words one by one. */
function keywordReason(index: SearchIndex, concepts: readonly Concept[], note: Note | undefined): readonly string[] {
  if (note === undefined || concepts.length < 2) return []
  const matcher = new WordMatcher(index, concepts)
  let [best, reason] = [0.5, '']
  for (const keyword of keywordsOf(note)) {
    const match = phraseMatch(matcher, phraseOf(keyword))
    if (match > best) [best, reason] = [match, `the keyword "${keyword}" says much of it`]
  }
  return reason === '' ? [] : [reason]
}

function reasonFor(index: SearchIndex, concept: Concept, note: number): string {
  const holding = concept.alternatives
    .map((alternative) => ({ alternative, fields: fieldsHolding(index, alternative, note) }))
    .filter(({ fields }) => fields.length > 0)
    .sort((a, b) => b.alternative.weight - a.alternative.weight)[0]
  if (holding === undefined) return `nothing for "${concept.word}"`
  return `${wayInWords(concept.word, holding.alternative)} in ${listed(holding.fields.map((field) => fieldNames[field]))}`
}

/** The fields of a note that hold all terms of an alternative. */
function fieldsHolding(index: SearchIndex, { terms }: Alternative, note: number): readonly SearchField[] {
  let mask = -1
  for (const term of terms) {
    const { notes, fields } = index.postings(term)
    const at = notes.indexOf(note)
    mask = at < 0 ? 0 : mask === -1 ? (fields[at] ?? 0) : mask | (fields[at] ?? 0)
    if (mask === 0) return []
  }
  return searchFields.filter((_field, bit) => (mask & (1 << bit)) !== 0)
}

function wayInWords(word: string, { way, as }: Alternative): string {
  switch (way) {
    case 'same':
      return `"${word}"`
    case 'beginning':
      return `"${word}" as the beginning of "${as}"`
    case 'slip':
      return `"${word}" read as "${as}"`
    case 'joined':
    case 'parted':
      return `"${word}" written as "${as}"`
    case 'synonym':
      return `"${word}" by its synonym "${as}"`
    case 'short-form':
      return `"${word}" short for "${as}"`
  }
}

const fieldNames: Readonly<Record<SearchField, string>> = {
  title: 'the title',
  alias: 'an alias',
  acronym: 'the initials of its name',
  keyword: 'a keyword',
  heading: 'a heading',
  problem: "the summary's problem",
  idea: "the summary's idea",
  topic: 'a topic',
  tag: 'a tag',
  folder: 'its folder',
  cited: 'what other notes say of it',
  body: 'the text',
  property: 'its properties',
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
