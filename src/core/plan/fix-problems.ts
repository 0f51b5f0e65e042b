import type { Problem } from '../checks/check-vault.ts'
import type { Fix } from '../checks/rule.ts'
import { type Change, type ChangeSet, type Edit, editText } from '../model/change.ts'
import { followsWikiRules, type Link } from '../model/link.ts'
import type { Note } from '../model/note.ts'
import { targetPath } from '../model/resolution.ts'
import type { NotePath } from '../model/note-path.ts'
import type { Span } from '../model/span.ts'
import { parseNote } from '../parse/parse-note.ts'
import { percentDecode } from '../vault/percent-decode.ts'
import type { Vault } from '../vault/vault.ts'
import { editAt, type PlanSource } from './draft.ts'
import { encodeDestination } from '../query/encode-destination.ts'
import type { Spelling } from './spelling.ts'
import { writeSpelling } from './write-spelling.ts'

/** A planned repair: the change, and the problems that it ends. */
export interface FixPlan {
  readonly changes: ChangeSet
  readonly fixed: readonly Problem[]
}

/**
 * Plans the fixes that problems carry. Each is tried on the text alone first: it is left out unless the link then resolves to one
 * file, without the problem; of two fixes of one place the first is taken.
 */
export function fixProblems(source: PlanSource, problems: readonly Problem[]): FixPlan {
  const edits = new Map<NotePath, Edit[]>()
  const fixed: Problem[] = []
  for (const problem of problems) {
    const note = source.vault.note(problem.path)
    if (note === undefined || problem.fix === undefined) continue
    const text = source.textOf(note.path)
    const planned = edits.get(note.path) ?? []
    const wanted = planFix(source.vault, note, text, problem.fix)
    if (wanted.length === 0 || !fits(planned, wanted)) continue
    edits.set(note.path, [...planned, ...wanted])
    fixed.push(problem)
  }
  const changes = [...edits].map(([path, list]): Change => ({
    kind: 'edit',
    path,
    original: source.textOf(path),
    edits: list,
  }))
  return { changes: { title: titleOf(fixed.length), changes }, fixed }
}

function titleOf(count: number): string {
  return count === 1 ? 'fix 1 problem' : `fix ${count} problems`
}

function planFix(vault: Vault, note: Note, text: string, fix: Fix): readonly Edit[] {
  if (fix.kind === 'angle') return planAngle(vault, note, text, fix.span)
  const spelling = spellingOf(fix)
  const link: Link = { ...fix.link, ...spelling }
  const before = vault.resolve(note, fix.link)
  const after = vault.resolve(note, link)
  if (after.status !== 'ok') return []
  const path = targetPath(before)
  if (path !== undefined && path !== after.path) return []
  if ('styles' in before && before.styles.length > 0 && after.styles.length >= before.styles.length) return []
  const edits = [...writeSpelling(text, note, fix.link, spelling), ...keepText(text, fix.link, path !== undefined)]
  return isRead(note, editText(text, edits), link) ? edits : []
}

/** The new target and anchor as the link's syntax wants them; what stays is left out. */
function spellingOf({ link, target, anchor }: Extract<Fix, { kind: 'link' }>): Spelling {
  const angle = 'angle' in link && link.angle === true
  const written =
    followsWikiRules(link) || target === link.target
      ? target
      : encodeDestination(target, { raw: link.target, angle, html: link.kind === 'html' })
  return {
    ...(written === link.target ? {} : { target: written }),
    ...(anchor === undefined || anchor === link.anchor ? {} : { anchor }),
  }
}

/** Puts the destination of `[text](my note.md)` in `<…>`, if that makes it a link that holds. */
function planAngle(vault: Vault, note: Note, text: string, { start, end }: Span): readonly Edit[] {
  const destination = text.slice(start, end)
  if (/[<>\n]|^\s|\s$/.test(destination)) return []
  const edit = editAt(text, start, end, `<${destination}>`)
  const link = parsed(note, editText(text, [edit])).links.find(({ targetSpan }) => targetSpan.start === start + 1)
  return link !== undefined && vault.resolve(note, link).status === 'ok' ? [edit] : []
}

/** A wikilink that held keeps the words that it shows: `[[word count]]` becomes `[[Word count|word count]]`. */
function keepText(text: string, link: Link, held: boolean): readonly Edit[] {
  if (!held || link.kind !== 'wiki' || link.text !== undefined || link.anchor !== undefined) return []
  if (percentDecode(link.target) !== link.target) return []
  const { end } = link.targetSpan
  if (text.slice(end, link.span.end) !== ']]') return []
  const lineEnd = text.indexOf('\n', end)
  const line = text.slice(text.lastIndexOf('\n', link.span.start) + 1, lineEnd < 0 ? text.length : lineEnd)
  return [editAt(text, end, end, `${line.includes('|') ? '\\|' : '|'}${link.target}`)]
}

/** Whether a text holds a link as it was meant: a name may hold characters that a syntax cannot. */
function isRead(note: Note, text: string, { target, anchor }: Link): boolean {
  return parsed(note, text).links.some((link) => link.target === target && link.anchor === anchor)
}

function parsed(note: Note, text: string): Note {
  return parseNote({ path: note.path, text, facts: note.file })
}

/** Whether edits can be made beside others: equal ones (two uses of one definition) can. */
function fits(planned: readonly Edit[], wanted: readonly Edit[]): boolean {
  return wanted.every((edit) =>
    planned.every(
      ({ span, after }) =>
        edit.span.start >= span.end ||
        span.start >= edit.span.end ||
        (span.start === edit.span.start && span.end === edit.span.end && after === edit.after),
    ),
  )
}
