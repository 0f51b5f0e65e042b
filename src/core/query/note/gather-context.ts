import type { Note } from '../../model/note.ts'
import type { ContextPiece, ContextRole } from '../../model/report.ts'
import type { Vault } from '../../vault/vault.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { readingOrder } from '../graph/reading-order.ts'

/** What a context is made of and how long it may be. */
export interface ContextRequest {
  /** The notes it is about, the most important first. */
  readonly notes: readonly Note[]
  /** About how many tokens it may have (`estimateTokens`). */
  readonly tokens: number
  /** How many steps of prerequisites to go back; 0 leaves all neighbours out. */
  readonly depth: number
  /** The text of a note as its file has it; undefined when it can't be read. */
  readonly readText: (path: string) => Promise<string | undefined>
}

/** The pieces of a context in the order of reading, and how many notes there was no room for. */
export interface GatheredContext {
  readonly pieces: readonly ContextPiece[]
  readonly tokens: number
  readonly left: number
}

interface Candidate {
  readonly note: Note
  readonly role: ContextRole
}

/** How many prerequisites and how many neighbours are looked for, for each note asked about. */
const [mostNeeded, mostNeighbours] = [6, 40]

/** The tokens of the line above a piece, besides its title and path. */
const heading = 12

/**
 * Gathers what matters about some notes within a budget of tokens: the notes, what to read before them, what links to them, what they link
 * to. A note is included whole if the summaries of all later ones still fit, else by its summary; the first note is cut when it alone
 * exceeds the budget. The result is the same every time.
 */
export async function gatherContext(vault: Vault, request: ContextRequest): Promise<GatheredContext> {
  const { notes, depth, readText } = request
  const asked = notes.map((note): Candidate => ({ note, role: 'note' }))
  const candidates = unique([...asked, ...(depth === 0 ? [] : neighbours(vault, notes, depth))])
  const summaryCosts = asked.map(({ note, role }) => costOf(summaryPiece(note, role)))
  let reserved = sum(summaryCosts)
  let left = request.tokens
  const pieces: ContextPiece[] = []
  for (const [order, { note, role }] of candidates.entries()) {
    const summaryCost = summaryCosts[order] ?? 0
    // Only the notes asked about have room reserved for their summaries; neighbours get what is left.
    if (order < asked.length) reserved -= summaryCost
    if (left < heading) break
    // A text has more tokens than words, so one with too many words is not even read.
    const mayFit = order === 0 || note.words <= left - reserved
    const text = mayFit ? await readText(note.path) : undefined
    const piece =
      text === undefined ? undefined : fitted({ note, role, text }, { room: left - reserved, cut: order === 0 })
    const kept = piece ?? summaryPiece(note, role)
    const cost = costOf(kept)
    if (cost > left) continue
    pieces.push(kept)
    left -= cost
  }
  return { pieces, tokens: request.tokens - left, left: candidates.length - pieces.length }
}

/** What the notes need, what links to them, what they link to; each note's own in turn. */
function neighbours(vault: Vault, notes: readonly Note[], depth: number): readonly Candidate[] {
  const needed = notes.flatMap((note) =>
    readingOrder(vault, note, { depth, max: mostNeeded })
      .slice(0, -1)
      .map((step): Candidate => ({ note: step.note, role: 'needed' })),
  )
  // Which notes are joined is known without resolving single links, of which some notes have hundreds.
  const notesAt = (paths: readonly string[]): readonly Note[] => paths.flatMap((path) => vault.note(path) ?? [])
  const linking = notes.flatMap(({ path }) =>
    notesAt(vault.sourcesOf(path))
      .filter(({ isIndex }) => isIndex !== true)
      .map((note): Candidate => ({ note, role: 'linking' })),
  )
  const linked = notes.flatMap(({ path }) =>
    notesAt(vault.targetsOf(path)).map((note): Candidate => ({ note, role: 'linked' })),
  )
  return [...needed, ...linking, ...linked].slice(0, mostNeighbours * Math.max(1, notes.length))
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ note }) => !seen.has(note.path) && seen.add(note.path))
}

/** The note whole where there is room, its beginning where it may be cut; undefined where only its summary fits. */
function fitted(
  { note, role, text }: Candidate & { readonly text: string },
  { room, cut }: { readonly room: number; readonly cut: boolean },
): ContextPiece | undefined {
  const lines = text.split('\n')
  const first = text.slice(0, note.bodyStart).split('\n').length - 1
  const end = lines.length - (lines.at(-1) === '' ? 1 : 0)
  const make = (to: number, part: ContextPiece['part']): ContextPiece => ({
    path: note.path,
    title: note.title,
    role,
    part,
    ...ownSummary(note),
    lines: [first + 1, to],
    text: lines
      .slice(first, to)
      .join('\n')
      .replace(/^\s*\n/, '')
      .trimEnd(),
  })
  const whole = make(end, 'whole')
  if (costOf(whole) <= room) return whole
  if (!cut) return undefined
  const to = lastFitting(lines, { first, end, room: room - costOf({ ...whole, text: '' }) })
  return to > first ? make(to, 'beginning') : undefined
}

/** The line up to which a text fits, at the end of a paragraph that is no heading where there is one. */
function lastFitting(
  lines: readonly string[],
  { first, end, room }: { readonly first: number; readonly end: number; readonly room: number },
): number {
  let used = 0
  let fits = first
  let paragraph = first
  for (let line = first; line < end; line++) {
    used += estimateTokens(lines[line] ?? '')
    if (used > room) break
    fits = line + 1
    if ((lines[line + 1] ?? '').trim() === '' && !/^\s*$|^#/.test(lines[line] ?? '')) paragraph = line + 1
  }
  return paragraph > first ? paragraph : fits
}

function summaryPiece(note: Note, role: ContextRole): ContextPiece {
  return { path: note.path, title: note.title, role, part: 'summary', text: note.summary ?? '' }
}

/** A summary of the front matter; one made of the first paragraph stands in the text. */
function ownSummary({ summary, summarySource }: Note): { readonly summary?: string } {
  return summarySource === 'front-matter' && summary !== undefined ? { summary } : {}
}

function costOf({ title, path, summary = '', text }: ContextPiece): number {
  return heading + sum([title, path, summary, text].map(estimateTokens))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
