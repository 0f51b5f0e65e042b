import type { Edit } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import type { Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { editAt } from '../draft.ts'
import type { Spelling } from './spelling.ts'
import { quoteYaml } from './yaml-quote.ts'

/** The edits that write a link's new target and anchor where the old ones stand. */
export function writeSpelling(
  text: string,
  note: Note,
  link: Link,
  { target, written, anchor }: Spelling,
): readonly Edit[] {
  const { start, end } = link.targetSpan
  const edits: Edit[] = []
  if (target !== undefined) {
    const raw = text.slice(start, end)
    const made = written ?? quoteYaml(keepEscapes(raw, link.target, withoutQuery(raw, target)), link)
    edits.push(editAt(text, start, end, made))
  }
  if (anchor !== undefined) edits.push(anchorEdit(text, note, link, quoteYaml(anchor, link)))
  return edits
}

/** The span of a target leaves out a query, which stays where it is. */
function withoutQuery(raw: string, target: string): string {
  const mark = target.indexOf('?')
  return mark < 0 || raw.includes('?') ? target : target.slice(0, mark)
}

/** Segments that stay keep the escapes and entities with which they were written. */
function keepEscapes(raw: string, oldTarget: string, newTarget: string): string {
  const written = raw.split('/')
  const read = oldTarget.split('/')
  if (raw === oldTarget || written.length !== read.length) return newTarget
  const known = new Map(read.map((segment, at) => [segment, written[at] ?? segment]))
  return newTarget
    .split('/')
    .map((segment) => known.get(segment) ?? segment)
    .join('/')
}

function anchorEdit(text: string, note: Note, link: Link, anchor: string): Edit {
  const mark = text.indexOf('#', link.targetSpan.end)
  const old = link.anchor ?? ''
  const start = text.indexOf(old, mark + 1)
  if (mark < 0 || start < 0 || text.slice(mark + 1, start).trim() !== '')
    return fail({
      kind: 'refused',
      message: `the anchor of the link at ${note.path}:${link.line}:${link.column} is written with escapes, which cannot be renamed; nothing was changed`,
      hint: 'write the anchor without escapes, then run the command again',
    })
  return editAt(text, start, start + old.length, anchor)
}
