import type { Change, Edit } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { overlap, type Span } from '../../model/span.ts'
import { parseNote } from '../../parse/parse-note.ts'
import { escapeMarkdown, usualForm, writeLink } from '../../query/links/write-link.ts'
import { Vault } from '../../vault/vault.ts'
import type { PlanSource } from '../draft.ts'
import type { Plan } from '../rename/rename-note.ts'
import { requireAsRead } from '../spelling/keep-links.ts'
import { leadsNowhere } from '../../model/resolution.ts'
import { writeSpelling } from '../spelling/write-spelling.ts'
import { type ComposedNotes, composeNotes, piecesOf, wholeNote } from './compose-notes.ts'
import { type FollowedLink, judge, spelledSo, type Transition } from './followed-link.ts'
import type { LinkToNote, NotePiece, Regrouping, Slice } from './regrouping.ts'
import { respellFollowed } from './respell-followed.ts'

const maxRounds = 6

/**
 * Plans a regrouping of notes so that every link of the vault leads to what it led to before, wherever that is now: links to what moves,
 * links in it, and links that a new name would capture. Fails when a link can't be spelled so.
 */
export function keepRegrouped(source: PlanSource, regrouping: Regrouping): Plan {
  for (const path of regrouping.notes.keys()) requireAsRead(source, path)
  const links = followLinks(source, regrouping)
  const names = composeAll(source, regrouping, links, () => '')
  const linkText = linkTexts(source, vaultAfter(source, regrouping, names))
  for (let round = 0; round < maxRounds; round++) {
    const composed = composeAll(source, regrouping, links, linkText)
    const transition = { before: source.vault, after: vaultAfter(source, regrouping, composed), composed, regrouping }
    const wrong = links.filter((followed) => judge(transition, followed, followed.spelling) !== 'same')
    if (wrong.filter((followed) => respell(transition, followed)).length > 0) continue
    const lost = wrong.find((followed) => judge(transition, followed, followed.spelling) === 'other')
    if (lost !== undefined) cannotFollow(lost)
    verifyWritten(transition, links)
    return {
      changes: { title: regrouping.title, changes: changesOf(source, regrouping, composed) },
      messages: [...regrouping.messages, ...captured(transition, links)],
    }
  }
  return fail({ kind: 'refused', message: 'the links of the vault cannot be kept: each fix breaks another link' })
}

/** The links of every composed note, each with the piece that contains it. */
function followLinks(source: PlanSource, { notes, removed }: Regrouping): readonly FollowedLink[] {
  const untouched = source.vault.notes
    .filter(({ path }) => !notes.has(path) && !removed.has(path))
    .map(({ path }) => [path, [wholeNote(source, path)]] as const)
  return [...notes, ...untouched].flatMap(([holder, pieces]: readonly [NotePath, readonly NotePiece[]]) => {
    const slices = pieces.filter((piece) => piece.kind === 'slice')
    return slices.flatMap((slice) => {
      const note = source.vault.note(slice.from)
      if (note === undefined) return []
      return linksOf(source.vault, note)
        .filter(({ link }) => holds(slice, link.span))
        .filter(({ link }) => !namingSlice(slice, slices, link).edits.some((edit) => isEdited(edit, link)))
        .map((one): FollowedLink => ({ ...one, holder, slice, note, spelling: {} }))
    })
  })
}

/** The slice that contains the target of a link in `slice`: a reference link has it in its definition, which may be in another slice. */
function namingSlice(slice: Slice, slices: readonly Slice[], { targetSpan }: Link): Slice {
  if (holds(slice, targetSpan)) return slice
  return slices.find((one) => one.from === slice.from && holds(one, targetSpan)) ?? slice
}

function holds({ span }: Slice, { start, end }: Span): boolean {
  return start >= span.start && end <= span.end
}

/** Whether an edit changes the target of a link. */
function isEdited({ span }: Edit, { targetSpan }: Link): boolean {
  return overlap(span, targetSpan)
}

function linksOf(vault: Vault, note: Note): readonly Pick<FollowedLink, 'link' | 'resolution'>[] {
  const unused = note.definitions
    .filter(({ uses }) => uses === 0)
    .map(({ uses: _uses, duplicate: _duplicate, ...definition }) => {
      const link: Link = { kind: 'reference', ...definition }
      return { link, resolution: vault.resolve(note, link) }
    })
  return [...vault.linksFrom(note.path), ...unused]
}

function composeAll(
  source: PlanSource,
  regrouping: Regrouping,
  links: readonly FollowedLink[],
  linkText: (holder: NotePath, link: LinkToNote) => string,
): ComposedNotes {
  const edits = new Map<string, Edit[]>()
  const changed = links.filter(({ spelling }) => spelling.target !== undefined || spelling.anchor !== undefined)
  for (const { holder, note, link, spelling } of changed) {
    const key = `${holder}\n${note.path}`
    const list = edits.get(key) ?? []
    const text = source.textOf(note.path)
    for (const edit of asOne(text, writeSpelling(text, note, link, spelling)))
      if (!list.some(({ span }) => span.start === edit.span.start && span.end === edit.span.end)) list.push(edit)
    edits.set(key, list)
  }
  const pieces = piecesOf(source, regrouping, new Set(changed.map(({ holder }) => holder)))
  return composeNotes(source, pieces, { respelled: (holder, from) => edits.get(`${holder}\n${from}`) ?? [], linkText })
}

