import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver/node'
import type { Problem } from '../../../core/checks/check-vault.ts'
import type { ChangeSet } from '../../../core/model/change.ts'
import type { Link } from '../../../core/model/link.ts'
import type { Note } from '../../../core/model/note.ts'
import { isCanvasFile, relativePath } from '../../../core/model/note-path.ts'
import { targetPath } from '../../../core/model/resolution.ts'
import type { Span } from '../../../core/model/span.ts'
import { addItem, aliasList } from '../../../core/plan/front-matter/list-items.ts'
import { editAt } from '../../../core/plan/draft.ts'
import { editFrontMatter } from '../../../core/plan/front-matter/edit-front-matter.ts'
import { findMentions } from '../../../core/plan/find-mentions.ts'
import { fixProblems } from '../../../core/plan/fix-problems.ts'
import { linkMentions } from '../../../core/plan/link-mentions.ts'
import { quoteFor } from '../../../core/plan/spelling/quote-for.ts'
import { textBody } from '../../../core/plan/text/text-body.ts'
import { encodeDestination } from '../../../core/query/links/encode-destination.ts'
import { shortestSpelling } from '../../../core/query/links/spell-target.ts'
import { draftWanted, wantedBy } from '../../../commands/write/missing-notes.ts'
import { readWritingSettings } from '../../../commands/write/writing-settings.ts'
import { createNotes } from '../../../core/plan/write/create-note.ts'
import { diagnosticOf, problemSpan, problemsOf } from '../diagnostics.ts'
import { anchorSpan, elementAt } from '../element-at.ts'
import { FailureError } from '../../../core/model/failure.ts'
import type { Offer } from './offer.ts'
import { regroupings } from './regroupings.ts'
import { tidyings } from './tidy.ts'
import type { Subject, Workspace } from '../workspace.ts'
import { type EditAbilities, toWorkspaceEdit } from './workspace-edit.ts'

/** The code actions for a range of a note. */
export async function actionsAt(
  workspace: Workspace,
  subject: Subject,
  span: Span,
  abilities: EditAbilities,
): Promise<CodeAction[]> {
  const problems = (await problemsOf(subject)).filter((problem) => touches(subject, problem, span))
  const offers = [
    ...(await fixes(subject, problems)),
    ...problems.flatMap((problem) => meant(subject, problem)),
    ...(await Promise.all(problems.map((problem) => created(subject, problem)))).flat(),
    ...(isCanvasFile(subject.note.path) ? [] : await ofMarkdown(subject, span)),
  ]
  return offers.flatMap(({ title, kind, changes, problem, isPreferred }) => {
    const edit = editOf(workspace, subject, changes, abilities)
    if (edit === undefined) return []
    const diagnostics: Diagnostic[] | undefined = problem && [diagnosticOf(subject, problem)]
    return [
      { title, kind, edit, ...(diagnostics ? { diagnostics } : {}), ...(isPreferred === true ? { isPreferred } : {}) },
    ]
  })
}

/** The code actions for markdown, which canvases don't have. */
async function ofMarkdown(subject: Subject, span: Span): Promise<readonly Offer[]> {
  return [
    ...(await mentions(subject, span)),
    ...rewritten(subject, span),
    ...(await alias(subject, span)),
    ...(await regroupings(subject, span)),
    ...tidyings(subject, span),
  ]
}

function editOf(
  workspace: Workspace,
  { home }: Subject,
  changes: ChangeSet,
  abilities: EditAbilities,
): WorkspaceEdit | undefined {
  if (changes.changes.length === 0) return undefined
  try {
    return toWorkspaceEdit(workspace, home, changes, abilities)
  } catch {
    return undefined
  }
}

function touches({ positions }: Subject, problem: Problem, span: Span): boolean {
  const { start, end } = problemSpan(positions, problem)
  return start <= span.end && span.start <= end
}

/** The fixes that are certain: of this problem, and of all problems of its kind in the note at once. */
async function fixes(subject: Subject, problems: readonly Problem[]): Promise<readonly Offer[]> {
  const source = await subject.home.planSource()
  const all = await problemsOf(subject)
  return problems.flatMap((problem) => {
    if (problem.fix === undefined) return []
    const one = fixProblems(source, [problem]).changes
    const same = all.filter(({ code, fix }) => code === problem.code && fix !== undefined)
    const kind = CodeActionKind.QuickFix
    return [
      { title: `Fix: ${problem.message}`, kind, changes: one, problem, isPreferred: true },
      ...(same.length > 1
        ? [{ title: `Fix all ${same.length}: ${problem.code}`, kind, changes: fixProblems(source, same).changes }]
        : []),
    ]
  })
}

