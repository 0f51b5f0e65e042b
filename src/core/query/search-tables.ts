import type { CountedDocument, CountedDocuments } from './search-documents.ts'
import { fieldBit } from './search-index.ts'
import { letterMask, type WordTables } from './search-index-data.ts'
import { fieldWeights, saturation, searchFields } from './search/fields.ts'

/** What `tablesOf` makes of documents. */
export interface DocumentTables {
  readonly tables: WordTables
  /** The places of the words of each document. */
  readonly wordsOf: readonly Uint32Array[]
}

/** Sorts the words of documents and weighs their terms; `means` are the mean lengths of the fields, `kept` says which words are listed. */
export function tablesOf(
  counted: CountedDocuments,
  means: readonly number[],
  kept: (word: string) => boolean = () => true,
): DocumentTables {
  const sorted = counted.words.sorted()
  const words = sorted.words.filter(kept)
  const tables = {
    words,
    wordTerms: Uint32Array.from(words, sorted.termOf),
    wordMasks: Uint32Array.from(words, letterMask),
    wordLengths: Uint8Array.from(words, ({ length }) => Math.min(255, length)),
    terms: sorted.terms,
    ...postingTables(counted.documents, means, sorted.termPlaces),
  }
  const wordsOf = counted.documents.map((document) =>
    Uint32Array.from(document.words, (word) => sorted.wordPlaces[word] ?? 0),
  )
  return { tables, wordsOf }
}

/** BM25F: the counts of a term in the fields of a note, each against the field's length, weighed, added, then saturated. */
function postingTables(
  documents: readonly CountedDocument[],
  means: readonly number[],
  order: Uint32Array,
): Pick<WordTables, 'starts' | 'notes' | 'weights' | 'fields'> {
  const weighed = documents.map(({ fields }) => weighNote(fields, means))
  const starts = startsOf(weighed, order)
  const next = starts.slice()
  const size = starts[order.length] ?? 0
  const [notes, weights, masks] = [new Uint32Array(size), new Uint16Array(size), new Uint16Array(size)]
  for (const [document, { terms, amounts, fields }] of weighed.entries()) {
    for (const [index, term] of terms.entries()) {
      const place = order[term] ?? 0
      const at = next[place] ?? 0
      next[place] = at + 1
      const amount = amounts[index] ?? 0
      notes[at] = documents[document]?.number ?? 0
      weights[at] = Math.round((65_535 * amount) / (saturation + amount))
      masks[at] = fields[index] ?? 0
    }
  }
  return { starts, notes, weights, fields: masks }
}

/** Where the postings of each term start: counted first, so that each list can be filled in place. */
function startsOf(weighed: readonly WeighedNote[], order: Uint32Array): Uint32Array {
  const starts = new Uint32Array(order.length + 1)
  for (const { terms } of weighed) {
    for (const term of terms) {
      const next = (order[term] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
  }
  for (let term = 0; term < order.length; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  return starts
}

/** The terms of a note with their weighed amounts and the fields that hold them: parallel arrays. */
interface WeighedNote {
  readonly terms: readonly number[]
  readonly amounts: readonly number[]
  readonly fields: readonly number[]
}

function weighNote(fields: CountedDocument['fields'], means: readonly number[]): WeighedNote {
  const places = new Map<number, number>()
  const weighed = { terms: [] as number[], amounts: [] as number[], fields: [] as number[] }
  for (const [field, { counts, length }] of fields) {
    const { weight, lengthPenalty } = fieldWeights[field]
    const norm = 1 - lengthPenalty + (lengthPenalty * length) / (means[searchFields.indexOf(field)] ?? 1)
    const bit = fieldBit(field)
    for (const [term, times] of counts) {
      const amount = weight * Math.log2(1 + times / norm)
      const place = places.get(term)
      if (place === undefined) {
        places.set(term, weighed.terms.length)
        weighed.terms.push(term)
        weighed.amounts.push(amount)
        weighed.fields.push(bit)
      } else {
        weighed.amounts[place] = (weighed.amounts[place] ?? 0) + amount
        weighed.fields[place] = (weighed.fields[place] ?? 0) | bit
      }
    }
  }
  return weighed
}
