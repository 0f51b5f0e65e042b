import type { Note } from '../../core/model/note.ts'
import { folderOf, type NotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import type { CutOut } from '../../core/plan/regroup/cut-out.ts'
import type { NotePart } from '../../core/plan/regroup/part-of-note.ts'
import { isoDay } from '../arguments/read-date.ts'
import type { Context, OptionSpec } from '../command.ts'
import { frontMatter, pathForNote } from './draft-note.ts'
import { groupOfFolder, writingSettings } from './writing-settings.ts'

/** The option of commands that make notes of parts of others. */
export const dirOption: OptionSpec = {
  flags: '--dir <folder>',
  description: 'the folder of the new note; that of the old one unless said',
  completes: 'folder',
}

/** A part with the title of its note. */
export interface TitledPart {
  readonly part: NotePart
  readonly title: string
}

/**
 * Names the notes that parts of a note become as `wend new` would name them; they begin with front matter where the old note does. Titles
 * that come to the same file name get numbers.
 */
export async function cutNotes(
  context: Context,
  source: PlanSource,
  note: Note,
  how: { readonly parts: readonly TitledPart[]; readonly dir: string | undefined },
): Promise<readonly CutOut[]> {
  const settings = await writingSettings(context)
  const dir = how.dir?.replace(/^\.\/|\/+$/g, '') ?? folderOf(note.path)
  const group = { ...settings.note, ...groupOfFolder(settings.groups, dir), dir }
  const date = context.now()
  const taken = new Set<NotePath>()
  const cuts: CutOut[] = []
  for (const { part, title } of how.parts) {
    const path = await pathForNote(context, { title, date, group }, (one) => taken.has(one))
    taken.add(path)
    cuts.push({ part, title, path, front: frontOf(source, note, { title, day: isoDay(date) }) })
  }
  return cuts
}

function frontOf(
  source: PlanSource,
  note: Note,
  { title, day }: { readonly title: string; readonly day: string },
): string {
  const text = source.textOf(note.path)
  if (note.bodyStart === 0 || text.startsWith('+++')) return ''
  const topics = note.topics.length > 0 ? { topics: note.topics } : {}
  const front = `${frontMatter({ title, ...topics, created: day })}\n`
  return text.includes('\r\n') ? front.replaceAll('\n', '\r\n') : front
}
