import type { LinkedEditingRanges, Range, WorkspaceEdit } from 'vscode-languageserver/node'
import type { ChangeSet } from '../../../core/model/change.ts'
import { fail } from '../../../core/model/failure.ts'
import type { Note } from '../../../core/model/note.ts'
import { fileStem, type NotePath } from '../../../core/model/note-path.ts'
import { targetPath } from '../../../core/model/resolution.ts'
import type { Span } from '../../../core/model/span.ts'
import { editAt } from '../../../core/plan/draft.ts'
import { renameHeading } from '../../../core/plan/rename/rename-heading.ts'
import { readNewName, renameNote } from '../../../core/plan/rename/rename-note.ts'
import { renameTag } from '../../../core/plan/rename/rename-tag.ts'
import { resolveAnchor } from '../../../core/vault/resolve-anchor.ts'
import { editOfDefinition, editOfUse } from '../../../core/plan/rename/rename-label.ts'
import { anchorSpan, elementAt, type NoteElement } from '../element-at.ts'
import type { Subject, Workspace } from '../workspace.ts'
import { type EditAbilities, toWorkspaceEdit } from './workspace-edit.ts'
import { isTitleHeading } from '../../../core/model/title-heading.ts'
import { inWords } from '../session.ts'

/** Something that can be renamed: the place of its name, its present name, and the plan of a rename. */
interface Renamable {
  readonly span: Span
  readonly placeholder: string
  readonly plan: (name: string) => Promise<ChangeSet>
}

/** The place of the name at an offset, and the name; undefined when nothing can be renamed. */
export function renameRange(subject: Subject, offset: number): { range: Range; placeholder: string } | undefined {
  const found = renamableAt(subject, offset)
  return found && { range: subject.positions.range(found.span), placeholder: found.placeholder }
}

/** The change that gives the thing at an offset another name, everywhere. */
export async function renameAt(
  workspace: Workspace,
  subject: Subject,
  request: { readonly offset: number; readonly name: string; readonly abilities: EditAbilities },
): Promise<WorkspaceEdit | undefined> {
  const found = renamableAt(subject, request.offset)
  if (found === undefined) return undefined
  const changes = await inWords(() => found.plan(request.name))
  return toWorkspaceEdit(workspace, subject.home, changes, request.abilities)
}

/** The places of a label (of a link definition or footnote) that change together while one is typed. */
export async function linkedRanges(subject: Subject, offset: number): Promise<LinkedEditingRanges | null> {
  const kind = elementAt(subject, offset)?.kind
  if (kind !== 'label' && kind !== 'footnote') return null
  const plan = await renamableAt(subject, offset)?.plan('x')
  const edits = plan?.changes.flatMap((change) => (change.kind === 'edit' ? change.edits : [])) ?? []
  if (edits.length < 2 || edits.some(({ before }) => before !== edits[0]?.before)) return null
  return { ranges: edits.map(({ span }) => subject.positions.range(span)) }
}

function renamableAt(subject: Subject, offset: number): Renamable | undefined {
  const element = elementAt(subject, offset)
  if (element === undefined) return undefined
  const { note, text } = subject
  switch (element.kind) {
    case 'link':
      return renamableLink(subject, element)
    case 'heading': {
      const { heading } = element
      if (note.titleSource !== 'file' && isTitleHeading(heading, note)) return titleOf(subject, note, heading.textSpan)
      return headingOf(subject, note, heading.textSpan, heading.text)
    }
    case 'tag':
      return {
        span: { start: element.span.start + 1, end: element.span.end },
        placeholder: element.tag.tag,
        plan: async (name) => renameTag(await subject.home.planSource(), element.tag.tag, name).changes,
      }
    case 'label':
      return labelOf(subject, element.label, element.span)
    case 'block':
      return blockOf(subject, note, element.id, { start: element.span.start + 1, end: element.span.end })
    case 'footnote': {
      const { id } = element.footnote
      const start = text.indexOf('[^', element.span.start) + 2
      return {
        span: { start, end: start + id.length },
        placeholder: id,
        plan: (name) => Promise.resolve(footnoteRenamed(subject, id, name)),
      }
    }
  }
}

function renamableLink(subject: Subject, element: Extract<NoteElement, { kind: 'link' }>): Renamable | undefined {
  const { vault, text } = subject
  const { link, resolution } = element.resolved
  const target = vault.note(targetPath(resolution) ?? '')
  if (target === undefined) return undefined
  const anchor = anchorSpan(text, element.resolved)
  if (element.part === 'anchor' && anchor !== undefined && link.anchor !== undefined) {
    const match = resolveAnchor(target, link.anchor)
    if (match?.kind === 'heading') return headingOf(subject, target, anchor, match.heading.text)
    return match?.kind === 'block'
      ? blockOf(subject, target, match.id, { start: anchor.start + 1, end: anchor.end })
      : undefined
  }
  if (resolution.status === 'broken-anchor' && element.part === 'anchor') return undefined
  return titleOf(subject, target, link.targetSpan)
}

