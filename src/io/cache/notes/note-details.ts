import type { Note } from '../../../core/model/note.ts'
import type { ColumnNote } from './note-columns.ts'

/** The fields of a note that few commands need: all that are neither in a column nor links. */
export type NoteDetails = Omit<Note, keyof ColumnNote | 'links' | 'dialects'>

/** Details from an index: headings, which are most of the data, and other fields are decoded separately when asked for. */
export interface KeptDetails {
  readonly headings: NoteDetails['headings']
  readonly others: Omit<NoteDetails, 'headings'>
}

/** The details of a note as JSON: a line with its headings, then a line with all other fields. */
export function writeDetails(note: Note): string {
  return `${JSON.stringify(note.headings)}\n${JSON.stringify(othersOf(note))}`
}

/** Names every field, so that the compiler reports new fields of notes. */
function othersOf(note: Note): { readonly [Name in keyof Required<KeptDetails['others']>]: NoteDetails[Name] } {
  const { metadata, bodyStart, blocks, inlineTags, anchors, definitions, footnotes, file } = note
  return { metadata, bodyStart, blocks, inlineTags, anchors, definitions, footnotes, file }
}

/** The inverse of `writeDetails`. */
export function readDetails(text: string): KeptDetails {
  const end = text.indexOf('\n')
  let headings: KeptDetails['headings'] | undefined
  let others: KeptDetails['others'] | undefined
  return {
    get headings() {
      return (headings ??= JSON.parse(text.slice(0, end)) as KeptDetails['headings'])
    },
    get others() {
      return (others ??= JSON.parse(text.slice(end + 1)) as KeptDetails['others'])
    },
  }
}
