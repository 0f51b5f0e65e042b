import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { fileStem, isNoteFile, noPathMessage, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { typedPath } from '../arguments/typed-path.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { openInEditor } from '../show/open.ts'
import type { Options } from '../arguments/options.ts'
import type { NoteDraft } from '../write/draft-note.ts'
import { dryRunOption } from './change-vault.ts'
import { forceIgnoredOption, requireSeen } from './require-seen.ts'

/** `wend new`: a note with front matter; never overwrites. */
export const newNote: Command = {
  arguments: [{ name: '[title...]', description: 'the title of the note' }],
  options: [
    { flags: '--summary <text>', description: 'one or two sentences: the problem, then the idea' },
    {
      flags: '--topic <topics>',
      description: 'a topic of the note; several parted by commas',
      many: true,
      completes: 'topic',
    },
    { flags: '--tag <tags>', description: 'a tag of the note; several parted by commas', many: true, completes: 'tag' },
    { flags: '--dir <folder>', description: 'the folder in the vault', completes: 'folder' },
    {
      flags: '--template <name>',
      description: 'the template of the note, such as .wend/templates/NAME.md',
      completes: 'template',
    },
    { flags: '--group <name>', description: 'a sort of notes: its folder, name and template', completes: 'group' },
    {
      flags: '--set <key=value>',
      description: 'a value for {{key}} of the template, else a front matter key',
      many: true,
    },
    { flags: '--missing', description: 'create the notes that broken links name' },
    forceIgnoredOption,
    { flags: '--open', description: 'open it in the editor' },
    { flags: '--print-path', description: 'say nothing but the path of the note, on this machine' },
    dryRunOption,
  ],
  examples: [
    ['wend new "Flash Attention" --topic transformers', 'creates flash-attention.md'],
    ['wend new "Board" --template meeting --set who=Ann', 'from .wend/templates/meeting.md, {{who}} filled in'],
    ['echo "First thoughts." | wend new "Idea"', 'the body from standard input'],
    ['wend new --missing --dry-run', 'shows the notes that broken links ask for'],
  ],
  reports: ['document', 'changes'],
  run: runNew,
}

async function runNew(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const said = args.join(' ').trim().replace(/\s+/g, ' ')
  if (options.flag('missing')) {
    if (said !== '') fail({ kind: 'usage', message: '--missing takes its titles from the links; leave the title out' })
    const odd = options.flag('open') ? '--open' : options.flag('printPath') ? '--print-path' : undefined
    if (odd !== undefined) fail({ kind: 'usage', message: `${odd} is for one note; --missing may create several` })
    return (await import('../write/missing-notes.ts')).createMissing(context, options)
  }
  const title = said === '' ? await titleByGroup(context, options) : said
  const body = context.terminal.stdinIsTerminal || options.flag('open') ? '' : await context.readInput()
  const draft = await draftNew(context, { ...placed(context, title, options), body }, options)
  const { path, text } = draft
  const planned = { title: `create ${path}`, changes: [{ kind: 'create', path, text }] } as const
  await requireSeen(context, planned, options.flag('force'))
  context.mayChange?.(planned.changes)
  const { requireNewFiles, writeNotes } = await import('../write/write-notes.ts')
  if (options.flag('dryRun')) {
    requireNewFiles(context, [draft])
    return { report: { kind: 'document', text, data: { path, text } }, messages: draft.messages }
  }
  const messages = [...draft.messages, ...(await writeNotes(context, [draft]))]
  const file = join(context.vaultChoice().root, path)
  if (options.flag('open')) return openInEditor(context, file, { line: draft.line, messages })
  if (options.flag('printPath'))
    return { report: { kind: 'document', text: `${file}\n`, data: { path } }, messages: draft.messages }
  return { report: { kind: 'document', text: `${context.pathHere(path)}\n`, data: { path } }, messages }
}

/** For a typed path (`./deep/Idea`), the file and its name as the title; anything else is a title. */
function placed(
  context: Context,
  said: string,
  options: Options,
): { readonly title: string; readonly path?: NotePath } {
  if (!/^\.\.?\//.test(said)) return { title: said }
  const place = typedPath(context, said)
  const path = place.endsWith('/') ? undefined : toNotePath(isNoteFile(place) ? place : `${place}.md`)
  if (path === undefined) return fail({ kind: 'usage', message: noPathMessage(said) })
  if (options.text('dir') !== undefined)
    fail({ kind: 'usage', message: `"${said}" says the folder already; leave --dir out` })
  return { title: fileStem(path), path }
}

/** The title of a note of a group that names notes without one, by the day for instance; fails when the group needs a title. */
async function titleByGroup(context: Context, options: Options): Promise<string> {
  const { valuesFor } = await import('../write/draft-note.ts')
  const { nameWithoutTitle } = await import('../write/note-name.ts')
  const { newRequest } = await import('../write/new-request.ts')
  const { readWritingSettings } = await import('../write/writing-settings.ts')
  const settings = await readWritingSettings(context)
  const request = newRequest(context, settings, { asked: { title: '', body: '' }, options })
  return (
    nameWithoutTitle(request.group, await valuesFor(context, settings, request)) ??
    fail({ kind: 'usage', message: 'the title is missing', hint: 'wend new "A title"' })
  )
}

/** Drafts a note with a title and a body, by the configuration and the options of `new`. */
export async function draftNew(
  context: Context,
  asked: { readonly title: string; readonly body: string; readonly path?: NotePath },
  options: Options,
): Promise<NoteDraft> {
  const [{ draftNote }, { newRequest }, { readWritingSettings }] = await Promise.all([
    import('../write/draft-note.ts'),
    import('../write/new-request.ts'),
    import('../write/writing-settings.ts'),
  ])
  const settings = await readWritingSettings(context)
  return draftNote(context, settings, newRequest(context, settings, { asked, options }))
}
