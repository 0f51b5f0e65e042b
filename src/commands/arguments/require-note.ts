import { relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Attachment, Note } from '../../core/model/note.ts'
import { fileName, isNoteFile, toNotePath } from '../../core/model/note-path.ts'
import { type FoundNote, findExactNote, findNote, findNoteAt, isNameOfNote } from '../../core/query/names/find-note.ts'
import { missingPart } from '../../core/query/note/missing-part.ts'
import { withoutNoteExtension } from '../../core/vault/file-index.ts'
import { resolveAnchor } from '../../core/vault/resolve-anchor.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Context } from '../command.ts'
import { isFromHere, typedPath } from './typed-path.ts'
import { withFormulas } from './with-formulas.ts'

/** The target of a NOTE argument: a note, or with `#` a heading or block that the note has. */
export interface NoteTarget {
  readonly note: Note
  readonly anchor?: string
}

/**
 * The note that a NOTE argument names exactly (by path, file name, title, alias or slug), for commands that change notes. Nothing is
 * guessed: a person at a terminal is asked which note is meant; a script gets the candidates and a refusal.
 */
export async function requireExactNote(context: Context, typed: string): Promise<Note> {
  const { note, anchor } = await requireExactTarget(context, typed)
  return anchor === undefined ? note : refusePart(typed, note)
}

/** The same for a part of a note: `NOTE`, `NOTE#Heading` or `NOTE#^block`; a note whose whole name is that comes first. */
export async function requireExactTarget(context: Context, typed: string): Promise<NoteTarget> {
  requireName(typed)
  const vault = await context.vault()
  const here = noteAtPath(context, vault, typed)
  if (here !== undefined) return { note: here }
  const find = (among: Vault, name: string): FoundNote => findTyped(context, among, name)
  const part = partOf(context, vault, { typed, find })
  if (part !== undefined) return part
  const found = find(vault, typed)
  if (found.status === 'found') return { note: found.note }
  refuseSkipped(vault, typedPath(context, typed))
  const candidates = found.status === 'ambiguous' ? found.candidates : found.suggestions
  const chosen = await askWhich(context, typed, candidates)
  if (chosen !== undefined) return { note: chosen }
  if (found.status === 'ambiguous') return fail({ kind: 'note-ambiguous', query: typed, candidates })
  return fail({
    kind: 'note-not-found',
    query: typed,
    suggestions: candidates.map((note) => nameFor(note, candidates)),
  })
}

/** A path relative to the current folder names only the note there; anything else names a note anywhere. */
function findTyped(context: Context, vault: Vault, typed: string): FoundNote {
  return isFromHere(typed) ? findNoteAt(vault, typedPath(context, typed)) : findExactNote(vault, typed)
}

/** A title, with the path when another candidate has the same title. */
function nameFor(note: Note, among: readonly Note[]): string {
  return among.some((other) => other !== note && other.title === note.title) ? note.path : note.title
}

async function askWhich(context: Context, query: string, candidates: readonly Note[]): Promise<Note | undefined> {
  const shown = candidates.slice(0, 9)
  const { ask } = context
  if (ask === undefined || shown.length === 0) return undefined
  const lines = await choiceLines(context, shown)
  if (candidates.length > shown.length)
    lines.push(`  … and ${candidates.length - shown.length} more; --pick chooses of all`)
  const answer = await ask(`which note is "${query}"?\n${lines.join('\n')}\nnumber, or nothing to stop: `)
  return shown[Number(answer) - 1]
}

/** The notes to choose from, numbered: titles as they are read, long ones broken at words below themselves. */
async function choiceLines(context: Context, notes: readonly Note[]): Promise<string[]> {
  const { choicesText } = await import('../../view/text/choices-text.ts')
  return withFormulas(context, (formula) => choicesText(notes, { width: context.terminal.width, formula }))
}

function requireName(query: string): void {
  if (query.trim() === '')
    fail({
      kind: 'usage',
      message: 'the name of the note is empty',
      hint: 'name one by title, path or alias; wend list shows them',
    })
}

function refuseSkipped(vault: Vault, query: string): void {
  const skipped = skippedFile(vault, query)
  if (skipped !== undefined)
    fail({ kind: 'io', action: 'read', path: skipped.path, reason: skipped.reason ?? 'unknown' })
}