/** "did you mean": the suggestions of a problem, each put in place of what is written. */
function meant({ note, text }: Subject, problem: Problem): readonly Offer[] {
  const link = note.links.find(({ line, column }) => line === problem.line && column === problem.column)
  if (link === undefined) return []
  const span =
    problem.code === 'broken-anchor' || problem.code === 'broken-block' ? anchorOf(text, link) : link.targetSpan
  if (span === undefined) return []
  return problem.suggestions.map((suggestion) => ({
    title: `Change to ${suggestion}`,
    kind: CodeActionKind.QuickFix,
    problem,
    changes: edited(
      note.path,
      text,
      [editAt(text, span.start, span.end, quoteFor(suggestion.replace(/^#/, ''), link))],
      problem.code,
    ),
  }))
}

function anchorOf(text: string, link: Link): Span | undefined {
  return anchorSpan(text, { link, from: undefined as never, resolution: { status: 'broken' } })
}

/** An offer to create the note of a broken link, by the configuration and its template. */
async function created({ home, note, vault }: Subject, problem: Problem): Promise<readonly Offer[]> {
  if (problem.code !== 'broken-link') return []
  const resolved = vault
    .linksFrom(note.path)
    .find(({ link }) => link.line === problem.line && link.column === problem.column)
  const wanted = resolved && wantedBy(note, resolved)
  if (wanted === undefined) return []
  const context = home.planContext
  try {
    const draft = await draftWanted(context, await readWritingSettings(context), wanted)
    const { changes } = createNotes(vault, [draft])
    return [{ title: `Create ${draft.path}`, kind: CodeActionKind.QuickFix, problem, changes }]
  } catch (error) {
    if (error instanceof FailureError) return []
    throw error
  }
}

/** Offers to link mentions of notes: the one at the place, and all in the note. */
async function mentions(subject: Subject, span: Span): Promise<readonly Offer[]> {
  const source = await subject.home.planSource()
  const found = findMentions(source, [subject.note])
  const here = found.filter(({ start, text }) => start <= span.end && span.start <= start + text.length)
  const kind = CodeActionKind.RefactorRewrite
  const offers = here.map((mention) => ({
    title: `Link "${mention.text}" to ${mention.target.title}`,
    kind,
    changes: linkMentions(source, [mention]).changes,
  }))
  if (here.length === 0 || found.length < 2) return offers
  return [...offers, { title: `Link all ${found.length} mentions`, kind, changes: linkMentions(source, found).changes }]
}

/** A wikilink as a markdown link, and the reverse. */
function rewritten(subject: Subject, span: Span): readonly Offer[] {
  const { note, text, vault } = subject
  const element = elementAt(subject, span.start)
  if (element?.kind !== 'link') return []
  const { link, resolution } = element.resolved
  const target = vault.note(targetPath(resolution) ?? '')
  const words = target && (link.kind === 'wiki' ? asMarkdown(subject, link, target) : asWiki(subject, link, target))
  if (words === undefined) return []
  const title = link.kind === 'wiki' ? 'Make it a markdown link' : 'Make it a wikilink'
  const edit = editAt(text, link.span.start, link.span.end, words)
  return [{ title, kind: CodeActionKind.RefactorRewrite, changes: edited(note.path, text, [edit], title) }]
}

function asMarkdown({ note }: Subject, link: Link, target: Note): string {
  const destination = encodeDestination(relativePath(note.path, target.path), { raw: '', angle: false, html: false })
  const heading = target.headings.find(({ text, slug }) => text === link.anchor || slug === link.anchor)
  const fragment = link.anchor === undefined ? '' : `#${heading?.slug ?? encodeURIComponent(link.anchor)}`
  return `[${(link.text ?? link.target).replace(/[[\]]/g, '\\$&')}](${destination}${fragment})`
}

function asWiki({ vault }: Subject, link: Link, target: Note): string | undefined {
  if (link.kind !== 'markdown' || link.text === undefined || /[|\]]/.test(link.text)) return undefined
  const spelled = shortestSpelling(vault, target.path)
  const anchor = link.anchor === undefined ? '' : `#${link.anchor}`
  return `[[${spelled}${anchor}${link.text === spelled && anchor === '' ? '' : `|${link.text}`}]]`
}

/** An offer to make the text of a link an alias of its note. */
async function alias(subject: Subject, span: Span): Promise<readonly Offer[]> {
  const { vault, home } = subject
  const element = elementAt(subject, span.start)
  if (element?.kind !== 'link') return []
  const { link, resolution } = element.resolved
  const target = vault.note(targetPath(resolution) ?? '')
  const name = link.text?.trim()
  if (target === undefined || name === undefined || name === '' || /[[\]|#^\n]/.test(name)) return []
  if ([target.title, ...target.aliases].some((known) => known.toLowerCase() === name.toLowerCase())) return []
  try {
    const { changes } = editFrontMatter(await home.planSource(), target, `alias ${name}`, (start) =>
      addItem(textBody(start, start.text), aliasList, name),
    )
    return [{ title: `Add the alias "${name}" to ${target.title}`, kind: CodeActionKind.Refactor, changes }]
  } catch (error) {
    if (error instanceof FailureError) return []
    throw error
  }
}

function edited(
  path: Subject['note']['path'],
  original: string,
  edits: readonly ReturnType<typeof editAt>[],
  title: string,
): ChangeSet {
  return { title, changes: [{ kind: 'edit', path, original, edits }] }
}
