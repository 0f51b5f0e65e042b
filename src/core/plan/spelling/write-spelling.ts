import type { Edit } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { isInCell } from '../../parse/cells-of.ts'
import { editAt } from '../draft.ts'
import { splitQuery } from './join-segments.ts'
import type { Spelling } from './spelling.ts'
import { quoteFor } from './quote-for.ts'

/** The edits that write a link's new target and anchor where the old ones stand. */
export function writeSpelling(
  text: string,
  note: Note,
  link: Link,
  { target, written, anchor, label, unbracketed }: Spelling,
): readonly Edit[] {
  const { start, end } = unbracketed === true ? link.span : link.targetSpan
  const edits: Edit[] = []
  if (target !== undefined) {
    const raw = text.slice(start, end)
    const bare = followsWikiRules(link) ? target : withoutQuery(raw, target)
    const made = written ?? (link.tool === 'tag' ? tagOf(bare) : keepEscapes(raw, bare, link))
    edits.push(editAt(text, start, end, made))
  }
  const mark = label !== undefined && isInCell(note, text, link.span.start) ? '\\|' : '|'
  const shown = label === undefined || link.canvas === 'file' ? '' : mark + quoteFor(label, link)
  if (anchor !== undefined) edits.push(...anchorEdits(text, note, link, { anchor: quoteFor(anchor, link), shown }))
  else if (shown !== '') edits.push(editAt(text, ...endOfTarget(text, link), shown))
  return edits
}

/** A page as a Logseq tag, in brackets when a plain tag can't have that name. */
function tagOf(page: string): string {
  return /^(?=.*[^\d/])[\p{L}\p{M}\p{N}_/-]+$/u.test(page) ? page : `[[${page}]]`
}

/** The edit of an anchor: replaced, added after a target without one, or removed. */
function anchorEdits(
  text: string,
  note: Note,
  link: Link,
  { anchor, shown }: { readonly anchor: string; readonly shown: string },
): readonly Edit[] {
  if (link.anchor === undefined) return [editAt(text, ...endOfTarget(text, link), `#${anchor}${shown}`)]
  const edit = anchorEdit(text, note, link, anchor + shown)
  if (anchor !== '') return [edit]
  return [editAt(text, text.lastIndexOf('#', edit.span.start - 1), edit.span.end, shown)]
}

/** The empty span behind the target and its query. */
function endOfTarget(text: string, { target, targetSpan }: Link): readonly [number, number] {
  const query = target.includes('?')
    ? (/^\?[^\s#)>"'|\]]*/.exec(text.slice(targetSpan.end, targetSpan.end + 1000))?.[0] ?? '')
    : ''
  return [targetSpan.end + query.length, targetSpan.end + query.length]
}

/** The span of a markdown target excludes a query, which is not edited. */
function withoutQuery(raw: string, target: string): string {
  return raw.includes('?') ? target : splitQuery(target)[0]
}

/** Unchanged segments keep the escapes, entities and doubled quotes with which they were written; others are escaped as needed. */
function keepEscapes(raw: string, newTarget: string, link: Link): string {
  const written = raw.split('/')
  const read = link.target.split('/')
  if (raw === link.target || written.length !== read.length) return quoteFor(newTarget, link)
  const known = new Map(read.map((segment, at) => [segment, written[at] ?? segment]))
  return newTarget
    .split('/')
    .map((segment) => known.get(segment) ?? quoteFor(segment, link))
    .join('/')
}

function anchorEdit(text: string, note: Note, link: Link, anchor: string): Edit {
  if (link.anchorSpan !== undefined) return editAt(text, link.anchorSpan.start, link.anchorSpan.end, anchor)
  const hash = text.indexOf('#', link.targetSpan.end)
  const old = quoteFor(link.anchor ?? '', link)
  const start = text.indexOf(old, hash + 1)
  if (hash < 0 || start < 0 || text.slice(hash + 1, start).trim() !== '')
    return fail({
      kind: 'refused',
      message: `the anchor of the link at ${note.path}:${link.line}:${link.column} is written with escapes, which cannot be renamed; nothing was changed`,
      hint: 'write the anchor without escapes, then run the command again',
    })
  return editAt(text, start, start + old.length, anchor)
}
