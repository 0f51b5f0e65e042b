import type { NotePath } from '../model/note-path.ts'
import type { Vault } from '../vault/vault.ts'
import { citedNotes, CitedText } from './citations.ts'
import type { NoteTerms } from './note-terms.ts'
import { countDocuments, fieldLengths, meanLengths, sumLengths } from './search-documents.ts'
import { SearchIndex } from './search-index.ts'
import type { SearchIndexData } from './search-index-data.ts'
import { tablesOf } from './search-tables.ts'
import { latentSpace } from './search/latent-space.ts'
import type { ShortForm } from './search/short-forms.ts'

/** A search index with what is needed to bring it up to date when notes change. */
export interface BuiltSearch {
  readonly data: SearchIndexData
  /** The length of each field of each note, as `fieldLengths` gives them. */
  readonly lengths: Uint32Array
  /** The numbers of the words of each note. */
  readonly wordsOf: readonly Uint32Array[]
  /** The note that each citation of each note is about, or -1. */
  readonly cites: readonly (readonly number[])[]
}

/** Builds the index of a vault from the terms of its notes. Its cost grows with the words of all notes. */
export function buildSearchIndex(vault: Vault, termsOf: (path: NotePath) => NoteTerms): SearchIndex {
  return indexOf(vault, buildSearch(vault, termsOf).data)
}

/** The index of a vault out of its data. */
export function indexOf(
  vault: Vault,
  data: SearchIndexData,
  later?: ConstructorParameters<typeof SearchIndex>[2],
): SearchIndex {
  return new SearchIndex(
    vault.notes.map(({ path }) => path),
    data,
    later,
  )
}

/** Builds the index of a vault with what its later changes need. */
export function buildSearch(vault: Vault, termsOf: (path: NotePath) => NoteTerms): BuiltSearch {
  const all = vault.notes.map(({ path }) => termsOf(path))
  const cites = citesOfAll(vault, all)
  const said = new CitedText()
  for (const [number, targets] of cites.entries()) said.add(all[number]?.citations ?? [], targets)
  const counted = countDocuments(all.map(({ fields }, number) => ({ number, fields, cited: said.of(number) })))
  const lengths = fieldLengths(counted)
  const { tables, wordsOf } = tablesOf(counted, meanLengths(sumLengths(lengths, all.keys())))
  const latent = latentSpace({ size: all.length, starts: tables.starts, notes: tables.notes, weights: tables.weights })
  return { data: { ...tables, shortForms: uniqueForms(all), latent }, lengths, wordsOf, cites }
}

function citesOfAll(vault: Vault, all: readonly NoteTerms[]): readonly (readonly number[])[] {
  return vault.notes.map(({ path }, number) =>
    citedNotes(vault, path, all[number]?.citations.map(([link]) => link) ?? []),
  )
}

/** The short forms that notes explain, each once. */
export function uniqueForms(all: Iterable<Pick<NoteTerms, 'shortForms'>>): readonly ShortForm[] {
  const forms = new Map<string, ShortForm>()
  for (const { shortForms } of all) for (const form of shortForms) forms.set(form.join('\n'), form)
  return [...forms.values()]
}
