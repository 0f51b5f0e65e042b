import { fileStem } from '../model/note-path.ts'
import { atNote, perNote, type Rule } from './rule.ts'

/** A note whose only title is a meaningless file name: `untitled`, or an id without letters. Dates are meaningful. */
export const noTitle: Rule = {
  severity: 'info',
  summary: 'A note without a title, in a file whose name says nothing',
  find: perNote((note) => {
    const stem = fileStem(note.path)
    if (note.titleSource !== 'file' || !saysNothing(stem) || note.words === 0) return []
    return [atNote(note, `no title: neither front matter nor a heading names the note, and "${stem}" does not`)]
  }),
}

function saysNothing(stem: string): boolean {
  if (/^(?:untitled|unbenannt|sans titre|new note|note|draft)(?:[ _-]?\d*)$/i.test(stem)) return true
  return !/\p{L}/u.test(stem) && !/^\d{4}(?:[-_.]?\d\d){0,2}$/.test(stem)
}
