import { hashText } from '../../model/hash-text.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { Vault } from '../../vault/vault.ts'
import { comparableName } from '../ranking/names.ts'
import { type ShortForm, shortFormsIn } from '../ranking/short-forms.ts'
import { makeSegment, nameOf } from './make-segment.ts'
import { NoteRows } from './note-rows.ts'
import { addNote, indexedNames } from './note-words.ts'
import { SearchIndex } from './search-index.ts'
import { type Segment } from './segment.ts'

/** Builds the index of a vault from the texts of its notes. The time is proportional to the number of words in all notes. */
export function buildIndex(vault: Vault, textOf: (path: NotePath) => string): SearchIndex {
  return new SearchIndex(vault.size, [{ segment: segmentOf(vault.notes, ({ path }) => textOf(path)) }])
}

/** Makes a segment of some notes; `older` is the index that it will be laid over. */
export function segmentOf(
  notes: Iterable<Note>,
  textOf: (note: Note, number: number) => string,
  older?: SearchIndex,
): Segment {
  const rows = new NoteRows()
  const names: number[] = []
  const forms = new Map<string, { readonly form: ShortForm; readonly notes: number[] }>()
  let number = 0
  for (const note of notes) {
    const text = textOf(note, number)
    addNote(rows, note, text)
    for (const hash of new Set(indexedNames(note).map((name) => hashText(comparableName(name)))))
      names.push(nameOf(hash, number))
    for (const form of shortFormsIn(text, note.bodyStart)) {
      const known = forms.get(form.join('\n')) ?? { form, notes: [] }
      if (known.notes.at(-1) !== number) known.notes.push(number)
      forms.set(form.join('\n'), known)
    }
    number++
  }
  const shortForms = [...forms.values()].map(({ form, notes: explaining }) => [...form, explaining] as const)
  return makeSegment({ rows, names, shortForms, older })
}
