import type { Note } from '../../../core/model/note.ts'
import type { ColumnNote } from './note-columns.ts'

/** What few commands need of a note: all that is neither in a column nor a link. */
export type NoteDetails = Omit<Note, keyof ColumnNote | 'links' | 'dialects'>

/** Details out of an index: the headings, which are most of them, and the others are decoded each when they are asked for. */
export interface KeptDetails {
  readonly headings: NoteDetails['headings']
  readonly others: Omit<NoteDetails, 'headings'>
}

/** The details of a note, which JSON holds as the parser gave them: a line of its headings, then one of all others. */
export function writeDetails(note: Note): string {
  return `${JSON.stringify(note.headings)}\n${JSON.stringify(othersOf(note))}`
}

/** Names every field, so that the compiler misses none that notes come to have. */
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
