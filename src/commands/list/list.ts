import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import type { BaseQuestion } from '../../core/query/base/ask-base.ts'
import { listNotes, type NoteFilter } from '../../core/query/lists/list-notes.ts'
import { keysIn } from '../../core/query/lists/where-expression.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { filterOptions, readFilters } from '../arguments/note-filters.ts'
import type { Options } from '../arguments/options.ts'
import { skippedMessages } from '../arguments/skipped-messages.ts'
import { isPlain, missingKeys, readShape, shapedReport } from './list-report.ts'

/** `wend list`: notes with title and summary. */
export const list: Command = {
  arguments: [
    { name: '[view]', description: '@NAME: options that the configuration saves as views', completes: 'view' },
  ],
  options: [
    { flags: '--by <group>', description: 'group the notes', choices: ['topic', 'tag', 'folder'] },
    {
      flags: '--group-by <key>',
      description: 'group the notes by a front matter key, or by what wend knows of them',
      completes: 'key',
    },
    ...filterOptions,
    {
      flags: '-s, --sort <key>',
      description:
        'what to sort by: title, path, created, modified, words, links, backlinks, random, or a front matter key',
      completes: 'sort',
    },
    { flags: '-r, --reverse', description: 'turn the order round' },
    { flags: '-n, --limit <count>', description: 'at most so many notes' },
    {
      flags: '--columns <names>',
      description: 'a table of these: front matter keys, and title, path, folder, summary, words, tags and the like',
      completes: 'key',
    },
    {
      flags: '--base <file>',
      description: "the notes and columns of one of Obsidian's bases, FILE.base or FILE.base#View",
      completes: 'base',
    },
    { flags: '--changed [revision]', description: 'only notes that differ from the last git commit, or from another' },
    { flags: '--count', description: 'only how many notes there are, of each group with --group-by' },
    { flags: '--oneline', description: 'one line a note: title, topics and as much of the summary as fits' },
    { flags: '-w, --watch', description: 'print the list again whenever notes change, until Ctrl-C' },
  ],
  examples: [
    ['wend list --by topic', 'all notes under their topics'],
    ['wend list --tag "ml, NOT draft" --sort modified -n 10', 'the ten latest notes on ml that are no drafts'],
    ['wend list --where "status=draft AND words<100"', 'drafts of less than a hundred words'],
    ['wend list --columns title,status,rating --sort rating', 'a table, the best first'],
    ['wend list --group-by status --count', 'how many notes there are of each status'],
    ['wend list --base books.base', "the notes and columns of one of Obsidian's bases"],
    ['wend list --changed --oneline', 'what is not committed yet; --changed=main compares with a branch'],
    ['wend list @recent', 'a view of the configuration: views: {recent: --sort modified -n 10}'],
    ['wend list --oneline | fzf', 'pick one'],
    ["wend list --link-to attention --format '{{title}}\\t{{path}}'", 'title and path of what links to a note'],
    ['wend list --watch --format ndjson', 'every note as a line, then each that changes, as it does'],
  ],
  reports: ['notes', 'table', 'document'],
  run: runList,
}

async function runList(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const vault = await context.vault()
  const messages = [...skippedMessages(vault)]
  const filters = [...(await readFilters(context, options, messages))]
  filters.push(...(await matchFilter(context, options, [...filters])), ...(await changedFilter(context, options)))
  const base = options.text('base')
  const question = base === undefined ? undefined : await readBase(context, base)
  if (question !== undefined) filters.push(question.filter)
  const shape = { ...readShape(options, vault, messages), oneline: await isOneline(context, options) }
  const order = { sort: shape.sort, reverse: options.flag('reverse'), random: context.random }
  const limit = options.count('limit', 1) ?? question?.limit
  const sorted = question !== undefined && options.text('sort') === undefined
  const ordered = sorted ? sortedBy(question, vault, filters, order.reverse) : listNotes(vault, filters, order)
  const notes = (await withoutOutput(context, ordered)).slice(0, limit)
  const own = question !== undefined && !options.flag('oneline') && isPlain(shape)
  const report = own ? question.table(notes) : shapedReport(vault, notes, shape)
  messages.push(...(question?.told() ?? []))
  const watch = options.flag('watch') ? { watch: true } : {}
  if (notes.length > 0) return { report, messages, ...watch }
  messages.push(...(await noMatchMessages(context, vault, options)))
  return { report, messages, exit: 1, ...watch }
}

/** Messages when no note matches. */
async function noMatchMessages(context: Context, vault: Vault, options: Options): Promise<readonly string[]> {
  const said = vault.size === 0 ? `no notes in ${context.vaultChoice().root}` : 'no note matches'
  const tags = options.texts('tag')
  return [
    said,
    ...options.texts('where').flatMap((where) => missingKeys(vault, 'where', keysIn(where))),
    ...(tags.length === 0 ? [] : (await import('./missing-tags.ts')).missingTags(vault, tags)),
  ]
}

/** Notes without the one that output is redirected to, which is empty. */
async function withoutOutput(context: Context, notes: readonly Note[]): Promise<readonly Note[]> {
  if (context.terminal.stdoutIsTerminal || !notes.some(isEmpty)) return notes
  return (await import('../../io/vault/emptied-note.ts')).withoutEmptied(context.vaultChoice().root, notes)
}

/** Whether a note is empty. The number of words is in the index, while the file's size would have to be decoded note by note. */
function isEmpty(note: Note): boolean {
  return note.words === 0 && note.file.size === 0
}

/** Keeps notes that a search finds, if one is asked for. */
async function matchFilter(
  context: Context,
  options: Options,
  others: readonly NoteFilter[],
): Promise<readonly NoteFilter[]> {
  const match = options.text('match')
  if (match === undefined) return []
  if (match.trim() === '') fail({ kind: 'usage', message: '--match needs words to look for' })
  const { matchingPaths } = await import('../search/search-source.ts')
  const found = await matchingPaths(context, match, others)
  return [({ path }) => found.has(path)]
}

/** Whether text output has one line for each note, by an option or the user's configuration. */
async function isOneline(context: Context, options: Options): Promise<boolean> {
  const { listOneline = 'never' } = await context.config()
  const piped = listOneline === 'piped' && !context.terminal.stdoutIsTerminal
  return options.flag('oneline') || listOneline === 'always' || piped
}

/** Keeps notes that differ from a git revision, if one is asked for. */
async function changedFilter(context: Context, options: Options): Promise<readonly NoteFilter[]> {
  const revision = options.text('changed')
  if (revision === undefined && !options.flag('changed')) return []
  const { changedFiles } = await import('../../io/programs/changed-files.ts')
  const changed = new Set(changedFiles(context.vaultChoice().root, revision))
  return [({ path }) => changed.has(path)]
}

async function readBase(context: Context, base: string): Promise<BaseQuestion> {
  return (await import('./list-base.ts')).readBaseView(context, base)
}

/** Notes in the order of a base, or by title where it has none. */
function sortedBy(
  question: BaseQuestion,
  vault: Vault,
  filters: readonly NoteFilter[],
  reverse: boolean,
): readonly Note[] {
  const notes = question.sort(listNotes(vault, filters, { sort: 'title', reverse: false, random: () => 0 }))
  return reverse ? [...notes].reverse() : notes
}
