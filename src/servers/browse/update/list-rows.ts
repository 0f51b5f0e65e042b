import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import { firstLinksFrom, firstLinksTo } from '../../../core/query/graph/first-links.ts'
import { listNotes } from '../../../core/query/lists/list-notes.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import type { Hit, ListMode, ListPane, ListRow } from '../model.ts'

/** What decides the rows of the list. */
export interface ListChoice {
  readonly mode: ListMode
  readonly collapsed: ReadonlySet<string>
  readonly base?: NotePath | undefined
}

/** All rows of the list; the view picks those on the screen. */
export function listRows(vault: Vault, { mode, collapsed, base }: ListChoice): readonly ListRow[] {
  switch (mode) {
    case 'notes':
      return notesByTitle(vault).map(noteRow)
    case 'topics':
      return grouped(topicsOf(vault), collapsed)
    case 'tags':
      return grouped(tagsOf(vault), collapsed)
    case 'folders':
      return grouped(foldersOf(vault), collapsed)
    case 'linked':
      return base === undefined ? [] : grouped(linkedGroups(vault, base), collapsed)
  }
}

/** Rows for the hits of a search, in their order: each note, and below it its lines that answer. */
export function hitRows(vault: Vault, hits: readonly Hit[]): readonly ListRow[] {
  return hits.flatMap(({ path, lines }): readonly ListRow[] => {
    const note = vault.note(path)
    if (note === undefined) return []
    return [noteRow(note), ...lines.map((line) => ({ kind: 'line' as const, path: note.path, line }))]
  })
}

/** The list with the rows of its mode; the selection is on a note if it is in the list, else unchanged. */
export function withRows(vault: Vault, list: ListPane, select?: NotePath): ListPane {
  const { query: _query, isExact: _isExact, said: _said, ...plain } = list
  const rows = listRows(vault, plain)
  const found = select === undefined ? -1 : rows.findIndex((row) => row.kind === 'note' && row.path === select)
  const selected = found >= 0 ? found : Math.max(0, Math.min(list.selected, rows.length - 1))
  return { ...plain, rows, selected }
}

interface NamedNotes {
  readonly name: string
  readonly notes: readonly Note[]
}

/** Caches a result for each vault, so that a key press does not sort thousands of notes. */
function keptFor<T>(make: (vault: Vault) => T): (vault: Vault) => T {
  const kept = new WeakMap<Vault, { readonly value: T }>()
  return (vault) => {
    const known = kept.get(vault) ?? { value: make(vault) }
    kept.set(vault, known)
    return known.value
  }
}

const notesByTitle = keptFor((vault): readonly Note[] =>
  listNotes(vault, [], { sort: 'title', reverse: false, random: () => 0 }),
)

const topicsOf = keptFor((vault) => groupBy(vault, (note) => note.topics, 'no topic'))
const tagsOf = keptFor((vault) => groupBy(vault, (note) => note.tags.map((tag) => `#${tag}`), 'no tag'))
const foldersOf = keptFor((vault) => groupBy(vault, (note) => [folderOf(note.path)], ''))

function folderOf(path: NotePath): string {
  const end = path.lastIndexOf('/')
  return end < 0 ? './' : path.slice(0, end + 1)
}

/** The modes that have anything to list: without topics there is no list by topic. */
export const tellingModes = keptFor((vault): ReadonlySet<ListMode> => {
  const modes = new Set<ListMode>(['notes', 'linked'])
  for (const note of vault.notes) {
    if (note.topics.length > 0) modes.add('topics')
    if (note.tags.length > 0) modes.add('tags')
    if (note.path.includes('/')) modes.add('folders')
  }
  return modes
})

/** The mode at the start: the requested one, else the first usual one with anything to list. */
export function startingMode(vault: Vault, asked: ListMode | undefined, hasBase: boolean): ListMode {
  const modes = tellingModes(vault)
  if (asked !== undefined && modes.has(asked) && (asked !== 'linked' || hasBase)) return asked
  return (['topics', 'folders', 'tags', 'notes'] as const).find((mode) => modes.has(mode)) ?? 'notes'
}

/** Names in alphabetical order, each with its notes; notes without a name come last. */
function groupBy(vault: Vault, namesOf: (note: Note) => readonly string[], none: string): readonly NamedNotes[] {
  const groups = new Map<string, Note[]>()
  const bare: Note[] = []
  for (const note of notesByTitle(vault)) {
    const names = new Set(namesOf(note))
    if (names.size === 0) bare.push(note)
    for (const name of names) {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [note])
      else group.push(note)
    }
  }
  const named = [...groups].map(([name, notes]) => ({ name, notes }))
  named.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
  return bare.length === 0 ? named : [...named, { name: none, notes: bare }]
}

function linkedGroups(vault: Vault, base: NotePath): readonly NamedNotes[] {
  const notesAt = (paths: Iterable<NotePath>): readonly Note[] =>
    [...paths].map((path) => vault.note(path)).filter((note) => note !== undefined)
  return [
    { name: 'links to', notes: notesAt(firstLinksFrom(vault, base).keys()) },
    { name: 'linked from', notes: notesAt(firstLinksTo(vault, base).keys()) },
  ]
}

function grouped(groups: readonly NamedNotes[], collapsed: ReadonlySet<string>): readonly ListRow[] {
  return groups.flatMap(({ name, notes }): readonly ListRow[] => {
    const heading = { kind: 'heading' as const, name, count: notes.length, collapsed: collapsed.has(name) }
    return heading.collapsed ? [heading] : [heading, ...notes.map(noteRow)]
  })
}

const rowsOfNotes = new WeakMap<Note, ListRow>()

function noteRow(note: Note): ListRow {
  const known = rowsOfNotes.get(note)
  if (known !== undefined) return known
  const row: ListRow = { kind: 'note', path: note.path, title: note.title }
  rowsOfNotes.set(note, row)
  return row
}
