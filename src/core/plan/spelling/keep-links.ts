import type { Change, Edit } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import { type Link, readOnlyTool } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { type NotePath, relativePath, toNotePath } from '../../model/note-path.ts'
import { parseNote } from '../../parse/parse-note.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Draft, PlanSource } from '../draft.ts'
import { labelEdits } from './label-edits.ts'
import { leadsToSame, newPath } from './link-meaning.ts'
import { leadsNowhere } from '../../model/resolution.ts'
import { plannedVault } from './planned-vault.ts'
import { respellLink } from './respell-link.ts'
import { restoreSpellings } from './restore-spellings.ts'
import type { Spelling } from './spelling.ts'
import { spelled, type TrackedLink, verdict } from './tracked-link.ts'
import { writeSpelling } from './write-spelling.ts'
import { overlap } from '../../model/span.ts'

/** A planned change, and messages for the user about it. */
export interface KeptLinks {
  readonly changes: readonly Change[]
  readonly messages: readonly string[]
}

/** Headings and titles may contain links, so that respelling a link renames what other links name. It settles in two or three rounds. */
const maxRounds = 6

/**
 * Completes a draft with the edits after which every link of the vault resolves to exactly what it did before: links to what moves, the
 * relative links of what moves, and links that a new name would capture or release. Fails when a link can't be spelled so.
 */
export function keepLinks(source: PlanSource, draft: Draft): KeptLinks {
  const links = trackLinks(source, draft)
  restoreSpellings(source, draft, links, plannedVault(source, draft, draft.edits))
  for (let round = 0; round < maxRounds; round++) {
    const edits = editsOf(source, draft, links)
    const after = plannedVault(source, draft, edits)
    const judged = links
      .map((tracked) => ({ tracked, is: verdict(source.vault, after, tracked, draft) }))
      .filter(({ tracked, is }) => !(is === 'other' && leadsNowhereAgain(after, tracked, draft)))
    const wrong = judged.flatMap(({ tracked, is }) =>
      is === 'other' || (is === 'worse' && tracked.restored !== true) ? [tracked] : [],
    )
    const respelled = wrong.filter((tracked) => respell(source.vault, after, tracked, draft))
    if (respelled.length > 0) continue
    const lost = wrong.find((tracked) => verdict(source.vault, after, tracked, draft) === 'other')
    if (lost !== undefined) cannotSpell(lost)
    verifyWritten(after, links, draft)
    return { changes: changesOf(source, draft, edits), messages: captured(after, links, draft) }
  }
  return fail({ kind: 'refused', message: 'the links of the vault cannot be kept: each fix breaks another link' })
}

/** Whether a link leads nowhere again that only an earlier change, now reversed, made lead somewhere. */
function leadsNowhereAgain(after: Vault, { note, link, stood }: TrackedLink, draft: Draft): boolean {
  const now = stood === true ? after.document(newPath(note.path, draft)) : undefined
  return now !== undefined && leadsNowhere(after.resolve(now, link))
}

function trackLinks(source: PlanSource, draft: Draft): readonly TrackedLink[] {
  return [...source.vault.notes, ...source.vault.canvases].flatMap((note) => {
    const replaced = draft.edits.get(note.path) ?? []
    const links = source.vault
      .linksFrom(note.path)
      .filter(({ link }) => !replaced.some(({ span }) => overlap(span, link.targetSpan)))
      .map(({ link, resolution }) => ({ note, link, resolution, spelling: {} }))
    const unused = note.definitions
      .filter(({ uses }) => uses === 0)
      .map(({ uses: _uses, duplicate: _duplicate, ...definition }): TrackedLink => {
        const link: Link = { kind: 'reference', ...definition }
        return { note, link, resolution: source.vault.resolve(note, link), spelling: {} }
      })
    return [...links, ...unused]
  })
}

/** Looks for a better spelling; false when the present one is the best. */
function respell(before: Vault, after: Vault, tracked: TrackedLink, draft: Draft): boolean {
  const { note, link, resolution } = tracked
  if (readOnlyTool(link) !== undefined) return false
  const from = after.document(newPath(note.path, draft))
  if (from === undefined) return false
  const judge = (spelling: Spelling): 'same' | 'worse' | 'other' => {
    const candidate = { ...link, ...spelling }
    const now = { vault: after, from, link: candidate, resolution: after.resolve(from, candidate) }
    return leadsToSame({ vault: before, from: note, link, resolution }, now, draft)
  }
  const best = respellLink({ before, after, draft, from: note, now: from, link, resolution }, judge)
  if (best === undefined || (best.target === tracked.spelling.target && best.anchor === tracked.spelling.anchor))
    return false
  tracked.spelling = best
  return true
}

