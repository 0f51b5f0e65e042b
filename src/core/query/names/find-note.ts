import { distance } from 'fastest-levenshtein'
import type { Note } from '../../model/note.ts'
import { toNotePath } from '../../model/note-path.ts'
import { withoutBrackets } from '../../parse/links/wiki.ts'
import { FileIndex, withoutNoteExtension } from '../../vault/file-index.ts'
import { foldName, isBeyondAscii } from '../../vault/fold.ts'
import { isLetterOrDigit, lowerCode, nameSlug, namesOf } from '../../vault/name-index.ts'
import type { Vault } from '../../vault/vault.ts'
import { nameKey } from './name-key.ts'

/** What a NOTE argument names. A guess is only made where one note is clearly the best. */
export type FoundNote =
  | { readonly status: 'found'; readonly note: Note; readonly guessed: boolean }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Note[] }
  | { readonly status: 'missing'; readonly suggestions: readonly Note[] }

/** Finds a note by exact path, file stem, title, alias, slug, unique prefix, then by edit distance. */
export function findNote(vault: Vault, query: string): FoundNote {
  const wanted = withoutBrackets(query.trim())
  return foundBy([notesAtPath, byStem, byTitle, byAlias, bySlug, byPrefix], vault, wanted) ?? byDistance(vault, wanted)
}

/** The one note that a text names as `findNote` takes it, without a guess by edit distance. */
export function findNamedNote(vault: Vault, query: string): Note | undefined {
  const wanted = withoutBrackets(query.trim())
  const found = foundBy([notesAtPath, byStem, byTitle, byAlias, bySlug, byPrefix], vault, wanted)
  return found?.status === 'found' ? found.note : undefined
}

/**
 * Finds a note that is to be changed, only by exact path, file stem, title, alias or slug. A prefix or a near match is only suggested, and
 * so is a slug in which signs that tell names apart were lost (`c` of `C++`).
 */
export function findExactNote(vault: Vault, query: string): FoundNote {
  const wanted = withoutBrackets(query.trim())
  const named = foundBy([notesAtPath, byStem, byTitle, byAlias, bySureSlug], vault, wanted)
  if (named !== undefined) return named
  const begun = byPrefix(vault, wanted)
  const near = byDistance(vault, wanted)
  const suggestions = near.status === 'found' ? [near.note] : near.status === 'missing' ? near.suggestions : []
  return {
    status: 'missing',
    suggestions: [...new Set([...bySlug(vault, wanted), ...begun, ...suggestions])].slice(0, 5),
  }
}

/**
 * Finds the note at a path that was typed relative to the current folder, in any case, with or without `.md`; one of that name elsewhere is
 * only suggested.
 */
export function findNoteAt(vault: Vault, path: string): FoundNote {
  const at = foundBy([notesAtPath], vault, path)
  if (at !== undefined) return at
  const named = findExactNote(vault, path)
  if (named.status === 'found') return { status: 'missing', suggestions: [named.note] }
  return named.status === 'ambiguous' ? { status: 'missing', suggestions: named.candidates.slice(0, 5) } : named
}

/** Whether a text as a whole is a path, file stem, title or alias of a note: then a `#` in it starts no heading. */
export function isNameOfNote(vault: Vault, text: string): boolean {
  return foundBy([notesAtPath, byStem, byTitle, byAlias], vault, text.trim()) !== undefined
}

type Step = (vault: Vault, query: string) => readonly Note[]

function foundBy(steps: readonly Step[], vault: Vault, wanted: string): FoundNote | undefined {
  for (const step of steps) {
    const notes = step(vault, wanted)
    if (notes.length === 1 && notes[0]) return { status: 'found', note: notes[0], guessed: false }
    if (notes.length > 1) return { status: 'ambiguous', candidates: notes }
  }
  return undefined
}

function notesAtPath(vault: Vault, query: string): readonly Note[] {
  const path = toNotePath(query)
  const exact = path === undefined ? undefined : (vault.note(path) ?? vault.note(vault.leadsTo(path) ?? ''))
  return exact ? [exact] : notesAt(vault, path && stemsLike(vault, path).at(withoutNoteExtension(path))?.paths)
}