/** The name of a note to rename: its title if it has one of its own, else its file name. */
function titleOf({ home }: Subject, note: Note, span: Span): Renamable {
  const isFile = note.titleSource === 'file'
  return {
    span,
    placeholder: isFile ? fileStem(note.path) : note.title,
    plan: async (name) => {
      const wanted = readNewName(note, name, { only: undefined, isFolder: () => false })
      return renameNote(await home.planSource(), note, wanted).changes
    },
  }
}

function headingOf({ home }: Subject, note: Note, span: Span, placeholder: string): Renamable {
  return {
    span,
    placeholder,
    plan: async (name) => renameHeading(await home.planSource(), note, placeholder, name).changes,
  }
}

function blockOf({ home, vault }: Subject, note: Note, id: string, span: Span): Renamable {
  return {
    span,
    placeholder: id,
    plan: async (name) => {
      const wanted = name.replace(/^\^/, '')
      if (!/^[A-Za-z0-9-]+$/.test(wanted))
        fail({ kind: 'usage', message: `"${name}" is no block id: letters, digits and - alone` })
      if (note.blocks.some((block) => block.id === wanted))
        fail({ kind: 'refused', message: `^${wanted} is there already` })
      const text = home.textOf(note.path)
      const block = note.blocks.find((one) => one.id === id)
      if (block === undefined) return { title: `rename ^${id}`, changes: [] }
      const edits = new Map<NotePath, ReturnType<typeof editAt>[]>([
        [note.path, [editAt(text, block.span.start + 1, block.span.end, wanted)]],
      ])
      const { path } = note
      for (const resolved of [...vault.allLinksTo(path), ...vault.canvasLinksTo(path), ...vault.linksFrom(path)]) {
        const { from, link, resolution } = resolved
        if (targetPath(resolution) !== path || link.anchor?.toLowerCase() !== `^${id}`.toLowerCase()) continue
        const source = home.textOf(from.path)
        const anchor = anchorSpan(source, resolved)
        if (anchor === undefined) continue
        const list = edits.get(from.path) ?? []
        list.push(editAt(source, anchor.start + 1, anchor.end, wanted))
        edits.set(from.path, list)
      }
      return {
        title: `rename the block ^${id} to ^${wanted}`,
        changes: [...edits].map(([path, list]) => ({ kind: 'edit', path, original: home.textOf(path), edits: list })),
      }
    },
  }
}

function labelOf({ note, text }: Subject, label: string, span: Span): Renamable {
  return {
    span,
    placeholder: text.slice(span.start, span.end),
    plan: (name) => {
      const wanted = name.trim()
      if (wanted === '' || /[[\]]/.test(wanted)) fail({ kind: 'usage', message: `"${name}" cannot be a label` })
      if (note.definitions.some((one) => one.label === wanted.toLowerCase() && one.label !== label))
        fail({ kind: 'refused', message: `[${wanted}] is defined already` })
      const definitions = note.definitions
        .filter((one) => one.label === label)
        .map((one) => editOfDefinition(text, one, wanted))
      const uses = note.links.flatMap((link) =>
        'label' in link && link.label === label ? [editOfUse(text, link, wanted)] : [],
      )
      return Promise.resolve({
        title: `rename the label [${label}] to [${wanted}]`,
        changes: [{ kind: 'edit', path: note.path, original: text, edits: [...definitions, ...uses] }],
      })
    },
  }
}

function footnoteRenamed({ note, text }: Subject, id: string, name: string): ChangeSet {
  const wanted = name.trim().replace(/^\^/, '')
  if (wanted === '' || /[\s[\]^]/.test(wanted))
    fail({ kind: 'usage', message: `"${name}" cannot be the name of a footnote` })
  if (note.footnotes.some((one) => one.id === wanted))
    fail({ kind: 'refused', message: `[^${wanted}] is there already` })
  const edits = note.footnotes
    .filter((one) => one.id === id)
    .map(({ span }) => text.indexOf('[^', span.start) + 2)
    .map((start) => editAt(text, start, start + id.length, wanted))
  return {
    title: `rename [^${id}] to [^${wanted}]`,
    changes: [{ kind: 'edit', path: note.path, original: text, edits }],
  }
}