function editsOf(
  source: PlanSource,
  draft: Draft,
  links: readonly TrackedLink[],
): ReadonlyMap<NotePath, readonly Edit[]> {
  const edits = new Map<NotePath, Edit[]>([...draft.edits].map(([path, list]) => [path, [...list]]))
  const known = new Map([...edits].map(([path, list]) => [path, new Set(list.map(spanKey))]))
  for (const { note, link, spelling } of links) {
    if (spelling.target === undefined && spelling.anchor === undefined) continue
    const text = source.textOf(note.path)
    const [list, spans] = [edits.get(note.path) ?? [], known.get(note.path) ?? new Set<string>()]
    const both = [...writeSpelling(text, note, link, spelling), ...labelEdits(text, note, link, spelling)]
    const added = both.filter((edit) => !spans.has(spanKey(edit)))
    list.push(...added)
    for (const edit of added) spans.add(spanKey(edit))
    edits.set(note.path, list)
    known.set(note.path, spans)
  }
  return edits
}

function spanKey({ span }: Edit): string {
  return `${span.start}-${span.end}`
}

/** Fails when a written link is not read as it was meant: a name may hold characters that its syntax cannot. */
function verifyWritten(after: Vault, links: readonly TrackedLink[], draft: Draft): void {
  const read = new Map<string, Set<string>>()
  for (const tracked of links) {
    if (tracked.spelling.target === undefined && tracked.spelling.anchor === undefined) continue
    const path = newPath(tracked.note.path, draft)
    const note = after.document(path)
    const written = read.get(path) ?? new Set([...(note?.links ?? []), ...(note?.definitions ?? [])].map(identity))
    read.set(path, written)
    if (!written.has(identity(spelled(tracked)))) cannotSpell(tracked)
  }
}

function identity({ target, anchor }: { readonly target: string; readonly anchor?: string }): string {
  return `${target}\n${anchor ?? ''}`
}

function cannotSpell({ note, link }: TrackedLink): never {
  const tool = readOnlyTool(link)
  const place = `the link to "${link.target}" at ${note.path}:${link.line}:${link.column}`
  if (tool !== undefined)
    return fail({
      kind: 'refused',
      message: `${place} is written in a way that only ${tool} knows, which is read and not changed; nothing was changed`,
      hint: `rename it in ${tool}, or write the link as [[name]] or [text](path.md) first`,
    })
  return fail({
    kind: 'refused',
    message: `${place} cannot be written so that it leads to the same place; nothing was changed`,
    hint: 'choose another name',
  })
}

function changesOf(source: PlanSource, draft: Draft, edits: ReadonlyMap<NotePath, readonly Edit[]>): readonly Change[] {
  // Edits that change nothing are dropped; otherwise undo would record them.
  const edited = [...edits]
    .map(([path, list]) => [path, list.filter(({ before, after }) => before !== after)] as const)
    .filter(([, list]) => list.length > 0)
  for (const [path] of edited) requireAsRead(source, path)
  return [
    ...[...draft.moves].flatMap(([from, to]): readonly Change[] => {
      const path = toNotePath(from)
      return path === undefined ? [] : [{ kind: 'move', path, to }]
    }),
    ...relinks(source, draft),
    ...edited
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, list]): Change => ({ kind: 'edit', path, original: source.textOf(path), edits: list })),
  ]
}

/** The symbolic links that must be rewritten: the path of their target changes, or the relative path to it. */
function relinks({ vault }: PlanSource, { moves }: Draft): readonly Change[] {
  return vault.attachments.flatMap(({ path, written }): readonly Change[] => {
    if (written === undefined) return []
    const [home, to] = [moves.get(path) ?? path, moves.get(written.to) ?? written.to]
    const isSame = written.isAbsolute ? to === written.to : relativePath(home, to) === relativePath(path, written.to)
    return isSame ? [] : [{ kind: 'relink', path, to }]
  })
}

/** Fails when the text of a note is not the one that the vault was built from: edits at the vault's offsets would hit other words. */
export function requireAsRead({ vault, textOf }: PlanSource, path: NotePath): void {
  const note = vault.document(path)
  if (note === undefined) return
  const places = ({ links, headings, inlineTags }: Note): string =>
    [
      ...links.map(({ targetSpan, target }) => `${targetSpan.start} ${target}`),
      ...headings.map(({ textSpan, text }) => `${textSpan.start} ${text}`),
      ...inlineTags.map(({ span, tag }) => `${span.start} ${tag}`),
    ].join('\n')
  const fresh = parseNote({ path, text: textOf(path), facts: note.file, dialects: note.dialects })
  if (places(fresh) !== places(note) || fresh.bodyStart !== note.bodyStart)
    fail({
      kind: 'refused',
      message: `${path} was changed by another program in the meantime; nothing was changed`,
      hint: 'run the command again',
    })
}

function captured(after: Vault, links: readonly TrackedLink[], draft: Draft): readonly string[] {
  const found = links.filter((tracked) => {
    if (!leadsNowhere(tracked.resolution)) return false
    const note = after.document(newPath(tracked.note.path, draft))
    return note !== undefined && !leadsNowhere(after.resolve(note, tracked.link))
  })
  return found
    .slice(0, 5)
    .map(
      ({ note, link }) =>
        `the link to "${link.target}" at ${note.path}:${link.line}:${link.column} was broken and now resolves`,
    )
}