function byStem(vault: Vault, query: string): readonly Note[] {
  return notesAt(vault, stemsLike(vault, query).endingWith(withoutNoteExtension(query))?.paths)
}

/** The notes whose stem may be the query. An index of all stems would cost more than one pass over the paths. */
function stemsLike(vault: Vault, query: string): FileIndex {
  const folded = foldName(withoutNoteExtension(query))
  const paths = vault.notes.map(({ path }) => path)
  return new FileIndex(
    paths.filter((path) => /[^\0-\x7f]/.test(path) || path.toLowerCase().includes(folded)),
    withoutNoteExtension,
  )
}

function byTitle(vault: Vault, query: string): readonly Note[] {
  return notesAt(vault, vault.index.names.withTitle(query))
}

function byAlias(vault: Vault, query: string): readonly Note[] {
  return notesAt(vault, vault.index.names.withAlias(query))
}

function bySlug(vault: Vault, query: string): readonly Note[] {
  const slug = nameSlug(query)
  return slug === '' ? [] : notesAt(vault, vault.index.names.withSlug(slug))
}

/** Notes with a name of the same slug, without those that only a sign tells apart from it (`C`, `C++`). */
function bySureSlug(vault: Vault, query: string): readonly Note[] {
  const [key, slug] = [slugKey(query), nameSlug(query)]
  return bySlug(vault, query).filter((note) =>
    namesOf(note).some((name) => nameSlug(name) === slug && slugKey(name) === key),
  )
}

/** The slug of a name without emoji, which no slug keeps, and without the mark that ends a question or sentence of several words. */
function slugKey(name: string): string {
  const words = name.replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, ' ').trim()
  return nameKey(/[\s-]/.test(words) ? words.replace(/[?!.…]+$/u, '') : words)
}

function byPrefix(vault: Vault, query: string): readonly Note[] {
  const folded = foldName(query)
  if (folded.length < 2) return []
  const slug = nameSlug(query)
  return vault.notes.filter((note) =>
    namesOf(note).some(
      (name) =>
        mayBegin(name, folded, slug) &&
        (beginsWith(name, folded) || (slug.length > 1 && nameSlug(name).startsWith(slug))),
    ),
  )
}

/** Whether a name begins with some folded letters; an ASCII name is compared without folding all of it. */
function beginsWith(name: string, folded: string): boolean {
  const head = isBeyondAscii(name) ? name : name.slice(0, folded.length)
  return foldName(head).startsWith(folded)
}

/**
 * A cheap test before `beginsWith`: false only for a name that begins neither with the first folded letter nor, as a slug, with the first
 * letter of the slug. Only the first ASCII letter or digit is compared, unless a combining mark follows it.
 */
function mayBegin(name: string, folded: string, slug: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = lowerCode(name.charCodeAt(at))
    if (code > 127 || name.charCodeAt(at + 1) > 127) return true
    if (at === 0 && code === folded.charCodeAt(0)) return true
    if (isLetterOrDigit(code)) return code === slug.charCodeAt(0)
  }
  return false
}

function byDistance(vault: Vault, query: string): FoundNote {
  const ranked = rankByDistance(vault.notes, query)
  const [first, second] = ranked
  const close = first !== undefined && first.share <= 0.25
  if (close && (second === undefined || second.share - first.share >= 0.1))
    return { status: 'found', note: first.note, guessed: true }
  const suggestions = ranked.filter(({ share }) => share <= 0.5).slice(0, 5)
  return { status: 'missing', suggestions: suggestions.map(({ note }) => note) }
}

function rankByDistance(
  notes: readonly Note[],
  query: string,
): readonly { readonly note: Note; readonly share: number }[] {
  const folded = foldName(query).slice(0, 200)
  return notes
    .map((note) => ({
      note,
      share: Math.min(...namesOf(note).map((name) => editShare(folded, foldName(name).slice(0, 200)))),
    }))
    .sort((a, b) => a.share - b.share)
}

/** Edit distance as a share of the longer text: 0 equal, 1 nothing in common. */
function editShare(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : distance(a, b) / longer
}

function notesAt(vault: Vault, paths: readonly string[] | undefined): readonly Note[] {
  return (paths ?? []).map((path) => vault.note(path)).filter((note) => note !== undefined)
}
