import type { Problem } from '../checks/check-vault.ts'
import type { Fix } from '../checks/rule.ts'
import { type Change, type ChangeSet, type Edit, editText } from '../model/change.ts'
import { followsWikiRules, type Link, readOnlyTool } from '../model/link.ts'
import type { Note } from '../model/note.ts'
import { targetPath } from '../model/resolution.ts'
import type { Span } from '../model/span.ts'
import { isInCell } from '../parse/cells-of.ts'
import { parseNote } from '../parse/parse-note.ts'
import { percentDecode } from '../model/percent-decode.ts'
import type { Vault } from '../vault/vault.ts'
import { editAt, type PlanSource } from './draft.ts'
import { encodeDestination } from '../query/links/encode-destination.ts'
import { type Spelling, spellingOf } from './spelling/spelling.ts'
import { writeSpelling } from './spelling/write-spelling.ts'

/** A planned repair: the change, and the problems that it resolves. */
export interface FixPlan {
  readonly changes: ChangeSet
  readonly fixed: readonly Problem[]
}

/**
 * Plans the fixes of problems. A fix is left out unless the link then resolves to one file, without the problem, and is read from the new
 * text as it was meant; of two fixes at one place the first is taken.
 */
export function fixProblems(source: PlanSource, problems: readonly Problem[]): FixPlan {
  const changes: Change[] = []
  const fixed = new Set<Problem>()
  for (const [note, group] of byNote(source.vault, problems)) {
    const original = source.textOf(note.path)
    const plan: NotePlan = {
      vault: source.vault,
      note,
      text: original,
    }
    const taken = takeTogether(plan, group) ?? takeEach(plan, group)
    if (taken.length > 0)
      changes.push({ kind: 'edit', path: note.path, original, edits: taken.flatMap(({ edits }) => edits) })
    for (const { problem } of taken) fixed.add(problem)
  }
  return {
    changes: { title: titleOf(fixed.size), changes },
    fixed: problems.filter((problem) => fixed.has(problem)),
  }
}

/** The problems with fixes, by note, notes in the order of their first problem. */
function byNote(vault: Vault, problems: readonly Problem[]): ReadonlyMap<Note, readonly FixableProblem[]> {
  const groups = new Map<Note, FixableProblem[]>()
  for (const problem of problems) {
    const note = vault.document(problem.path)
    if (note === undefined || problem.fix === undefined) continue
    const group = groups.get(note)
    if (group === undefined) groups.set(note, [{ problem, fix: problem.fix }])
    else group.push({ problem, fix: problem.fix })
  }
  return groups
}

interface FixableProblem {
  readonly problem: Problem
  readonly fix: Fix
}

interface TakenFix {
  readonly problem: Problem
  readonly edits: readonly Edit[]
  /** The link as it is read before and after; absent where text becomes a link. */
  readonly link?: { readonly before: Link; readonly after: Link }
}

/** The note to repair, and its text. */
interface NotePlan {
  readonly vault: Vault
  readonly note: Note
  readonly text: string
}

/** Takes the fixes that hold, tried one after the other. */
function takeEach(plan: NotePlan, problems: readonly FixableProblem[]): readonly TakenFix[] {
  return take(problems, (fix) => {
    if (fix.kind === 'angle') return { edits: planAngle(plan, fix.span) }
    const planned = planLink(plan, fix)
    return planned !== undefined && isRead(plan.note, editText(plan.text, planned.edits), planned.link.after)
      ? planned
      : undefined
  })
}

/** Takes all fixes of links with one parse; undefined when the new text does not give exactly the links that are meant. */
function takeTogether(plan: NotePlan, problems: readonly FixableProblem[]): readonly TakenFix[] | undefined {
  if (problems.length < 2 || problems.some(({ fix }) => fix.kind === 'angle')) return undefined
  const taken = take(problems, (fix) => (fix.kind === 'angle' ? undefined : planLink(plan, fix)))
  const edits = taken.flatMap((one) => one.edits)
  const meant = new Map(taken.flatMap(({ link }) => (link === undefined ? [] : [[placeOf(link.before), link.after]])))
  const now = parsed(plan.note, editText(plan.text, edits)).links
  const { links } = plan.note
  const says = links.every((link, order) => isSame(meant.get(placeOf(link)) ?? link, now[order]))
  return says && now.length === links.length ? taken : undefined
}

