import { problemCodes } from '../../core/model/problem-code.ts'
import type { Note } from '../../core/model/note.ts'
import { folderOf } from '../../core/model/note-path.ts'
import { findExactNote } from '../../core/query/names/find-note.ts'
import { groupsOf } from '../../core/query/lists/groups.ts'
import { sortKeys } from '../../core/query/lists/list-notes.ts'
import { keysOf, knownNames } from '../../core/query/lists/note-value.ts'
import type { Completes, Context } from '../command.ts'
import { basesOf } from '../list/bases-of.ts'
import { shownTold } from '../../view/shown-line.ts'
import type { Candidate, Candidates } from './candidate.ts'

type Values = Candidates

/** All possible words of a kind; none when their source, such as a broken vault, can't be read. */
export async function completionValues(
  context: Context,
  what: Completes,
  { args, current }: { readonly args: readonly string[]; readonly current: string },
): Promise<Values> {
  try {
    if (what === 'vault') return { words: await vaultNames(context), shell: 'folders' }
    return { words: await wordsOf(context, what, { args, current }) }
  } catch {
    return { words: [], ...(what === 'vault' ? { shell: 'folders' } : {}) }
  }
}

async function wordsOf(
  context: Context,
  what: Completes,
  { args, current }: { readonly args: readonly string[]; readonly current: string },
): Promise<readonly Candidate[]> {
  switch (what) {
    case 'note':
      return noteNames(context, current)
    case 'task':
      return args[0] === 'done' ? taskPlaces(context, { named: args.slice(1), current }) : []
    case 'heading':
      return headingsOf((await namedNote(context, args[0] ?? ''))?.headings ?? [])
    case 'topic':
      return named(groupsOf((await context.vault()).notes, 'topics'))
    case 'tag':
      return inExpression(current, named(groupsOf((await context.vault()).notes, 'tags')))
    case 'folder':
      return [...foldersOf((await context.vault()).notes)].map((word) => ({ word }))
    case 'template':
    case 'group':
      return writingNames(context, what)
    case 'key':
      return inList(current, await keyWords(context))
    case 'condition':
      return inExpression(current, await keyWords(context))
    case 'assignment':
      return wordsAs(keysOf((await context.vault()).notes).map((key) => `${key}=`))
    case 'property': {
      const note = await namedNote(context, args[0] ?? '')
      return wordsAs(keysOf(note === undefined ? (await context.vault()).notes : [note]))
    }
    case 'sort':
      return wordsAs([...sortKeys, ...keysOf((await context.vault()).notes)])
    case 'view':
      return Object.entries((await context.config()).views).map(([name, about]) => ({
        word: `@${name}`,
        about: [about].flat().join(' '),
      }))
    case 'base':
      return wordsAs(basesOf(await context.vault()))
    case 'setting':
      return (await import('./setting-words.ts')).settingNames()
    case 'setting-value':
      return (await import('./setting-words.ts')).settingChoices(args)
    case 'shell':
      return ['bash', 'zsh', 'fish'].map((word) => ({ word }))
    case 'code':
      return inList(
        current,
        problemCodes.map((word) => ({ word })),
      )
    case 'subcommand':
      return helpNames()
    case 'file':
    case 'directory':
    case 'command':
    case 'vault':
      return []
  }
}

/** The names that wend knows for each note, and the keys of front matter. */
async function keyWords(context: Context): Promise<readonly Candidate[]> {
  return wordsAs([...knownNames, 'folder', ...keysOf((await context.vault()).notes)])
}

function wordsAs(words: readonly string[]): readonly Candidate[] {
  return words.map((word) => ({ word }))
}

/**
 * Titles and aliases with summaries, and the paths of notes with the same title as others; after `#`, the headings of the note before it.
 */
async function noteNames(context: Context, current: string): Promise<readonly Candidate[]> {
  const vault = await context.vault()
  const hash = current.indexOf('#', 1)
  if (hash > 0) {
    const head = current.slice(0, hash)
    const note = await namedNote(context, head)
    if (note !== undefined) {
      const parts = [...headingsOf(note.headings), ...note.blocks.map(({ id }) => ({ word: `^${id}`, about: 'block' }))]
      return parts.map((one) => ({ ...one, word: `${head}#${one.word}` }))
    }
  }
  const titles = new Map<string, number>()
  for (const { title } of vault.notes) titles.set(title, (titles.get(title) ?? 0) + 1)
  const names = vault.notes.flatMap((note) => {
    const about = aboutOf(note)
    const own = titles.get(note.title) === 1 ? [note.title] : [note.title, note.path]
    return [...own, ...note.aliases].map((word) => ({ word, ...about }))
  })
  const typesPath = /[/\\]|\.md$/i.test(current) || !names.some(({ word }) => begins(word, current))
  return typesPath ? [...names, ...vault.notes.map((note) => ({ word: note.path, ...aboutOf(note) }))] : names
}

