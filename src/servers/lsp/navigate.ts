import { DocumentHighlightKind, type DocumentHighlight, type Location } from 'vscode-languageserver/node'
import type { Heading, Note } from '../../core/model/note.ts'
import { type ResolvedLink, targetPath } from '../../core/model/resolution.ts'
import type { Span } from '../../core/model/span.ts'
import { percentDecode } from '../../core/model/percent-decode.ts'
import { headingNamed, resolveAnchor } from '../../core/vault/resolve-anchor.ts'
import { labelSpan } from '../../core/parse/links/label-span.ts'
import { elementAt, type NoteElement } from './element-at.ts'
import type { Subject, Workspace } from './workspace.ts'
import { isTitleHeading, titleHeading } from '../../core/model/title-heading.ts'

/** Where a part of a note or a file stands. */
interface Target {
  readonly path: string
  readonly span: Span
}

/** Where the thing at an offset is defined. */
export function definitionsAt(workspace: Workspace, subject: Subject, offset: number): Location[] {
  const element = elementAt(subject, offset)
  if (element === undefined) return []
  return targetsOf(subject, element).map(({ path, span }) => location(workspace, subject, path, span))
}

function targetsOf({ vault, note, text }: Subject, element: NoteElement): readonly Target[] {
  if (element.kind === 'footnote') {
    const at = note.footnotes.find(({ id, role }) => role === 'definition' && id === element.footnote.id)
    return at === undefined ? [] : [{ path: note.path, span: at.span }]
  }
  if (element.kind === 'heading') return [{ path: note.path, span: element.heading.span }]
  if (element.kind !== 'link') return []
  const { link, resolution } = element.resolved
  const label = 'label' in link ? link.label : undefined
  const definition = label === undefined ? undefined : note.definitions.find((one) => one.label === label)
  if (definition !== undefined && element.part === 'target' && targetPath(resolution) === undefined)
    return [{ path: note.path, span: labelSpan(text, definition) }]
  const path = targetPath(resolution)
  if (path === undefined) return []
  const target = vault.note(path)
  return [{ path, span: target === undefined ? { start: 0, end: 0 } : placeIn(target, element.resolved) }]
}

/** The span to which a link leads; without an anchor, the title or the top. */
function placeIn(target: Note, { link }: ResolvedLink): Span {
  const match = link.anchor === undefined ? undefined : resolveAnchor(target, percentDecode(link.anchor))
  const heading = headingNamed(match)
  if (heading !== undefined) return heading.span
  if (match?.kind === 'block') return target.blocks.find(({ id }) => id === match.id)?.span ?? { start: 0, end: 0 }
  return titleHeading(target)?.span ?? { start: target.bodyStart, end: target.bodyStart }
}

/** All places that refer to the thing at an offset. */
export function referencesAt(
  workspace: Workspace,
  subject: Subject,
  offset: number,
  withDefinition: boolean,
): Location[] {
  const element = elementAt(subject, offset)
  const found = spotsOf(subject, element)
  const defined = withDefinition && element !== undefined ? targetsOf(subject, element) : []
  return [...defined, ...found].map(({ path, span }) => location(workspace, subject, path, span))
}

/** The same within the note. */
export function highlightsAt(workspace: Workspace, subject: Subject, offset: number): DocumentHighlight[] {
  const element = elementAt(subject, offset)
  const own =
    element === undefined
      ? []
      : [{ path: subject.note.path as string, span: element.span }, ...targetsOf(subject, element)]
  const seen = new Set<string>()
  return [...own, ...spotsOf(subject, element)]
    .filter(({ path, span }) => path === subject.note.path && !seen.has(`${span.start}`) && seen.add(`${span.start}`))
    .map(({ span }) => ({ range: subject.positions.range(span), kind: DocumentHighlightKind.Read }))
}

function spotsOf(subject: Subject, element: NoteElement | undefined): readonly Target[] {
  const { vault, note } = subject
  if (element === undefined) return linksTo(subject, note, undefined)
  switch (element.kind) {
    case 'link': {
      const target = vault.note(targetPath(element.resolved.resolution) ?? '')
      if (target === undefined) return sameLinks(subject, element.resolved)
      const { anchor } = element.resolved.link
      const match = anchor === undefined ? undefined : resolveAnchor(target, percentDecode(anchor))
      return linksTo(subject, target, headingNamed(match))
    }
    case 'heading':
      return linksTo(subject, note, isTitleHeading(element.heading, note) ? undefined : element.heading)
    case 'block':
      return [...vault.allLinksTo(note.path), ...vault.canvasLinksTo(note.path), ...vault.linksFrom(note.path)]
        .filter(({ link, resolution }) => targetPath(resolution) === note.path && link.anchor === `^${element.id}`)
        .map(({ from, link }) => ({ path: from.path, span: link.span }))
    case 'tag': {
      const folded = element.tag.tag.toLowerCase()
      return vault.notes.flatMap(({ path, inlineTags }) =>
        inlineTags.filter(({ tag }) => tag.toLowerCase() === folded).map(({ span }) => ({ path, span })),
      )
    }
    case 'footnote':
      return note.footnotes
        .filter(({ id }) => id === element.footnote.id)
        .map(({ span }) => ({ path: note.path, span }))
    case 'label':
      return note.links
        .filter((link) => 'label' in link && link.label === element.label)
        .map(({ span }) => ({ path: note.path, span }))
  }
}

/** Links to a note, or to one of its headings, including its own and those of canvases. */
function linksTo({ vault }: Subject, note: Note, heading: Heading | undefined): readonly Target[] {
  const own = vault.linksFrom(note.path).filter(({ resolution }) => targetPath(resolution) === note.path)
  return [...vault.allLinksTo(note.path), ...vault.canvasLinksTo(note.path), ...own]
    .filter(({ link }) => {
      if (heading === undefined) return true
      const match = link.anchor === undefined ? undefined : resolveAnchor(note, percentDecode(link.anchor))
      return headingNamed(match) === heading
    })
    .map(({ from, link }) => ({ path: from.path, span: link.span }))
}

/** Other links with the same missing target. */
function sameLinks({ vault }: Subject, { link, resolution }: ResolvedLink): readonly Target[] {
  return [...vault.notes, ...vault.canvases].flatMap(({ path }) =>
    vault
      .linksFrom(path)
      .filter((other) => other.link.target === link.target && other.resolution.status === resolution.status)
      .map((other) => ({ path, span: other.link.span })),
  )
}

function location(workspace: Workspace, { home }: Subject, path: string, span: Span): Location {
  return { uri: workspace.uri(home, path), range: workspace.range(home, path, span) }
}
