import type { Note } from '../model/note.ts'
import type { NotePath } from '../model/note-path.ts'
import type { Position } from '../model/span.ts'
import { targetPath } from '../model/resolution.ts'
import { LineIndex } from '../parse/line-index.ts'
import { placesApart, prosePlaces } from '../parse/prose/prose-places.ts'
import { foldName } from '../vault/fold.ts'
import type { Vault } from '../vault/vault.ts'
import type { PlanSource } from './draft.ts'
import { NameTree, wordPlaces } from './name-tree.ts'

/** The first place where a note mentions another note that it does not link to. */
export interface Mention extends Position {
  readonly note: Note
  readonly target: Note
  /** Offset in the text of the note. */
  readonly start: number
  /** The name as written. */
  readonly text: string
  /** 1-100: how likely the other note is meant. */
  readonly score: number
}

/** A name of a note, by its words. */
interface Name {
  readonly text: string
  readonly target: Note
  readonly isTitle: boolean
}

/** Finds unlinked mentions of titles and aliases in prose, the surest first; of each note only the first mention of each other note. */
export function findMentions(source: PlanSource, notes: readonly Note[]): readonly Mention[] {
  const names = namesOf(source.vault)
  const found = notes.flatMap((note) => mentionsIn(source, note, names))
  const spread = new Map<NotePath, number>()
  for (const { target } of found) spread.set(target.path, (spread.get(target.path) ?? 0) + 1)
  return found
    .map(({ name, ...mention }) => ({
      ...mention,
      score: scoreOf(name, mention.text, spread.get(mention.target.path) ?? 1),
    }))
    .sort(
      (a, b) =>
        b.score - a.score || (a.note.path < b.note.path ? -1 : a.note.path > b.note.path ? 1 : a.start - b.start),
    )
}

function namesOf(vault: Vault): NameTree<Name> {
  const tree = new NameTree<Name>()
  for (const target of vault.notes) {
    const names = [target.title, ...target.aliases].map((text, order) => ({ text, target, isTitle: order === 0 }))
    for (const name of names) if (name.text.length > 2 && !/^[\p{N}\s.:/-]+$/u.test(name.text)) tree.add(name)
  }
  return tree
}

type Found = Omit<Mention, 'score'> & { readonly name: Name }

function mentionsIn({ vault, textOf }: PlanSource, note: Note, names: NameTree<Name>): readonly Found[] {
  const text = textOf(note.path)
  const linked = new Set<string | undefined>(vault.linksFrom(note.path).map(({ resolution }) => targetPath(resolution)))
  const taken = [...note.links, ...note.headings, ...note.definitions, ...note.inlineTags].map(({ span }) => span)
  const candidates: { readonly start: number; readonly name: Name }[] = []
  let after = note.bodyStart
  const words = wordPlaces(text)
  for (const [index, { start }] of words.entries()) {
    if (start < after) continue
    const name = names.longestAt(text, words, index, (one) => standsAt(text, start, one))
    if (name === undefined || name.target.path === note.path) continue
    after = start + name.text.length
    if (!linked.has(name.target.path)) candidates.push({ start, name })
  }
  const places = candidates.map(({ start, name }) => ({ start, name, end: start + name.text.length }))
  const free = placesApart(taken, places)
  const lines = LineIndex.of(text)
  return firstOfEach(prosePlaces(text, note, free)).map(({ start, name }) => ({
    note,
    target: name.target,
    name,
    start,
    text: text.slice(start, start + name.text.length),
    ...lines.position(start),
  }))
}

/** Whether a name stands at an offset as words of its own: not inside a longer word, a path, an address or a tag. */
function standsAt(text: string, start: number, { text: name }: Name): boolean {
  const end = start + name.length
  if (foldName(text.slice(start, end)) !== foldName(name)) return false
  return (
    !/[\p{L}\p{N}\p{M}_#@/\\.$^-]/u.test(text[start - 1] ?? ' ') &&
    /^(?:$|[^\p{L}\p{N}\p{M}_@/\\$.-]|\.(?:\s|$)|-\s)/u.test(text.slice(end, end + 2))
  )
}

function firstOfEach<T extends { readonly name: Name }>(all: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return all.filter(({ name }) => !seen.has(name.target.path) && seen.add(name.target.path))
}

/** 1-100. A name of several words, in the same case, that few notes mention is surely meant; a common single word hardly. */
function scoreOf({ text, isTitle }: Name, written: string, notes: number): number {
  const words = wordPlaces(text).length
  const exact = text === written ? 15 : 0
  const distinct = /\p{Lu}.*\p{Lu}|\p{N}/u.test(text) && exact > 0 ? 15 : 0
  const score = 35 + Math.min(30, (words - 1) * 20) + exact + distinct + (isTitle ? 10 : 0) - 6 * Math.log2(notes)
  return Math.round(Math.min(100, Math.max(1, score)))
}
