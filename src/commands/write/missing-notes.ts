import { join } from 'node:path'
import type { Note } from '../../core/model/note.ts'
import { fileStem, folderOf, isNoteFile, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { followsWikiRules } from '../../core/model/link.ts'
import type { ResolvedLink } from '../../core/model/resolution.ts'
import { createNotes } from '../../core/plan/write/create-note.ts'
import { percentDecode } from '../../core/model/percent-decode.ts'
import { fileFacts } from '../../io/files/file-facts.ts'
import { Options } from '../arguments/options.ts'
import { alone, changeVault } from '../change/change-vault.ts'
import { requireReadable } from '../change/plan-source.ts'
import { requireSeen } from '../change/require-seen.ts'
import type { Context, Outcome } from '../command.ts'
import { fileTitle } from '../../core/plan/write/file-title.ts'
import { draftNote, type NoteDraft } from './draft-note.ts'
import { newRequest } from './new-request.ts'
import { readWritingSettings, type WritingSettings } from './writing-settings.ts'

/** A note for broken links: its title, and its path if the link gives one. */
export interface WantedNote {
  readonly title: string
  readonly path?: NotePath
}

/** Creates the notes that broken links name, as one change. */
export async function createMissing(context: Context, options: Options): Promise<Outcome> {
  const dryRun = options.flag('dryRun')
  return alone(context, dryRun, async () => {
    requireReadable(context, await context.vault(), options.flag('force'))
    const settings = await readWritingSettings(context)
    const { root } = context.vaultChoice()
    const drafts = new Map<NotePath, NoteDraft>()
    for (const wanted of await wantedNotes(context)) {
      const draft = await draftWanted(context, settings, wanted, options)
      if (fileFacts(join(root, draft.path)) === undefined && !drafts.has(draft.path)) drafts.set(draft.path, draft)
    }
    const messages = [...new Set([...drafts.values()].flatMap((draft) => draft.messages))]
    const { changes } = createNotes(await context.vault(), [...drafts.values()])
    if (drafts.size === 0) return { messages: ['no broken link names a note'], exit: 1 }
    await requireSeen(context, changes, options.flag('force'))
    return changeVault(context, changes, { dryRun, messages })
  })
}

/** Drafts the note for a broken link, by the configuration and the options of `new`; a path in the link overrides them. */
export function draftWanted(
  context: Context,
  settings: WritingSettings,
  wanted: WantedNote,
  options = new Options({}),
): Promise<NoteDraft> {
  return draftNote(context, settings, newRequest(context, settings, { asked: { ...wanted, body: '' }, options }))
}

/** The notes that broken links name, each once; without attachments and invalid file names. */
async function wantedNotes(context: Context): Promise<readonly WantedNote[]> {
  const vault = await context.vault()
  const wanted = new Map<string, WantedNote>()
  for (const note of vault.notes)
    for (const link of vault.linksFrom(note.path)) {
      const one = link.resolution.status === 'broken' ? wantedBy(note, link) : undefined
      const key = one === undefined ? '' : (one.path ?? one.title).normalize('NFC').toLowerCase()
      if (one !== undefined && !wanted.has(key)) wanted.set(key, one)
    }
  return [...wanted.values()]
}

/** The note for a broken link; undefined when it names no note. */
export function wantedBy(note: Note, { link }: ResolvedLink): WantedNote | undefined {
  const { target } = link
  if (link.tool === 'block') return undefined
  const isFile = /\.[A-Za-z][A-Za-z\d]{0,4}$/.test(target) && !isNoteFile(target)
  if (isFile || target === '' || /^[a-z][a-z\d+.-]*:/i.test(target)) return undefined
  if (followsWikiRules(link)) return wantedByName(note, target.trim())
  return wantedAt(atFolder(note, percentDecode(target).replace(/[?#].*$/, '')), link.text)
}

/** The note for a wikilink: by title, or by a path from the root or the note. */
function wantedByName(note: Note, name: string): WantedNote | undefined {
  if (!name.includes('/') && !isNoteFile(name)) return fileTitle(name) === '' ? undefined : { title: name }
  return wantedAt(/^\.\.?\//.test(name) ? atFolder(note, name) : name.replace(/^\//, ''), undefined)
}

function wantedAt(place: string, title: string | undefined): WantedNote | undefined {
  const path = place.endsWith('/') ? undefined : toNotePath(isNoteFile(place) ? place : `${place}.md`)
  return path && { title: title ?? fileStem(path), path }
}

function atFolder(note: Note, written: string): string {
  return written.startsWith('/') ? written.slice(1) : join(folderOf(note.path), written)
}