/** A key for the place of a link. A reference link has its target elsewhere, so both spans count. */
function placeOf({ span, targetSpan }: Link): string {
  return `${span.start} ${targetSpan.start}`
}

function isSame(meant: Link, read: Link | undefined): boolean {
  return read?.kind === meant.kind && read.target === meant.target && read.anchor === meant.anchor
}

/** Takes each fix that does not touch those taken before. */
function take(
  problems: readonly FixableProblem[],
  plan: (fix: Fix) => Omit<TakenFix, 'problem'> | undefined,
): readonly TakenFix[] {
  const taken: TakenFix[] = []
  const planned: Edit[] = []
  for (const { problem, fix } of problems) {
    const wanted = plan(fix)
    if (wanted === undefined || wanted.edits.length === 0 || !fits(planned, wanted.edits)) continue
    planned.push(...wanted.edits)
    taken.push({ problem, ...wanted })
  }
  return taken
}

function titleOf(count: number): string {
  if (count === 0) return 'nothing can be fixed for certain'
  return count === 1 ? 'fix 1 problem' : `fix ${count} problems`
}

/** The edits that give a link its new spelling, if it then resolves to one file, without the problem. */
function planLink(
  plan: NotePlan,
  fix: Extract<Fix, { kind: 'link' }>,
): Required<Omit<TakenFix, 'problem'>> | undefined {
  const { vault, note, text } = plan
  if (readOnlyTool(fix.link) !== undefined) return undefined
  const spelling = spellingFor(fix)
  const link: Link = { ...fix.link, ...spelling }
  const before = vault.resolve(note, fix.link)
  const after = vault.resolve(note, link)
  if (after.status !== 'ok' || before.status === 'ambiguous') return undefined
  const path = targetPath(before)
  if (path !== undefined && path !== after.path) return undefined
  if ('styles' in before && before.styles.length > 0 && after.styles.length >= before.styles.length) return undefined
  const edits = [
    ...writeSpelling(text, note, fix.link, spelling),
    ...(path === undefined ? [] : keepText(plan, fix.link)),
  ]
  return { edits, link: { before: fix.link, after: link } }
}

/** The parts of target and anchor that change, as the link's syntax writes them. */
function spellingFor({ link, target, anchor }: Extract<Fix, { kind: 'link' }>): Spelling {
  const angle = 'angle' in link && link.angle === true
  const written =
    followsWikiRules(link) || target === link.target
      ? target
      : encodeDestination(target, { raw: link.target, angle, html: link.kind === 'html' })
  return spellingOf(link, written, anchor)
}

/** Puts the destination of `[text](my note.md)` in `<…>`, if that makes it a working link. */
function planAngle({ vault, note, text }: NotePlan, { start, end }: Span): readonly Edit[] {
  const destination = text.slice(start, end)
  if (/[<>\n]|^\s|\s$/.test(destination)) return []
  const edit = editAt(text, start, end, `<${destination}>`)
  const link = parsed(note, editText(text, [edit])).links.find(({ targetSpan }) => targetSpan.start === start + 1)
  return link !== undefined && vault.resolve(note, link).status === 'ok' ? [edit] : []
}

/** A wikilink keeps the text it shows: `[[word count]]` becomes `[[Word count|word count]]`. */
function keepText({ note, text }: NotePlan, link: Link): readonly Edit[] {
  if (link.kind !== 'wiki' || link.text !== undefined || link.anchor !== undefined) return []
  if (percentDecode(link.target) !== link.target) return []
  const { end } = link.targetSpan
  if (text.slice(end, link.span.end) !== ']]') return []
  return [editAt(text, end, end, `${isInCell(note, text, link.span.start) ? '\\|' : '|'}${link.target}`)]
}

/** Whether a link with this target and anchor is read from a text: a name may hold characters that a syntax cannot. */
function isRead(note: Note, text: string, { target, anchor }: Link): boolean {
  return parsed(note, text).links.some((link) => link.target === target && link.anchor === anchor)
}

function parsed(note: Note, text: string): Note {
  return parseNote({ path: note.path, text, facts: note.file, dialects: note.dialects })
}

/** Whether edits can be made together with others: none may overlap, but equal ones (two uses of one definition) may. */
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
