import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import type { PlanSource } from '../draft.ts'
import type { Plan } from '../rename/rename-note.ts'
import { type CutOut, cutOut } from './cut-out.ts'
import { type NotePart, partAt, type Section, sectionsOf } from './part-of-note.ts'

/** The part that an anchor names, to become a note. Fails when it names no part, or the whole note. */
export function partToExtract(source: PlanSource, note: Note, anchor: string): NotePart {
  const text = source.textOf(note.path)
  const part = partAt(note, text, anchor)
  const { start, end } = part.span
  if (part.heading !== undefined && (text.slice(note.bodyStart, start) + text.slice(end)).trim() === '')
    fail({
      kind: 'refused',
      message: `"${part.title}" is the whole of ${note.path}; nothing was changed`,
      hint: `rename the note with: wend mv "${note.path}" "NEW TITLE", or cut it at its sections with: wend split "${note.path}"`,
    })
  return part
}

/** Plans to move a part of a note into a note of its own, leaving a link, with every link kept. */
export function extractPart(source: PlanSource, note: Note, cut: CutOut): Plan {
  return cutOut(source, note, {
    title: `extract "${cut.part.title}" of ${note.path} to ${cut.path}`,
    cuts: [cut],
    asItems: false,
  })
}

/** The sections into which a note is split. Fails when it has no headings of that level. */
export function sectionsToSplit(source: PlanSource, note: Note, level: number): readonly Section[] {
  const text = source.textOf(note.path)
  const all = sectionsOf(note, text)
  const sections = all.filter(({ heading, title }) => heading.level === level && title !== '')
  const [first] = sections
  const levels = [...new Set(all.map(({ heading }) => heading.level))].sort()
  if (first === undefined)
    return fail({
      kind: 'refused',
      message: `${note.path} has no headings of level ${level}; nothing was changed`,
      ...(levels.length > 0 ? { hint: `its headings are of level ${levels.join(', ')}` } : {}),
    })
  const isWhole =
    sections.length === 1 && (text.slice(note.bodyStart, first.span.start) + text.slice(first.span.end)).trim() === ''
  if (isWhole)
    return fail({
      kind: 'refused',
      message: `"${first.title}" is the whole of ${note.path}; nothing was changed`,
      hint: 'split it at a deeper level, with --level',
    })
  return sections
}

/** Plans to move the sections of a note into notes of their own, leaving a list of links to them. */
export function splitNote(source: PlanSource, note: Note, cuts: readonly CutOut[]): Plan {
  const count = cuts.length === 1 ? '1 note' : `${cuts.length} notes`
  return cutOut(source, note, { title: `split ${note.path} into ${count}`, cuts, asItems: true })
}
