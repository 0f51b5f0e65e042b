import type { Note } from '../../core/model/note.ts'
import { folderOf, type NotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import type { CutOut } from '../../core/plan/regroup/cut-out.ts'
import type { NotePart } from '../../core/plan/regroup/part-of-note.ts'
import { isoDay } from '../arguments/read-date.ts'
import { typedFolder } from '../arguments/typed-path.ts'
import type { Context, OptionSpec } from '../command.ts'
import { filledTemplate, frontMatter, type NoteRequest, pathForNote } from './draft-note.ts'
import { groupOfFolder, readWritingSettings, type WritingSettings } from './writing-settings.ts'

/** The option of commands that turn parts of notes into notes. */
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
 * Names the notes that parts of a note become, as `wend new` would. They use the template of their folder's group, or else begin with front
 * matter if the old note does. Equal file names get numbers.
 */
export async function cutNotes(
  context: Context,
  source: PlanSource,
  note: Note,
  how: { readonly parts: readonly TitledPart[]; readonly dir: string | undefined },
): Promise<readonly CutOut[]> {
  const settings = await readWritingSettings(context)
  const dir = how.dir === undefined ? folderOf(note.path) : typedFolder(context, how.dir).replace(/\/+$/, '')
  const group = { ...settings.note, ...groupOfFolder(settings.groups, dir), dir }
  const date = context.now()
  const taken = new Set<NotePath>()
  const cuts: CutOut[] = []
  for (const { part, title } of how.parts) {
    const path = await pathForNote(context, settings, { title, date, group, taken })
    taken.add(path)
    const frame =
      group.template === undefined
        ? { front: frontOf(source, note, { title, day: isoDay(date) }) }
        : inLines(
            source.textOf(note.path),
            await frameOf(context, settings, { title, date, group, topics: note.topics }),
          )
    cuts.push({ part, title, path, ...frame })
  }
  return cuts
}

/** The text around a part in the note that it becomes. */
type Frame = Pick<CutOut, 'front' | 'between' | 'back'>

/** The text of a group's template around the part. Where the template has a title, the part's own heading takes its place. */
async function frameOf(
  context: Context,
  settings: WritingSettings,
  {
    title,
    date,
    group,
    topics,
  }: Pick<NoteRequest, 'title' | 'date' | 'group'> & { readonly topics: readonly string[] },
): Promise<Frame> {
  const mark = '\u0000'
  const request = { title, date, group, content: mark, own: new Map<string, string>(), metadata: { topics } }
  const { text, messages } = await filledTemplate(context, settings, request)
  context.notices.push(...messages)
  const [before = '', after = ''] = text.split(mark)
  const heading = [...before.matchAll(/^# +(.*?)[ \t]*$/gm)].find(([, name]) => name === title)
  const back = after.trim() === '' ? '' : `\n${after.replace(/^\n+/, '')}`
  if (heading === undefined) return { front: before, back }
  const below = before.slice(heading.index + heading[0].length).replace(/^\n+/, '')
  return { front: before.slice(0, heading.index), between: below, back }
}

/** A frame with the line ends of the note. */
function inLines(text: string, frame: Frame): Frame {
  if (!text.includes('\r\n')) return frame
  const ends = (part = ''): string => part.replaceAll('\n', '\r\n')
  return { front: ends(frame.front), between: ends(frame.between), back: ends(frame.back) }
}

function frontOf(
  source: PlanSource,
  note: Note,
  { title, day }: { readonly title: string; readonly day: string },
): string {
  const text = source.textOf(note.path)
  if (note.bodyStart === 0 || /^(?:\+\+\+|\{)/.test(text)) return ''
  const topics = note.topics.length > 0 ? { topics: note.topics } : {}
  const front = `${frontMatter({ title, ...topics, created: day })}\n`
  return text.includes('\r\n') ? front.replaceAll('\n', '\r\n') : front
}
