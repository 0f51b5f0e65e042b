import { join } from 'node:path'
import { stringify } from 'yaml'
import { fail } from '../../core/model/failure.ts'
import { toNotePath } from '../../core/model/note-path.ts'
import { nameSlug } from '../../core/vault/name-index.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { fileExists } from '../../io/files/file-exists.ts'
import { openInEditor } from '../show/open.ts'
import { forceIgnoredOption, requireSeen } from './require-seen.ts'
import { applyPlanned } from './change-vault.ts'
import type { Options } from '../arguments/options.ts'
import { isoDay } from '../arguments/read-date.ts'

/** `wend new`: a note with front matter; never overwrites. */
export const newNote: Command = {
  arguments: [{ name: '<title...>', description: 'the title of the note' }],
  options: [
    { flags: '--summary <text>', description: 'one or two sentences: the problem, then the idea' },
    { flags: '--topic <topic>', description: 'a topic of the note', many: true, completes: 'topic' },
    { flags: '--tag <tag>', description: 'a tag of the note', many: true, completes: 'tag' },
    { flags: '--dir <folder>', description: 'the folder in the vault', completes: 'folder' },
    forceIgnoredOption,
    { flags: '--open', description: 'open it in the editor' },
    { flags: '--dry-run', description: 'print the note instead of writing it' },
  ],
  examples: [
    ['wend new "Flash Attention" --topic transformers', 'creates flash-attention.md'],
    ['wend new "Reading list" --dir lists --open', 'in a folder, and into the editor'],
    ['echo "First thoughts." | wend new "Idea"', 'the body from standard input'],
  ],
  reports: ['document'],
  run: runNew,
}

async function runNew(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const title = args.join(' ').trim().replace(/\s+/g, ' ')
  const stem = nameSlug(title)
  if (stem === '')
    fail({
      kind: 'usage',
      message: `a file name cannot be made of the title "${title}"`,
      hint: 'use a title with letters or digits',
    })
  const path = toNotePath(join(options.text('dir') ?? '.', `${stem}.md`))
  if (path === undefined) return fail({ kind: 'usage', message: '--dir must be a folder inside the vault' })
  const changes = { title: `create ${path}`, changes: [{ kind: 'create', path, text: '' }] } as const
  await requireSeen(context, changes, options.flag('force'))
  const body = context.terminal.stdinIsTerminal || options.flag('open') ? '' : await context.readInput()
  const text = noteText(title, body, options, isoDay(context.now()))
  if (options.flag('dryRun')) return { report: { kind: 'document', text, data: { path, text } } }
  const file = join(context.vaultChoice().root, path)
  if (fileExists(context.vaultChoice().root, path))
    return fail({ kind: 'refused', message: `${path} exists already`, hint: `open it with: wend open ${path}` })
  const said = await applyPlanned(context, { title: `create ${path}`, changes: [{ kind: 'create', path, text }] })
  if (options.flag('open'))
    return openInEditor(context, file, { line: text.split('\n').length, messages: [...said, `created ${path}`] })
  return { report: { kind: 'document', text: `${path}\n`, data: { path } }, messages: [...said, `created ${file}`] }
}

function noteText(title: string, body: string, options: Options, today: string): string {
  const metadata = {
    title,
    summary: options.text('summary') ?? '',
    topics: options.texts('topic'),
    tags: options.texts('tag'),
    created: today,
    updated: today,
  }
  const kept = Object.fromEntries(Object.entries(metadata).filter(([key, value]) => key !== 'tags' || value.length > 0))
  const frontMatter = stringify(kept, { flowCollectionPadding: false, lineWidth: 0, collectionStyle: 'any' })
  return `---\n${frontMatter}---\n\n${body === '' || body.endsWith('\n') ? body : `${body}\n`}`
}