/**
 * The note or part of one that a NOTE argument names, for commands that only read: `NOTE`, `NOTE#Heading` or `NOTE#^block`; a note whose
 * whole name is that comes first. A guess is reported in `messages`. A person at a terminal is asked which of several is meant. Fails with
 * candidates or suggestions when none is clearly meant.
 */
export async function requireTarget(context: Context, query: string, messages: string[]): Promise<NoteTarget> {
  requireName(query)
  const vault = await context.vault()
  const part = partOf(context, vault, { typed: query, find: findNote })
  if (part !== undefined) return part
  const found = findHere(context, vault, { typed: query, find: findNote })
  if (found.status !== 'found' || found.guessed) refuseSkipped(vault, query)
  if (found.status === 'ambiguous') {
    const chosen = await askWhich(context, query, found.candidates)
    return chosen === undefined
      ? fail({ kind: 'note-ambiguous', query, candidates: found.candidates })
      : { note: chosen }
  }
  if (found.status === 'missing')
    return fail({ kind: 'note-not-found', query, suggestions: found.suggestions.map(({ title }) => title) })
  if (found.guessed) messages.push(`no note is named "${query}"; taking it for "${found.note.title}"`)
  return { note: found.note }
}

/**
 * The whole note that a NOTE argument names, for commands that only read. Fails as `requireTarget` does, and when only a part of a note is
 * named.
 */
export async function requireNote(context: Context, query: string, messages: string[]): Promise<Note> {
  const { note, anchor } = await requireTarget(context, query, messages)
  return anchor === undefined ? note : refusePart(query, note)
}

function refusePart(query: string, note: Note): never {
  return fail({
    kind: 'usage',
    message: `"${query.slice(0, 100)}" is a part of a note, and this takes a whole one`,
    hint: `for the note itself: ${note.path}`,
  })
}

/** What was typed, and how names are looked up. */
interface Query {
  readonly typed: string
  readonly find: (vault: Vault, query: string) => FoundNote
}

/** A path to a file relative to the current folder names that note; any other name is looked up in the vault. */
function findHere(context: Context, vault: Vault, { typed, find }: Query): FoundNote {
  const note = noteAtPath(context, vault, typed)
  return note === undefined ? find(vault, typed) : { status: 'found', note, guessed: false }
}

function noteAtPath(context: Context, vault: Vault, typed: string): Note | undefined {
  if (!/[\\/]|\.(?:md|markdown)$/i.test(typed)) return undefined
  const inside = relative(context.vaultChoice().root, resolve(context.cwd, typed)).split(sep).join('/')
  for (const name of [inside, `${inside}.md`, `${inside}.markdown`]) {
    const path = toNotePath(name)
    const note = path === undefined ? undefined : (vault.note(path) ?? vault.note(vault.leadsTo(path) ?? ''))
    if (note !== undefined) return note
  }
  return undefined
}

/**
 * The heading or block after a `#`; undefined when nothing before a `#` names a note, or when the whole text does. Fails when the note has
 * no such anchor.
 */
function partOf(context: Context, vault: Vault, query: Query): NoteTarget | undefined {
  const { typed } = query
  if (!typed.includes('#', 1) || isNameOfNote(vault, typed) || noteAtPath(context, vault, typed) !== undefined)
    return undefined
  for (let at = typed.indexOf('#', 1); at > 0; at = typed.indexOf('#', at + 1)) {
    const found = findHere(context, vault, { ...query, typed: typed.slice(0, at) })
    if (found.status !== 'found' || found.guessed) continue
    const anchor = typed.slice(at + 1)
    if (anchor.trim() === '') return { note: found.note }
    if (resolveAnchor(found.note, anchor) !== undefined) return { note: found.note, anchor }
    return missingPart(found.note, anchor)
  }
  return undefined
}

/** A file that would be the note of this name if it could be read. */
function skippedFile(vault: Vault, query: string): Attachment | undefined {
  const wanted = withoutNoteExtension(query.trim().replace(/^\.\//, '')).normalize('NFC')
  return vault.attachments.find(
    ({ path, skipped }) =>
      (skipped === 'binary' || skipped === 'unreadable') &&
      isNoteFile(path) &&
      [path, fileName(path)].some((name) => withoutNoteExtension(name).normalize('NFC') === wanted),
  )
}
