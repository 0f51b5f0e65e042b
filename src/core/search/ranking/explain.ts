import type { Note } from '../../model/note.ts'
import { type SearchField, searchFields } from '../fields.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { keywordsOf } from '../keywords.ts'
import type { Alternative } from './alternative.ts'
import type { Concept } from './concepts.ts'
import type { Matcher } from './matcher.ts'
import { phraseLikeness } from './names.ts'
import type { Ranked } from './rank-notes.ts'

/**
 * Why a note is a hit, in words: its name, if that was typed, then a reason for each word, then a keyword that matches much of the query.
 */
export function explain(matcher: Matcher, ranked: Ranked, note: Note): readonly string[] {
  return [
    ...(ranked.named === true ? ['it is what the note is called'] : []),
    ...matcher.concepts.map((concept) => reasonFor(matcher.index, concept, ranked.note)),
    ...keywordReason(matcher, note),
    ...((ranked.near ?? 0) >= muchOfIt ? ['a place of its text says much of it'] : []),
  ]
}

/** The share of the query from which a passage is given as a reason. */
const muchOfIt = 0.5

/** For a query of several words, the keyword that is most like it, where one is at least half like it. */
function keywordReason(matcher: Matcher, note: Note): readonly string[] {
  if (matcher.concepts.length < 2) return []
  let [best, reason] = [0.5, '']
  for (const keyword of keywordsOf(note)) {
    const match = phraseLikeness(matcher, keyword)
    if (match > best) [best, reason] = [match, `the keyword "${keyword}" says much of it`]
  }
  return reason === '' ? [] : [reason]
}

function reasonFor(index: SearchIndex, concept: Concept, note: number): string {
  const found = holdingOf(index, concept, note)
  if (found === undefined) return `nothing for "${concept.word}"`
  const { alternative, fields } = found
  return `${wayInWords(concept.word, alternative)} in ${listed(fields.map((field) => fieldNames[field]))}`
}

/** The words of a query that a note has nothing for, as typed. */
export function missingIn(index: SearchIndex, concepts: readonly Concept[], note: number): readonly string[] {
  const missing = concepts.filter((concept) => holdingOf(index, concept, note) === undefined)
  return [...new Set(missing.map(({ word }) => word))]
}

/** The best alternative for a word that a note holds, with the fields that hold it. */
function holdingOf(
  index: SearchIndex,
  concept: Concept,
  note: number,
): { readonly alternative: Alternative; readonly fields: readonly SearchField[] } | undefined {
  return concept.alternatives
    .map((alternative) => ({ alternative, fields: fieldsHolding(index, alternative, note) }))
    .filter(({ fields }) => fields.length > 0)
    .sort((a, b) => b.alternative.weight - a.alternative.weight)[0]
}

/** The fields of a note that hold all terms of an alternative. */
function fieldsHolding(index: SearchIndex, { terms }: Alternative, note: number): readonly SearchField[] {
  let mask = 0
  for (const term of terms) {
    const postings = index.postings(term)
    const at = postings?.notes.indexOf(note) ?? -1
    if (at < 0) return []
    mask |= postings?.fields[at] ?? 0
  }
  return searchFields.filter((_field, bit) => (mask & (1 << bit)) !== 0)
}

function wayInWords(word: string, { way, as }: Alternative): string {
  switch (way) {
    case 'same':
      return `"${word}"`
    case 'beginning':
      return `"${word}" as the beginning of "${as}"`
    case 'typo':
      return `"${word}" read as "${as}"`
    case 'spelling':
    case 'joined':
    case 'parted':
      return `"${word}" written as "${as}"`
    case 'compound':
      return `"${word}" as a part of "${as}"`
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
  summary: 'the summary',
  place: 'its folder, topics, tags or properties',
  body: 'the text',
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
