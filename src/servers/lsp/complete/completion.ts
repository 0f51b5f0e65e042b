import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver/node'
import type { Note } from '../../../core/model/note.ts'
import { folderOf, relativePath, type NotePath } from '../../../core/model/note-path.ts'
import { parseNote } from '../../../core/parse/parse-note.ts'
import { encodeDestination } from '../../../core/query/links/encode-destination.ts'
import { findNote } from '../../../core/query/names/find-note.ts'
import type { LinkForm } from '../../../core/model/config.ts'
import { shortestSpelling } from '../../../core/query/links/spell-target.ts'
import { toldAsMarkdown, writeLink } from '../../../core/query/links/write-link.ts'
import { foldName } from '../../../core/vault/fold.ts'
import { percentDecode } from '../../../core/model/percent-decode.ts'
import { blockItems } from './complete-blocks.ts'
import { item, most, type Spot } from './completion-item.ts'
import { inFrontMatter, valueCounts, valuesLike } from './complete-values.ts'
import { plainCount } from '../hover.ts'
import { namesLike, type NamedNote } from './names-like.ts'
import type { Subject } from '../workspace.ts'

/** The completions at an offset; undefined when there are none. */
export function completionsAt(subject: Subject, offset: number): CompletionList | undefined {
  const { text, positions, note } = subject
  const line = positions.lineOf(offset)
  const start = positions.lineStart(line)
  const before = text.slice(start, offset)
  const after = positions.line(line).slice(offset - start)
  if (offset < note.bodyStart) {
    const inValue = /\[\[[^\]|]*$/.test(before)
    if (!inValue) return listOf(inFrontMatter(subject, offset, before))
  } else if (!canLinkAt(subject, offset, before)) return undefined
  const items =
    wikilinks(subject, offset, before, after) ??
    destinations(subject, offset, before, after) ??
    callouts(subject, offset, before) ??
    labels(subject, offset, before, after) ??
    tagsAt(subject, offset, before)
  return items && listOf(items)
}

function listOf(items: readonly CompletionItem[]): CompletionList {
  const sorted = items.slice(0, most).map((item, at) => ({ ...item, sortText: String(at).padStart(4, '0') }))
  return { isIncomplete: true, items: sorted }
}

/** Whether a link written here would be one: not in code, mathematics, comments. */
function canLinkAt({ text, note }: Subject, offset: number, before: string): boolean {
  const begun = /!?\[\[?[^[\]]*$|\]\([^()]*$|#[^\s#]*$/.exec(before)?.[0].length ?? 0
  const at = offset - begun
  const probe = '[[x]]'
  const probed = `${text.slice(0, at)}${probe}${text.slice(offset).replace(/^[^\n[\]]*\]\]|^[^\n()]*\)/, '')}`
  const parsed = parseNote({ path: note.path, text: probed, facts: note.file })
  return parsed.links.some(({ span }) => span.start === at)
}

/** `[[note`, `[[note#heading`, `[[note#^block`, `![[file`. */
function wikilinks(
  subject: Subject,
  offset: number,
  before: string,
  after: string,
): readonly CompletionItem[] | undefined {
  const match = /(!?)\[\[([^[\]|\n]*)$/.exec(before)
  if (match === null) return undefined
  const [, embed, typed = ''] = match
  // The rest of the target after the cursor is replaced, and existing closing brackets become part of the choice.
  const rest = /^[^[\]|\n]*(?=\]\]|\|[^[\]\n]*\]\])/.exec(after)?.[0]
  const closes = rest !== undefined && after.startsWith(']]', rest.length)
  const end = offset + (rest === undefined ? 0 : rest.length + (closes ? 2 : 0))
  const close = rest === undefined || closes ? ']]' : ''
  const spot = { subject, typed, start: offset - typed.length, end }
  const hash = typed.indexOf('#')
  if (hash >= 0) return anchors(spot, typed.slice(0, hash), typed.slice(hash + 1), close)
  if (embed === '!')
    return [...files(spot, (path) => `${shortestSpelling(subject.vault, path)}${close}`), ...wikiItems(spot, close)]
  const isWhole = rest === undefined || closes
  return subject.linkForm === 'markdown' && isWhole && offset >= subject.note.bodyStart
    ? markdownItems(spot)
    : wikiItems(spot, close)
}

function wikiItems(spot: Spot, close: string): readonly CompletionItem[] {
  const { subject, typed } = spot
  return namesLike(subject.vault, typed, most).map((one) => noteItem(spot, one, `${wikiTarget(subject, one)}${close}`))
}

/** Markdown links, which replace the `[[` too. */
function markdownItems(spot: Spot): readonly CompletionItem[] {
  const { subject, typed } = spot
  const whole = { ...spot, typed: `[[${typed}`, start: spot.start - 2 }
  return namesLike(subject.vault, typed, most).map((one) => noteItem(whole, one, writtenLink(subject, one, 'markdown')))
}

/** A link in the configured form; a typed alias becomes its text. */
function writtenLink({ vault, note }: Subject, { note: target, name, kind }: NamedNote, form: LinkForm): string {
  return writeLink(vault, { from: note.path, target, text: kind === 'alias' ? name : undefined }, form)
}

/**
 * The target of a wikilink: in the configured form, else the matched name if only that note has it, else the path with the title as text.
 */
function wikiTarget(subject: Subject, named: NamedNote): string {
  const { vault, note, linkForm = 'markdown' } = subject
  if (linkForm !== 'markdown') return writtenLink(subject, named, linkForm).slice(2, -2)
  const { note: target, name, kind } = named
  if (kind !== 'file' && /^[^[\]|#^\\]+$/.test(name)) {
    const paths = kind === 'title' ? vault.index.names.withTitle(name) : vault.index.names.withAlias(name)
    const isShadowed = vault.index.notesByStem.endingWith(name)?.paths.some((path) => path !== target.path) === true
    if (paths?.length === 1 && !isShadowed) return name
  }
  const path = shortestSpelling(vault, target.path)
  const shown = target.title.replace(/[[\]|]/g, ' ')
  return path === target.title || note.path === target.path ? path : `${path}|${shown}`
}

function noteItem(spot: Spot, { note, name, kind }: NamedNote, newText: string): CompletionItem {
  const { vault } = spot.subject
  const detail = kind === 'alias' ? `${note.title} · ${note.path}` : note.path
  const about = [toldAsMarkdown(note.summary ?? ''), `_${plainCount(vault.backlinkCount(note.path), 'backlink')}_`]
    .filter(Boolean)
    .join('\n\n')
  return item(spot, {
    label: kind === 'file' ? note.title : name,
    newText,
    kind: CompletionItemKind.File,
    detail,
    about,
  })
}

/** Headings and blocks of the note named before the `#`; of this note when none is named. */
function anchors(spot: Spot, named: string, typed: string, close: string): readonly CompletionItem[] {
  const { vault, note } = spot.subject
  const found = named.trim() === '' ? undefined : findNote(vault, named)
  const target = named.trim() === '' ? note : found?.status === 'found' ? found.note : undefined
  if (target === undefined) return []
  const here = { ...spot, start: spot.start + named.length + 1, typed }
  if (typed.startsWith('^')) return blockItems(here, target, close)
  return headingItems(
    here,
    target,
    ({ text }) =>
      `${text
        .replace(/[[\]|#^]/g, ' ')
        .replace(/ +/g, ' ')
        .trim()}${close}`,
  )
}

function headingItems(
  spot: Spot,
  target: Note,
  write: (heading: Note['headings'][number]) => string,
): readonly CompletionItem[] {
  const wanted = foldName(spot.typed)
  return target.headings
    .filter(({ text }) => foldName(text).includes(wanted))
    .map((heading) =>
      item(spot, {
        label: heading.text,
        newText: write(heading),
        kind: CompletionItemKind.Reference,
        detail: `${'#'.repeat(heading.level)} ${target.title}`,
      }),
    )
}

/** `](path`, `](path#heading`. */
function destinations(
  subject: Subject,
  offset: number,
  before: string,
  after: string,
): readonly CompletionItem[] | undefined {
  const match = /\]\(([^()\s<>]*)$/.exec(before)
  if (match === null) return undefined
  const typed = match[1] ?? ''
  const rest = /^[^()\s<>]*(?=\))/.exec(after)?.[0]
  const end = offset + (rest === undefined ? 0 : rest.length + 1)
  const spot = { subject, typed, start: offset - typed.length, end }
  const written = (path: NotePath): string =>
    encodeDestination(relativePath(subject.note.path, path), { raw: '', angle: false, html: false })
  const hash = typed.indexOf('#')
  if (hash >= 0) {
    const target = hash === 0 ? subject.note : noteByPath(subject, typed.slice(0, hash))
    if (target === undefined) return []
    const here = { ...spot, start: spot.start + hash + 1, typed: typed.slice(hash + 1) }
    return headingItems(here, target, ({ slug }) => `${slug})`)
  }
  const notes = namesLike(subject.vault, percentDecode(typed).replace(/^(?:\.\.?\/)+/, ''), most)
  return [
    ...notes.map((named) => noteItem(spot, named, `${written(named.note.path)})`)),
    ...files(spot, (path) => `${written(path)})`),
  ]
}

function noteByPath({ vault, note }: Subject, destination: string): Note | undefined {
  const folder = folderOf(note.path)
  const parts = `${folder}/${percentDecode(destination)}`.split('/').reduce<string[]>((path, part) => {
    if (part === '..') return path.slice(0, -1)
    return part === '' || part === '.' ? path : [...path, part]
  }, [])
  return vault.note(parts.join('/'))
}

function files(spot: Spot, write: (path: NotePath) => string): readonly CompletionItem[] {
  const wanted = foldName(spot.typed)
  return spot.subject.vault.attachments
    .filter(({ path, skipped }) => skipped === undefined && foldName(path).includes(wanted))
    .slice(0, most)
    .map(({ path }) => item(spot, { label: path, newText: write(path), kind: CompletionItemKind.File, detail: 'file' }))
}

/** `[label`, `[text][label`, `[^footnote`. */
function labels(
  subject: Subject,
  offset: number,
  before: string,
  after: string,
): readonly CompletionItem[] | undefined {
  const match = /(?<!\[)\[(\^?)([^[\]^]*)$/.exec(before)
  if (match === null) return undefined
  const [, mark, typed = ''] = match
  const { note, text } = subject
  const end = offset + (after.startsWith(']') ? 1 : 0)
  const spot = { subject, typed, start: offset - typed.length, end }
  const wanted = typed.toLowerCase()
  if (mark === '^')
    return note.footnotes
      .filter(({ role, id }) => role === 'definition' && id.toLowerCase().startsWith(wanted))
      .map(({ id, span }) =>
        item(spot, {
          label: `[^${id}]`,
          newText: `${id}]`,
          kind: CompletionItemKind.Reference,
          detail: text.slice(span.end, span.end + 80).split('\n')[0] ?? '',
        }),
      )
  return note.definitions
    .filter(({ label, duplicate }) => !duplicate && label.toLowerCase().startsWith(wanted))
    .map(({ label, target }) =>
      item(spot, { label, newText: `${label}]`, kind: CompletionItemKind.Reference, detail: target }),
    )
}

function tagsAt(subject: Subject, offset: number, before: string): readonly CompletionItem[] | undefined {
  const match = /(?:^|\s)#([\p{L}\p{M}\p{N}_/-]*)$/u.exec(before)
  if (match === null || (match[1] === '' && /^#+$/.test(before))) return undefined
  const typed = match[1] ?? ''
  const spot = { subject, typed, start: offset - typed.length, end: offset }
  return valuesLike(valueCounts(subject.vault, 'tags'), typed).map(([tag, count]) =>
    item(spot, {
      label: `#${tag}`,
      newText: tag,
      kind: CompletionItemKind.Constant,
      detail: plainCount(count, 'note'),
    }),
  )
}

/** The kinds of callouts that Obsidian and GitHub know. */
const calloutKinds =
  'note tip info important warning caution abstract todo success question failure danger bug example quote'.split(' ')

function callouts(subject: Subject, offset: number, before: string): readonly CompletionItem[] | undefined {
  const match = /^\s*(?:>\s*)+\[!([\w-]*)$/.exec(before)
  if (match === null) return undefined
  const typed = match[1] ?? ''
  const end = offset + (subject.text[offset] === ']' ? 1 : 0)
  const spot = { subject, typed, start: offset - typed.length, end }
  return calloutKinds
    .filter((kind) => kind.startsWith(typed.toLowerCase()))
    .map((kind) =>
      item(spot, { label: kind, newText: `${kind}] `, kind: CompletionItemKind.EnumMember, detail: 'callout' }),
    )
}
