import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { isWithin, type Span } from '../../model/span.ts'
import { readDocument } from '../../parse/read-document.ts'
import type { PlanSource } from '../draft.ts'
import { withLineEnd } from './line-end-edits.ts'
import { sliceOf, type Slice } from './regrouping.ts'

/** A link definition or footnote text. It can stand anywhere in the note that uses it. */
interface Carried {
  readonly key: string
  readonly span: Span
  /** Including the block id after it, which only one copy can keep. */
  readonly whole: Span
}

/** The ranges of a note that go to each of several notes, the old one among them. */
export type Shares = ReadonlyMap<NotePath, readonly Span[]>

/** What goes along with the shares. */
export interface CarriedAlong {
  /** The ranges removed from where they are. */
  readonly taken: readonly Span[]
  /** The ranges added at the end of each note, in order. */
  readonly added: ReadonlyMap<NotePath, readonly Slice[]>
}

/**
 * Gives each note the definitions and footnotes that its ranges use: what only another note uses moves there, what several use is copied.
 * What nothing uses stays.
 */
export function carryAlong(source: PlanSource, note: Note, shares: Shares): CarriedAlong {
  const text = source.textOf(note.path)
  const all = carriedOf(note, text)
  const needs = new Map([...shares].map(([path, spans]) => [path, needed(note, all, spans)] as const))
  const taken: Span[] = []
  const added = new Map<NotePath, Slice[]>()
  for (const one of all) {
    const users = [...needs].flatMap(([path, keys]) => (keys.has(one.key) ? [path] : []))
    const [home, around] = shareOf(one.span, shares) ?? []
    if (users.length === 0 || home === undefined || around === undefined) continue
    const stays = users.includes(home)
    if (!stays) taken.push(withLineEnd(text.slice(0, around.end), one.whole))
    for (const [at, path] of users.filter((path) => path !== home).entries()) {
      const isCopy = stays || at > 0
      const slice = isCopy ? { ...sliceOf(note.path, one.span), copy: true } : sliceOf(note.path, one.whole)
      added.set(path, [...(added.get(path) ?? []), slice])
    }
  }
  return { taken, added }
}

/** The note to which a range goes, and the range of that note that contains it. */
function shareOf(span: Span, shares: Shares): readonly [NotePath, Span] | undefined {
  for (const [path, spans] of shares) {
    const around = spans.find((one) => isWithin(span, one))
    if (around !== undefined) return [path, around]
  }
  return undefined
}

/** The definitions and footnotes of a note by label; of several with one label only the first, which is the one that counts. */
function carriedOf(note: Note, text: string): readonly Carried[] {
  const footnotes = readDocument(text, note).flatMap((block): readonly Carried[] =>
    block.type === 'footnote'
      ? [{ key: footnoteKey(block.label), span: block.span, whole: withId(text, block.span) }]
      : [],
  )
  const isInFootnote = (span: Span): boolean => footnotes.some((one) => isWithin(span, one.span))
  const definitions = note.definitions
    .filter(({ duplicate, span }) => !duplicate && !isInFootnote(span))
    .map(({ label, span }) => ({ key: labelKey(label), span, whole: span }))
  const seen = new Set<string>()
  return [...definitions, ...footnotes].filter(({ key }) => !seen.has(key) && seen.add(key) !== undefined)
}

/** The labels that some ranges of a text use, directly or through a definition or footnote. */
function needed(note: Note, all: readonly Carried[], spans: readonly Span[]): ReadonlySet<string> {
  const keys = new Set<string>()
  const footnotes = all.filter(({ key }) => key.startsWith('^'))
  const look = (within: (span: Span) => boolean): void => {
    const found = [...keysNamed(note, within)].filter((key) => !keys.has(key))
    for (const key of found) keys.add(key)
    for (const one of footnotes.filter(({ key }) => found.includes(key))) look((span) => isWithin(span, one.span))
  }
  look((span) => spans.some((one) => isWithin(span, one)) && !footnotes.some((one) => isWithin(span, one.span)))
  return keys
}

function* keysNamed(note: Note, within: (span: Span) => boolean): Generator<string> {
  for (const link of note.links) if ('label' in link && within(link.span)) yield labelKey(link.label)
  for (const { id, role, span } of note.footnotes) if (role === 'mark' && within(span)) yield footnoteKey(id)
}

function labelKey(label: string): string {
  return `[${label}`
}

function footnoteKey(id: string): string {
  return `^${id.toLowerCase()}`
}

function withId(text: string, { start, end }: Span): Span {
  return { start, end: end + (/^[ \t]+\^[A-Za-z0-9-]+(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(end))?.[0].length ?? 0) }
}
