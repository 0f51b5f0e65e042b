import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { NoteGroup } from '../../core/model/config.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { openInEditor } from '../show/open.ts'
import type { Options } from '../arguments/options.ts'
import { isoDay } from '../arguments/read-date.ts'
import type { NoteDraft } from '../write/draft-note.ts'
import { dryRunOption } from './change-vault.ts'
import { forceIgnoredOption, requireSeen } from './require-seen.ts'
import { groupOfFolder } from '../write/writing-settings.ts'

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
      description: 'what the note is made of, such as .wend/templates/NAME.md',
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
  const title = args.join(' ').trim().replace(/\s+/g, ' ')
  if (options.flag('missing')) {
    if (title !== '') fail({ kind: 'usage', message: '--missing takes its titles from the links; leave the title out' })
    return (await import('../write/missing-notes.ts')).createMissing(context, options)
  }
  if (title === '') fail({ kind: 'usage', message: 'the title is missing', hint: 'wend new "A title"' })
  const body = context.terminal.stdinIsTerminal || options.flag('open') ? '' : await context.readInput()
  const draft = await draftNew(context, { title, body }, options)
  const { path, text } = draft
  const planned = { title: `create ${path}`, changes: [{ kind: 'create', path, text }] } as const
  await requireSeen(context, planned, options.flag('force'))
  context.mayChange?.([path])
  if (options.flag('dryRun'))
    return { report: { kind: 'document', text, data: { path, text } }, messages: draft.messages }
  const { writeNotes } = await import('../write/write-notes.ts')
  const messages = [...draft.messages, ...(await writeNotes(context, [draft]))]
  const file = join(context.vaultChoice().root, path)
  if (options.flag('open')) return openInEditor(context, file, { line: draft.line, messages })
  if (options.flag('printPath'))
    return { report: { kind: 'document', text: `${file}\n`, data: { path } }, messages: draft.messages }
  return { report: { kind: 'document', text: `${context.pathHere(path)}\n`, data: { path } }, messages }
}

/** Makes a note of a title and a body by the configuration and the options of `new`. */
export async function draftNew(
  context: Context,
  { title, body }: { readonly title: string; readonly body: string },
  options: Options,
): Promise<NoteDraft> {
  const [{ draftNote }, { writingSettings }] = await Promise.all([
    import('../write/draft-note.ts'),
    import('../write/writing-settings.ts'),
  ])
  const settings = await writingSettings(context)
  return draftNote(context, settings, {
    title,
    date: context.now(),
    group: groupOf(settings.groups, settings.note, options),
    content: body,
    own: ownValues(options.texts('set')),
    metadata: metadataOf(title, options, isoDay(context.now())),
  })
}

/** The sort of the note: the one that is named, else that of the folder, else the usual one; folder and template of the options win. */
function groupOf(groups: Readonly<Record<string, NoteGroup>>, note: NoteGroup, options: Options): NoteGroup {
  const [name, dir, template] = ['group', 'dir', 'template'].map((option) => options.text(option))
  const named = name === undefined ? undefined : Object.hasOwn(groups, name) ? groups[name] : unknownGroup(name, groups)
  const folder = dir?.replace(/^\.\/|\/+$/g, '')
  const ofFolder = folder === undefined ? undefined : groupOfFolder(groups, folder)
  const group = named ?? ofFolder ?? note
  return {
    ...note,
    ...group,
    ...(dir === undefined ? {} : { dir }),
    ...(template === undefined ? {} : { template }),
  }
}

function unknownGroup(name: string, groups: Readonly<Record<string, NoteGroup>>): never {
  const known = Object.keys(groups)
  return fail({
    kind: 'usage',
    message: `no sort of notes is named "${name}"`,
    hint:
      known.length > 0
        ? `sorts: ${known.join(', ')}`
        : `name it in .wend/config.yml: groups: {${name}: {dir: ${name}, template: ${name}}}`,
  })
}

/** Reads `key=value` into values by key. */
export function ownValues(settings: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    settings.map((setting) => {
      const [, key = '', value = ''] = /^([\w.-]+)=(.*)$/s.exec(setting) ?? []
      if (key === '')
        fail({ kind: 'usage', message: `--set needs key=value, not "${setting}"`, hint: 'for example: --set who=Ann' })
      return [key, value] as const
    }),
  )
}

function metadataOf(title: string, options: Options, today: string): Record<string, string | readonly string[]> {
  const tags = items(options.texts('tag'))
  return {
    title,
    summary: options.text('summary') ?? '',
    topics: items(options.texts('topic')),
    ...(tags.length > 0 ? { tags } : {}),
    created: today,
  }
}

function items(lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(',').map((item) => item.trim())).filter((item) => item !== '')
}
