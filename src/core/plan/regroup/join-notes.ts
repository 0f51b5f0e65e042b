import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import { fileStem, type NotePath } from '../../model/note-path.ts'
import type { Edit } from '../../model/change.ts'
import type { Span } from '../../model/span.ts'
import type { BlockToken } from '../../parse/blocks/block-token.ts'
import { readDocument } from '../../parse/read-document.ts'
import { nameSlug } from '../../vault/name-index.ts'
import type { Vault } from '../../vault/vault.ts'
import type { PlanSource } from '../draft.ts'
import { addItem, aliasList, tagsList } from '../front-matter/list-items.ts'
import { frontMatterEdits } from '../front-matter/front-matter-edits.ts'
import { formOf, frontMatterEnd } from '../front-matter/note-text.ts'
import { pageList } from '../front-matter/page-property.ts'
import type { Plan } from '../rename/rename-note.ts'
import { textBody } from '../text/text-body.ts'
import { bodyAt, endsDefining, tailPiece, tailStart } from './definition-tail.ts'
import { inlineNested } from './inline-nested.ts'
import { keepRegrouped } from './keep-regrouped.ts'
import { endsOpen } from '../write/ends-open.ts'
import { type Section, sectionsOf } from './part-of-note.ts'
import { newText, type NotePiece, sliceOf } from './regrouping.ts'
import { lineEndEdits } from './line-end-edits.ts'
import { renameLabels } from './rename-labels.ts'
import { shiftHeadings } from './shift-headings.ts'

/** The only note that links to a note. Fails when there is none or several. */
export function onlyLinkingNote(vault: Vault, note: Note): Note {
  const from = [...new Set(vault.linksTo(note.path).map((link) => link.from))].filter((one) => one !== note)
  const [only, ...others] = from
  if (only !== undefined && others.length === 0) return only
  const names = from.slice(0, 5).map(({ path }) => path)
  return fail({
    kind: 'usage',
    message:
      only === undefined
        ? `no note links to ${note.path}, so it is not said where it goes`
        : `${from.length} notes link to ${note.path}: ${names.join(', ')}${from.length > 5 ? ', …' : ''}`,
    hint: `say into which: wend inline "${note.path}" --into NOTE`,
  })
}

/**
 * Plans to make a note a section of another: in place of a link to it that stands alone, else at the end of the section that links to it,
 * else at the end. Links to it follow; the note goes to the trash. When its only link stands alone in a list item or quote, it becomes text
 * of that.
 */
export function inlineNote(source: PlanSource, note: Note, into: Note): Plan {
  requireOther(note, into)
  const text = source.textOf(into.path)
  const { span, level } = placeFor(source, note, into, text)
  const lost = lostKeys(note, ['title'])
  const { changes, messages } =
    inlineNested(source, note, into, lost) ??
    joinAt(source, { note, into, span, level, front: '', edits: [], messages: lost })
  return { changes: { ...changes, title: `put ${note.path} into ${into.path}` }, messages }
}

/** Plans to append a note to another, which gets its title and names as aliases, and its tags. Links follow; the note goes to the trash. */
export function mergeNotes(source: PlanSource, note: Note, into: Note): Plan {
  requireOther(note, into)
  const text = source.textOf(into.path)
  const held = [...into.tags, ...frontTags(into, text)]
  const added = [
    ...aliasesFrom(source.vault, note, into).map((item) => ({ list: aliasList, item })),
    ...frontTags(note, source.textOf(note.path))
      .filter((item) => !held.includes(item))
      .map((item) => ({ list: tagsList, item })),
  ]
  const changed = frontMatterEdits(into, text, (front) =>
    added.reduce((made, { list, item }) => addItem(textBody(front, made), list, item), front.text),
  )
  // A blank line keeps the first line of a note apart from the front matter that it gets.
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const frontEnd = frontMatterEnd(into, text)
  const [made] = frontEnd === 0 ? changed : []
  const front = made === undefined ? '' : `${made.after.trimEnd()}\n\n`.replace(/\r?\n/g, eol)
  const end = Math.max(frontEnd, text.trimEnd().length)
  const { changes, messages } = joinAt(source, {
    note,
    into,
    span: { start: end, end },
    level: 2,
    front,
    edits: made === undefined ? changed : [],
    messages: lostKeys(note, ['title', 'alias', 'aliases', 'tag', 'tags']),
  })
  return { changes: { ...changes, title: `merge ${note.path} into ${into.path}` }, messages }
}

interface Join {
  readonly note: Note
  readonly into: Note
  /** The range that the note replaces. */
  readonly span: Span
  /** The level that the note's title gets. */
  readonly level: number
  /** What the other note gets in front, and its further edits. */
  readonly front: string
  readonly edits: readonly Edit[]
  readonly messages: readonly string[]
}

function joinAt(source: PlanSource, { note, into, span, level, front, edits, messages }: Join): Plan {
  const text = source.textOf(into.path)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const above = text.slice(0, span.start)
  const end = span.end + (/^[^\S\r\n]+/.exec(text.slice(span.end))?.[0].length ?? 0)
  const below = text.slice(end)
  requireClosed(source, below.trim() === '' ? into : note)
  const before = above.trim() === '' || /\n[ \t]*\r?\n$/.test(above) ? '' : above.endsWith('\n') ? eol : eol + eol
  const after = below.trim() === '' ? (below === '' ? eol : '') : /^\r?\n[ \t]*\r?\n/.test(below) ? '' : eol
  const { body, tail } = bodyOf(source, { note, into, level, eol, isLast: below.trim() === '' })
  const rest = { start: end, end: tail === undefined ? text.length : Math.max(end, text.trimEnd().length) }
  const pieces: readonly NotePiece[] = [
    newText(front),
    sliceOf(into.path, { start: 0, end: span.start }, edits),
    newText(before),
    ...body,
    newText(after),
    sliceOf(into.path, rest),
    ...(tail === undefined ? [] : [newText(endsDefining(into, text) ? eol : eol + eol), tail, newText(eol)]),
  ]
  const notes = new Map<NotePath, readonly NotePiece[]>([[into.path, pieces]])
  return keepRegrouped(source, { title: '', notes, removed: new Set([note.path]), tops: new Set(), messages })
}

