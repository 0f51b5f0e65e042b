import type { NotePath } from '../../model/note-path.ts'
import type { Vault } from '../../vault/vault.ts'
import { CitationTargets, citedNotes } from './citations.ts'
import { GrowingNumbers } from './growing-numbers.ts'
import type { NoteTerms } from './note-terms.ts'
import {
  DocumentRows,
  type Documents,
  fieldLengths,
  looksOf,
  meanLengths,
  spreadsOf,
  sumLengths,
} from './search-documents.ts'
import { SearchIndex } from './search-index.ts'
import type { SearchIndexData } from './search-index-data.ts'
import { tablesOf } from './search-tables.ts'
import { latentSpace } from '../ranking/latent-space.ts'
import type { ShortForm } from '../ranking/short-forms.ts'
import type { SortedWords, Spreads } from './word-numbers.ts'

/** A search index with what is needed to bring it up to date when notes change. */
export interface BuiltSearch {
  readonly data: SearchIndexData
  /** The notes in order, a document each. */
  readonly documents: Documents
  readonly sorted: SortedWords
  readonly spreads: Spreads
  /** The length of each field of each note, as `fieldLengths` gives them. */
  readonly lengths: Uint32Array
  readonly citations: BuiltCitations
  /** The short forms of the notes that explain any, with their numbers. */
  readonly noteForms: readonly (readonly [note: number, forms: readonly ShortForm[]])[]
}

/** The citations of all notes, one after the other. */
export interface BuiltCitations {
  /** Where those of each note start; one more than there are notes. */
  readonly starts: Uint32Array
  /** The link that each stands around. */
  readonly links: Uint32Array
  /** The note that each is about, counted from 1; 0 for none. */
  readonly targets: Uint32Array
}

/** Builds the index of a vault from the terms of its notes. Its cost grows with the words of all notes. */
export function buildSearchIndex(vault: Vault, termsOf: (path: NotePath) => NoteTerms): SearchIndex {
  return new SearchIndex(vault, buildSearch(vault, termsOf).data)
}

/** Builds the index of a vault with what its later changes need; the terms of one note are held at a time. */
export function buildSearch(vault: Vault, termsOf: (path: NotePath, number: number) => NoteTerms): BuiltSearch {
  // Where links have yet to be resolved, that is done before the words of all notes are held.
  for (const { path } of vault.notes.slice(0, 1)) vault.known.resolutions(path)
  const rows = new DocumentRows()
  const [starts, links] = [new GrowingNumbers(), new GrowingNumbers()]
  const noteForms: [number, readonly ShortForm[]][] = []
  for (const [number, { path }] of vault.notes.entries()) {
    const { fields, citations, shortForms, look } = termsOf(path, number)
    rows.add(fields)
    rows.look(look)
    starts.push(links.length)
    for (const [link, terms] of citations) {
      rows.cite(terms)
      links.push(link)
    }
    if (shortForms.length > 0) noteForms.push([number, shortForms])
  }
  starts.push(links.length)
  const cited = { starts: starts.all(), links: links.all() }
  return weigh(rows, { ...cited, targets: targetsOf(vault, cited) }, noteForms)
}

function weigh(rows: DocumentRows, citations: BuiltCitations, noteForms: BuiltSearch['noteForms']): BuiltSearch {
  const size = rows.fields.length
  const said = new CitationTargets()
  for (const [place, target] of citations.targets.entries()) if (target > 0) said.add(target - 1, place)
  const documents = { rows, numbers: Uint32Array.from({ length: size }, (_, at) => at), citedOf: said.byTarget(size) }
  const lengths = fieldLengths(documents)
  const means = meanLengths(sumLengths(lengths, documents.numbers))
  const spreads = spreadsOf(documents)
  const sorted = rows.words.sorted(spreads)
  const tables = tablesOf({ documents, lengths, spreads, means }, sorted)
  const latent = latentSpace({ size, starts: tables.starts, notes: tables.notes, weights: tables.weights })
  const shortForms = uniqueForms(noteForms.map(([, forms]) => ({ shortForms: forms })))
  const data = { ...tables, shortForms, latent, looks: looksOf(rows, sorted) }
  return { data, documents, sorted, spreads, lengths, citations, noteForms }
}

/** The notes that citations are about; the words of all notes are known by then, so that nothing else is held with them. */
function targetsOf(vault: Vault, { starts, links }: Pick<BuiltCitations, 'starts' | 'links'>): Uint32Array {
  const targets = new Uint32Array(links.length)
  for (const [number, { path }] of vault.notes.entries()) {
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0]
    for (const [at, target] of citedNotes(vault, path, [...links.subarray(from, to)]).entries())
      targets[from + at] = target + 1
  }
  return targets
}

/** The short forms that notes explain, each once. */
export function uniqueForms(all: Iterable<Pick<NoteTerms, 'shortForms'>>): readonly ShortForm[] {
  const forms = new Map<string, ShortForm>()
  for (const { shortForms } of all) for (const form of shortForms) forms.set(form.join('\n'), form)
  return [...forms.values()]
}