/** Joins edits with at most a `#` between them, so that a change shows one edit for a link. */
function asOne(text: string, edits: readonly Edit[]): readonly Edit[] {
  const [one, next, ...others] = edits
  if (one === undefined || next === undefined || others.length > 0) return edits
  const between = text.slice(one.span.end, next.span.start)
  if (one.span.end > next.span.start || (between !== '#' && between !== '')) return edits
  const span = { start: one.span.start, end: next.span.end }
  return [{ span, before: one.before + between + next.before, after: one.after + between + next.after }]
}

function vaultAfter({ vault }: PlanSource, { removed }: Regrouping, composed: ComposedNotes): Vault {
  const dialects = vault.notes[0]?.dialects
  const made = [...composed.notes].map(([path, { text }]) => {
    const facts = vault.note(path)?.file ?? { size: text.length, modifiedMs: 0, createdMs: 0 }
    return parseNote({ path, text, facts, dialects })
  })
  const notes = [...vault.notes.filter(({ path }) => !removed.has(path) && !composed.notes.has(path)), ...made]
  const isRemoved = (path: string): boolean => (removed as ReadonlySet<string>).has(path)
  const exists = (path: string): boolean =>
    !isRemoved(path) && ((composed.notes as ReadonlyMap<string, unknown>).has(path) || vault.index.exists(path))
  return new Vault({ notes, attachments: vault.attachments, exists })
}

/** Writes new links in the form of the configuration, else in that of the note's own links, else in that of the vault. */
function linkTexts({ vault, linkForm }: PlanSource, after: Vault): (holder: NotePath, link: LinkToNote) => string {
  return (holder, { to, shown }) => {
    const target = after.note(to)
    if (target === undefined) return shown
    const note = vault.note(holder)
    const isLinking = note?.links.some((link) => followsWikiRules(link) || link.kind === 'markdown') === true
    const usual = usualForm(isLinking ? { notes: [note] } : vault)
    // Other programs find a note by its file name only.
    const form = linkForm ?? (usual === 'wiki' ? 'shortest-path' : usual)
    return writeLink(after, { from: holder, target, text: form === 'markdown' ? escapeMarkdown(shown) : shown }, form)
  }
}

/** Looks for a better spelling; false when the present one is the best. */
function respell(transition: Transition, followed: FollowedLink): boolean {
  const best = respellFollowed(transition, followed)
  const { spelling } = followed
  if (best === undefined || (best.target === spelling.target && best.anchor === spelling.anchor)) return false
  followed.spelling = best
  return true
}

/** Fails when a written link is not read as it was meant: a name may hold characters that its syntax cannot. */
function verifyWritten({ after, composed }: Transition, links: readonly FollowedLink[]): void {
  for (const followed of links) {
    const { holder, slice, link, spelling } = followed
    if (!composed.notes.has(holder)) continue
    const now = after.note(holder)
    const wanted = spelledSo(link, spelling)
    const at = composed.offsetIn(slice, link.span.start)
    const all = [...(now?.links ?? []), ...(now?.definitions ?? [])]
    const isThere = all.some(
      (one) => one.span.start === at && one.target === wanted.target && (one.anchor ?? '') === (wanted.anchor ?? ''),
    )
    if (!isThere) cannotFollow(followed)
  }
}

function cannotFollow({ note, link }: FollowedLink): never {
  return fail({
    kind: 'refused',
    message: `the link to "${link.target}" at ${note.path}:${link.line}:${link.column} cannot be written so that it leads to the same place; nothing was changed`,
    hint: 'write it in another way, then run the command again',
  })
}

function changesOf(source: PlanSource, { removed }: Regrouping, composed: ComposedNotes): readonly Change[] {
  const made = [...composed.notes].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...made.flatMap(([path, { text, parts }]): readonly Change[] => {
      if (source.vault.note(path) === undefined) return [{ kind: 'create', path, text }]
      requireAsRead(source, path)
      const original = source.textOf(path)
      const edits = editsInPlace(path, original, parts)
      return edits.length === 0 ? [] : [{ kind: 'edit', path, original, edits }]
    }),
    ...[...removed].map((path): Change => ({ kind: 'trash', path })),
  ]
}

/** The edits of a note: its own ranges that remain in order stay, what is between them is replaced. */
function editsInPlace(path: NotePath, original: string, parts: readonly ComposedPart[]): readonly Edit[] {
  const edits: Edit[] = []
  let at = 0
  let pending = ''
  const replaceUpTo = (end: number): void => {
    const before = original.slice(at, end)
    if (before !== pending) edits.push({ span: { start: at, end }, before, after: pending })
    pending = ''
  }
  for (const { piece, text, edits: own } of parts) {
    if (piece.kind !== 'slice' || piece.from !== path || piece.copy === true || piece.span.start < at) {
      pending += text
      continue
    }
    replaceUpTo(piece.span.start)
    edits.push(...own)
    at = Math.min(piece.span.end, original.length)
  }
  replaceUpTo(original.length)
  return edits
}

type ComposedPart = NonNullable<ReturnType<ComposedNotes['notes']['get']>>['parts'][number]

function captured({ after }: Transition, links: readonly FollowedLink[]): readonly string[] {
  const found = links.filter(({ holder, link, resolution }) => {
    const note = leadsNowhere(resolution) ? after.note(holder) : undefined
    return note !== undefined && !leadsNowhere(after.resolve(note, link))
  })
  return found
    .slice(0, 5)
    .map(
      ({ note, link }) =>
        `the link to "${link.target}" at ${note.path}:${link.line}:${link.column} was broken and now resolves`,
    )
}
