import { CodeActionKind } from 'vscode-languageserver/node'
import { planExtract } from '../../../commands/write/extract.ts'
import { planInline } from '../../../commands/write/join.ts'
import type { ChangeSet } from '../../../core/model/change.ts'
import { FailureError } from '../../../core/model/failure.ts'
import { targetPath } from '../../../core/model/resolution.ts'
import type { Span } from '../../../core/model/span.ts'
import { elementAt } from '../element-at.ts'
import type { Offer } from './offer.ts'
import type { Subject } from '../workspace.ts'

/** Offers to move the section at a heading into a note, and to inline the note of a link when no other note links to it. */
export async function regroupings(subject: Subject, { start }: Span): Promise<readonly Offer[]> {
  const { home, note, vault } = subject
  const context = home.planContext
  const source = await home.planSource()
  const element = elementAt(subject, start)
  if (element?.kind === 'heading' && element.heading.slug !== '') {
    const query = `${note.path}#${element.heading.slug}`
    const plan = (): Promise<{ changes: ChangeSet }> =>
      planExtract(context, source, { query, title: '', dir: undefined })
    return offered('Make this section a note', CodeActionKind.RefactorExtract, plan)
  }
  if (element?.kind !== 'link') return []
  const target = vault.note(targetPath(element.resolved.resolution) ?? '')
  if (target === undefined || target === note || vault.sourcesOf(target.path).some((from) => from !== note.path))
    return []
  const plan = (): Promise<{ changes: ChangeSet }> =>
    planInline(context, source, { query: target.path, into: note.path })
  return offered(`Make "${target.title}" a section of this note`, CodeActionKind.RefactorInline, plan)
}

/** The change as an offer; undefined when it is refused. */
async function offered(
  title: string,
  kind: CodeActionKind,
  plan: () => Promise<{ readonly changes: ChangeSet }>,
): Promise<readonly Offer[]> {
  try {
    return [{ title, kind, changes: (await plan()).changes }]
  } catch (error) {
    if (error instanceof FailureError) return []
    throw error
  }
}
