import { byPlace, type CheckRequest } from '../../core/checks/check-vault.ts'
import { type NoteFacts, noteFacts, sameHeadings } from '../../core/checks/note-facts.ts'
import { type ChangedNote, notesToCheck } from '../../core/checks/notes-to-check.ts'
import type { Note } from '../../core/model/note.ts'
import type { ProblemRow } from '../../core/model/report.ts'
import type { Like } from '../../core/query/likeness-index.ts'
import { headingsOf, type Place, Suggester } from '../../core/query/suggester.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Outdated, Remembered, RememberedWhole } from '../../io/cache/notes/derived-answer.ts'
import { type Asks, asksOf, searchWords, tell, type WordSearch } from './check-suggester.ts'
import type { Context } from '../command.ts'
import { isFixable, type ProblemsFound, problemsWith, type RowsFound, rowsOf } from './find-problems.ts'
import { searchAgain } from './search-again.ts'

/** What is remembered of a check, so that after a change only some notes are checked again. */
export interface CheckMemory {
  /** What links that lead nowhere ask, by path of their notes. */
  readonly asks: readonly (readonly [path: string, asks: readonly (readonly [string, boolean])[]])[]
  /** What the names of the vault say about each question. */
  readonly near: readonly (readonly [question: string, near: readonly Like<Place>[]])[]
  readonly searches: readonly (readonly [words: string, search: WordSearch])[]
  /** The facts of notes that changed since those of all were written down. */
  readonly later: readonly (readonly [path: string, facts: NoteFacts])[]
  /** How many problems of a note comments switch off, and how many can be fixed, where there are any. */
  readonly counts: readonly (readonly [path: string, ignored: number, fixable: number])[]
}

type Request = Omit<CheckRequest, 'suggester'>
type Kept = Outdated<RowsFound, CheckMemory>

/** Checks the whole vault, and remembers what the problems rest on. */
export async function checkWhole(
  context: Context,
  vault: Vault,
  request: Request,
): Promise<RememberedWhole<RowsFound, CheckMemory>> {
  const suggester = new Suggester(vault)
  const asks = asksIn(
    vault,
    suggester,
    vault.notes.filter(({ path }) => request.reports(path)),
  )
  const searches = await searchWords(context, vault, suggester, asks)
  const found = await problemsWith(context, vault, { ...request, suggester })
  return {
    answer: rowsOf(found),
    memory: { ...remembered(suggester, asks, searches), later: [], counts: [...countsOf(found)] },
    notes: vault.notes.map((note) => JSON.stringify(noteFacts(note))),
  }
}

/** Checks the notes whose problems may be others after a change, and takes those of the others as they were; undefined when it is not known what changed. */
export async function checkAgain(
  context: Context,
  vault: Vault,
  request: Request,
  kept: Kept,
): Promise<Remembered<RowsFound, CheckMemory> | undefined> {
  const later = new Map(kept.memory.later)
  const factsAt = (note: Note): NoteFacts | undefined => later.get(note.path) ?? factsOf(kept, vault, note)
  const changed = changedNotes(vault, kept.since.notes, factsAt)
  if (changed === undefined) return undefined
  for (const { note, now } of changed) later.set(note.path, now)
  const follows = (code: Parameters<Request['rules']['has']>[0]): boolean => request.rules.has(code)
  const again = new Set(notesToCheck(vault, { ...kept.since, changed, follows }))
  const suggested = await suggestAgain(context, vault, { kept, changed, again, factsAt, reports: request.reports })
  const notes = notesAt(vault, again, request.reports)
  const found = await problemsWith(context, vault, { ...request, notes, suggester: suggested.suggester })
  const counts = [...kept.memory.counts.filter(([path]) => !again.has(path)), ...countsOf(found)]
  return {
    answer: merged(kept.answer, { found, again, counts, links: moreLinks(changed, request) }),
    memory: {
      ...remembered(suggested.suggester, suggested.asks, suggested.searches),
      later: [...later],
      counts,
    },
  }
}

function asksIn(vault: Vault, suggester: Suggester, notes: readonly Note[]): Asks {
  return new Map(
    notes.flatMap(({ path }) => {
      const asks = asksOf(vault, suggester, path)
      return asks.length === 0 ? [] : [[path, asks] as const]
    }),
  )
}

function remembered(
  suggester: Suggester,
  asks: Asks,
  searches: ReadonlyMap<string, WordSearch>,
): Pick<CheckMemory, 'asks' | 'near' | 'searches'> {
  const questions = new Set([...asks.values()].flatMap((all) => all.map(([question]) => question)))
  return {
    asks: [...asks],
    near: [...questions].map((question) => [question, suggester.nearNames(question)]),
    searches: [...searches],
  }
}