/**
 * The body of a note as a section: its title as the heading, then the rest; `tail` are the definitions at its end, which go to the end of
 * the other note.
 */
function bodyOf(
  source: PlanSource,
  {
    note,
    into,
    level,
    eol,
    isLast,
  }: {
    readonly note: Note
    readonly into: Note
    readonly level: number
    readonly eol: string
    readonly isLast: boolean
  },
): { readonly body: readonly NotePiece[]; readonly tail?: NotePiece } {
  const text = source.textOf(note.path)
  const start = bodyAt(note, text)
  const first = note.headings[0]
  const hasTitle = first !== undefined && first.level === 1 && text.slice(start, first.span.start).trim() === ''
  const from = hasTitle ? first.span.start : start
  const span = { start: from, end: Math.max(from, text.trimEnd().length) }
  const highest = Math.min(...note.headings.map((heading) => heading.level))
  // When the title is only a file name, the highest heading goes one level below it.
  const by = hasTitle ? level - 1 : Number.isFinite(highest) ? level + 1 - highest : 0
  const changed = [...shiftHeadings(note, text, span, by), ...renameLabels(source, note, into)]
  const edits = [...changed, ...lineEndEdits(text, eol, changed)]
  const defined = isLast ? span.end : tailStart(note, text)
  const end = from + text.slice(from, Math.max(from, defined)).trimEnd().length
  const slice = sliceOf(note.path, { start: from, end }, edits)
  const { gone, ...tail } = tailPiece(note, text, { start: defined, end: span.end }, edits)
  if (hasTitle) return { body: [{ ...slice, topOf: note.path }, ...gone], ...tail }
  const heading = `${'#'.repeat(level)} ${note.title}${end > start ? eol + eol : ''}`
  return { body: [{ kind: 'text', text: heading, topOf: note.path }, slice, ...gone], ...tail }
}

/** Where in another note a note goes, and at which heading level. */
function placeFor(
  source: PlanSource,
  note: Note,
  into: Note,
  text: string,
): { readonly span: Span; readonly level: number } {
  const links = source.vault.linksTo(note.path).filter(({ from, link }) => from === into && link.kind !== 'property')
  const sections = sectionsOf(into, text)
  const sectionAt = (offset: number): Section | undefined =>
    sections.findLast(({ span }) => span.start <= offset && offset < span.end)
  const blocks = readDocument(text, into)
  for (const { link } of links) {
    const alone = paragraphOf(blocks, link.span)
    if (alone === undefined) continue
    const around = sectionAt(alone.start)
    return { span: alone, level: Math.min(6, (around?.heading.level ?? 1) + 1) }
  }
  const [first] = links
  const around = first && sectionAt(first.link.span.start)
  const end = around === undefined || around.heading.level === 1 ? text.trimEnd().length : around.span.end
  return { span: { start: end, end }, level: Math.min(6, Math.max(1, around?.heading.level ?? 1) + 1) }
}

/** The lines of a paragraph, or of a list with one item, that contains nothing but a link. */
function paragraphOf(blocks: readonly BlockToken[], link: Span): Span | undefined {
  const block = blocks.find(({ span }) => span.start <= link.start && link.end <= span.end)
  if (block?.type !== 'paragraph') return undefined
  return block.span.start === link.start && block.span.end === link.end && block.id === undefined
    ? block.span
    : undefined
}

/** The names by which links find the note, without those that other notes have too. */
function aliasesFrom({ index: { names } }: Vault, note: Note, into: Note): readonly string[] {
  const stem = fileStem(note.path)
  const all = [note.title, ...(nameSlug(stem) === nameSlug(note.title) ? [] : [stem]), ...note.aliases]
  const isFree = (name: string): boolean =>
    [...(names.withTitle(name) ?? []), ...(names.withAlias(name) ?? [])].every((path) => path === note.path)
  return [...new Set(all)].filter((name) => name !== into.title && isFree(name))
}

/** The tags of a note that are not hashtags in its text; those of a Logseq page as they are written, since some are links. */
function frontTags(note: Note, text: string): readonly string[] {
  if (formOf(note, text).form === 'page')
    return pageList(textBody({ path: note.path, form: 'page' }, text), tagsList).items
  const inline = new Set(note.inlineTags.map(({ tag }) => tag))
  return note.tags.filter((tag) => !inline.has(tag))
}

function lostKeys({ metadata, path }: Note, kept: readonly string[]): readonly string[] {
  const keys = Object.keys(metadata).filter((key) => !kept.includes(key.toLowerCase()))
  return keys.length === 0
    ? []
    : [`of the front matter of ${path} these keys go to the trash with it: ${keys.join(', ')}`]
}

/** Fails when a note ends inside an unclosed block, which would swallow what comes below it. */
function requireClosed({ textOf }: PlanSource, note: Note): void {
  if (!endsOpen(note, textOf(note.path))) return
  fail({
    kind: 'refused',
    message: `${note.path} ends in a code block or comment that is never closed; nothing was changed`,
    hint: `close it, since what comes below would be part of it: wend open "${note.path}"`,
  })
}

function requireOther(note: Note, into: Note): void {
  if (note === into) fail({ kind: 'usage', message: `${note.path} cannot be put into itself` })
}
