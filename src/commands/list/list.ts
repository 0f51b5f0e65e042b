import { fail } from '../../core/model/failure.ts'
import type { ListedNote, Report } from '../../core/model/report.ts'
import { listNotes, type NoteFilter, type SortKey, sortKeys } from '../../core/query/list-notes.ts'
import { notesReport } from '../../core/query/note-row.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { filterOptions, readFilters } from '../arguments/note-filters.ts'
import type { Options } from '../arguments/options.ts'
import { skippedMessages } from '../arguments/skipped-messages.ts'

/** `wend list`: notes with title and summary. */
export const list: Command = {
  arguments: [],
  options: [
    { flags: '--by <group>', description: 'group the notes', choices: ['topic', 'tag', 'folder'] },
    ...filterOptions,
    { flags: '-s, --sort <key>', description: 'what to sort by', choices: sortKeys },
    { flags: '-r, --reverse', description: 'turn the order round' },
    { flags: '-n, --limit <count>', description: 'at most so many notes' },
    { flags: '--oneline', description: 'one line a note: title, topics and as much of the summary as fits' },
    { flags: '-w, --watch', description: 'print the list again whenever notes change, until Ctrl-C' },
  ],
  examples: [
    ['wend list --by topic', 'all notes under their topics'],
    ['wend list --tag "ml, NOT draft" --sort modified -n 10', 'the ten latest notes on ml that are no drafts'],
    ['wend list --where "status=draft AND words<100"', 'drafts of less than a hundred words'],
    ['wend list --oneline | fzf', 'pick one'],
    ["wend list --link-to attention --format '{{title}}\\t{{path}}'", 'title and path of what links to a note'],
    ['wend list --watch --format ndjson', 'every note as a line, then each that changes, as it does'],
  ],
  reports: ['notes'],
  run: runList,
}

async function runList(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const vault = await context.vault()
  const messages = [...skippedMessages(vault)]
  const filters = [...(await readFilters(context, options, messages))]
  const match = options.text('match')
  if (match !== undefined) {
    if (match.trim() === '') fail({ kind: 'usage', message: '--match needs words to look for' })
    const { matchingPaths } = await import('../search/search-source.ts')
    const found = await matchingPaths(context, match)
    filters.push((note) => found.has(note.path))
  }
  const report = reportOf(context, vault, filters, options)
  const watch = options.flag('watch') ? { watch: true } : {}
  if ((report.printed ?? report.notes).length > 0) return { report, messages, ...watch }
  messages.push(vault.size === 0 ? `no notes in ${context.vaultChoice().root}` : 'no note matches')
  return { report, messages, exit: 1, ...watch }
}

function reportOf(
  context: Context,
  vault: Vault,
  filters: readonly NoteFilter[],
  options: Options,
): Extract<Report, { kind: 'notes' }> {
  const limit = options.count('limit', 1)
  const sort = (options.text('sort') ?? 'title') as SortKey
  const reverse = options.flag('reverse')
  const group = options.text('by')
  const order = { sort, reverse, random: context.random, ...(limit === undefined ? {} : { limit }) }
  const plain = notesReport(vault, listNotes(vault, filters, order), options.flag('oneline'))
  return group === undefined ? plain : { ...plain, groups: groupRows(plain.notes, group) }
}

function groupRows(
  rows: readonly ListedNote[],
  by: string,
): readonly { readonly name: string; readonly paths: readonly string[] }[] {
  const groups = new Map<string, string[]>()
  for (const row of rows) {
    for (const name of namesOf(row, by)) {
      const paths = groups.get(name)
      if (paths === undefined) groups.set(name, [row.path])
      else paths.push(row.path)
    }
  }
  return [...groups]
    .map(([name, paths]) => ({ name, paths }))
    .sort(
      (a, b) =>
        Number(a.name.startsWith('(')) - Number(b.name.startsWith('(')) ||
        (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
    )
}

/** A note stands under its first topic, so that it is listed once; under each of its tags; under its folder. */
function namesOf(row: ListedNote, by: string): readonly string[] {
  if (by === 'folder') return [row.path.includes('/') ? row.path.slice(0, row.path.lastIndexOf('/')) : '(root)']
  if (by === 'tag') return row.tags.length > 0 ? row.tags : ['(no tag)']
  return [row.topics[0] ?? '(no topic)']
}