/** What the cache says of a note as it was when the whole vault was checked. */
function factsOf({ noteAt }: Kept, vault: Vault, note: Note): NoteFacts | undefined {
  const place = vault.numberOf(note.path)
  const text = place === undefined ? undefined : noteAt(place)
  return text === undefined ? undefined : (JSON.parse(text) as NoteFacts)
}

function changedNotes(
  vault: Vault,
  paths: readonly string[],
  factsAt: (note: Note) => NoteFacts | undefined,
): readonly ChangedNote[] | undefined {
  const changed = paths.flatMap((path): readonly ChangedNote[] => {
    const note = vault.note(path)
    const before = note && factsAt(note)
    return note === undefined || before === undefined ? [] : [{ note, before, now: noteFacts(note) }]
  })
  return changed.length === paths.length ? changed : undefined
}

interface SuggestedAgain {
  readonly suggester: Suggester
  readonly asks: Asks
  readonly searches: ReadonlyMap<string, WordSearch>
}

/** The suggestions after a change; notes whose links have other ones come to those to be checked again. */
async function suggestAgain(
  context: Context,
  vault: Vault,
  change: {
    readonly kept: Kept
    readonly changed: readonly ChangedNote[]
    readonly again: Set<string>
    readonly factsAt: (note: Note) => NoteFacts | undefined
    readonly reports: Request['reports']
  },
): Promise<SuggestedAgain> {
  const { kept, changed, again, reports } = change
  const near = new Map(kept.memory.near)
  const renamed = changed.some(({ before, now }) => !sameHeadings(before, now))
  const fresh = new Set(changed.map(({ note }) => note.path))
  const suggester = new Suggester(vault, {
    near: renamed ? new Map([...near].filter(([question]) => Suggester.isOfFiles(question))) : near,
    headings: (note) => (fresh.has(note.path) ? undefined : change.factsAt(note)?.headings) ?? headingsOf(note),
  })
  const anew = asksIn(vault, suggester, notesAt(vault, again, reports))
  const asks = inOrder([...kept.memory.asks.filter(([path]) => !again.has(path)), ...anew])
  const searches = await searchAgain(vault, { suggester, asks, changed, known: new Map(kept.memory.searches) })
  tell(suggester, searches)
  const before = new Suggester(vault, { near })
  tell(before, new Map(kept.memory.searches))
  const meant = (one: Suggester, question: string): string => JSON.stringify(one.meant(question))
  for (const [path, questions] of kept.memory.asks)
    if (!again.has(path) && questions.some(([one]) => meant(before, one) !== meant(suggester, one))) again.add(path)
  return { suggester, asks, searches }
}

function notesAt(vault: Vault, paths: ReadonlySet<string>, reports: Request['reports']): readonly Note[] {
  return [...paths].sort().flatMap((path) => (reports(path) ? (vault.note(path) ?? []) : []))
}

/** By path, the order of notes in a vault. */
function inOrder<T>(entries: readonly (readonly [path: string, value: T])[]): ReadonlyMap<string, T> {
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function moreLinks(changed: readonly ChangedNote[], { reports }: Request): number {
  return changed.reduce((sum, { note, before, now }) => sum + (reports(note.path) ? now.links - before.links : 0), 0)
}

function countsOf({ problems, ignoredAt }: ProblemsFound): CheckMemory['counts'] {
  const fixable = new Map<string, number>()
  for (const problem of problems)
    if (isFixable(problem)) fixable.set(problem.path, (fixable.get(problem.path) ?? 0) + 1)
  return [...new Set([...ignoredAt.keys(), ...fixable.keys()])].map((path) => [
    path,
    ignoredAt.get(path) ?? 0,
    fixable.get(path) ?? 0,
  ])
}

/** What is known of all notes after some were checked again. */
function merged(
  before: RowsFound,
  change: {
    readonly found: ProblemsFound
    readonly again: ReadonlySet<string>
    readonly counts: CheckMemory['counts']
    readonly links: number
  },
): RowsFound {
  const { found, again, counts, links } = change
  const rows: readonly ProblemRow[] = [...before.rows.filter(({ path }) => !again.has(path)), ...rowsOf(found).rows]
  return {
    checked: { notes: before.checked.notes, links: before.checked.links + links },
    rows: [...rows].sort(byPlace),
    ignored: counts.reduce((sum, [, ignored]) => sum + ignored, 0),
    fixable: counts.reduce((sum, [, , fixable]) => sum + fixable, 0),
  }
}