/**
 * Open tasks as NOTE:LINE with their text, by path, or by the note's title if that is what was typed. None is offered twice. Only notes
 * that match the typed text are read.
 */
async function taskPlaces(
  context: Context,
  { named, current }: { readonly named: readonly string[]; readonly current: string },
): Promise<readonly Candidate[]> {
  const { openTasks } = await import('../list/open-tasks.ts')
  const { notes } = await context.vault()
  const placesBy = async (
    nameOf: (of: { readonly path: string; readonly title: string }) => string,
  ): Promise<readonly Candidate[]> => {
    const meant = notes.filter((note) => begins(`${nameOf(note)}:`, current) || begins(current, `${nameOf(note)}:`))
    return (await openTasks(context, meant))
      .map((task) => ({ word: `${nameOf(task)}:${task.line}`, about: shownTold(task.text, () => undefined) }))
      .filter(({ word }) => begins(word, current) && !named.includes(word))
  }
  const byPath = await placesBy(({ path }) => context.pathHere(path))
  return byPath.length > 0 ? byPath : placesBy(({ title }) => title)
}

function begins(word: string, current: string): boolean {
  return word.toLowerCase().startsWith(current.toLowerCase())
}

/** What a note is about as a reader sees it, on one line. */
function aboutOf({ summary }: Note): { readonly about?: string } {
  return summary === undefined ? {} : { about: shownTold(summary, () => undefined) }
}

async function namedNote(context: Context, name: string): Promise<Note | undefined> {
  const found = findExactNote(await context.vault(), name)
  return found.status === 'found' ? found.note : undefined
}

function headingsOf(headings: Note['headings']): readonly Candidate[] {
  return headings.map(({ text, level }) => ({ word: text, about: `heading ${level}` }))
}

function named(groups: ReturnType<typeof groupsOf>): readonly Candidate[] {
  return groups.map(({ name, count }) => ({ word: name, about: `${count} ${count === 1 ? 'note' : 'notes'}` }))
}

/** Names, each after what comes before the last one in an expression such as `a, NOT b`. */
function inExpression(current: string, words: readonly Candidate[]): readonly Candidate[] {
  const head = /^.*(?:,\s*|\b(?:AND|OR|NOT)\s+|\()/s.exec(current)?.[0] ?? ''
  return words.map((one) => ({ ...one, word: head + one.word }))
}

function inList(current: string, words: readonly Candidate[]): readonly Candidate[] {
  const head = /^.*[\s,]/s.exec(current)?.[0] ?? ''
  return words.map((one) => ({ ...one, word: head + one.word }))
}

function foldersOf(notes: readonly Note[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const { path } of notes)
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.add(`${folder}/`)
  return folders
}

async function writingNames(context: Context, what: 'template' | 'group'): Promise<readonly Candidate[]> {
  const { readWritingSettings } = await import('../write/writing-settings.ts')
  const { groups, templates } = await readWritingSettings(context)
  if (what === 'group') return Object.keys(groups).map((word) => ({ word }))
  const { templateNames } = await import('../../io/vault/find-template.ts')
  return templateNames(context.vaultChoice().root, templates).map((word) => ({ word }))
}

async function vaultNames(context: Context): Promise<readonly Candidate[]> {
  const { readVaultNames } = await import('../../io/config/user-names.ts')
  return [...readVaultNames(context.userConfig, context.env['HOME'])].map(([word, about]) => ({ word, about }))
}

async function helpNames(): Promise<readonly Candidate[]> {
  const { registry } = await import('../registry.ts')
  const topics = ['formats', 'queries', 'templates', 'configuration', 'environment', 'exit-codes']
  return [...registry.map(({ name, summary }) => ({ word: name, about: summary })), ...topics.map((word) => ({ word }))]
}
