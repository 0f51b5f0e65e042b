import type { NotePath } from '../../src/core/model/note-path.ts'
import type { PlanSource } from '../../src/core/plan/draft.ts'
import { extractPart, partToExtract, sectionsToSplit, splitNote } from '../../src/core/plan/regroup/extract-section.ts'
import { inlineNote, mergeNotes } from '../../src/core/plan/regroup/join-notes.ts'
import type { Plan } from '../../src/core/plan/rename/rename-note.ts'
import { noteAt } from './vault-of.ts'

/** What is done to note `a`, with note `n` or with a part of it, which gets a path and a title. */
export const ways = {
  inline: (source) => inlineNote(source, noteAt(source.vault, 'n.md'), noteAt(source.vault, 'a.md')),
  merge: (source) => mergeNotes(source, noteAt(source.vault, 'n.md'), noteAt(source.vault, 'a.md')),
  extract: (source, [anchor = '', path = 'new.md', title]) => {
    const note = noteAt(source.vault, 'a.md')
    const part = partToExtract(source, note, anchor)
    return extractPart(source, note, { part, path: path as NotePath, title: title ?? part.title, front: '' })
  },
  split: (source) => {
    const note = noteAt(source.vault, 'a.md')
    const sections = sectionsToSplit(source, note, 2)
    return splitNote(source, note, sections.map((part, at) => ({ part, path: `p${at + 1}.md` as NotePath, title: part.title, front: '' }))) // prettier-ignore
  },
} satisfies Readonly<Record<string, (source: PlanSource, how: readonly string[]) => Plan>>
