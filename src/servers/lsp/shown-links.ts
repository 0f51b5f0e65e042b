import { type CodeLens, type DocumentLink, type InlayHint, InlayHintKind } from 'vscode-languageserver/node'
import { join } from 'node:path'
import { targetPath } from '../../core/model/resolution.ts'
import { fileStem } from '../../core/model/note-path.ts'
import type { Span } from '../../core/model/span.ts'
import { headingNamed, resolveAnchor } from '../../core/vault/resolve-anchor.ts'
import { foldName } from '../../core/vault/fold.ts'
import { neutralise } from '../../view/neutralise.ts'
import { plainCount } from './hover.ts'
import type { Subject, Workspace } from './workspace.ts'
import { titleHeading } from '../../core/model/title-heading.ts'

/** The links of a note that lead to a file, with its title. */
export function documentLinksOf(workspace: Workspace, { home, vault, note, positions }: Subject): DocumentLink[] {
  return vault.linksFrom(note.path).flatMap(({ link, resolution }): DocumentLink[] => {
    const range = positions.range(link.span)
    if (resolution.status === 'external')
      return /^https?:/i.test(resolution.url) ? [{ range, target: resolution.url }] : []
    const path = targetPath(resolution)
    if (path === undefined) return []
    const target = vault.note(path)
    const text = target === undefined ? path : [target.title, target.summary].filter(Boolean).join(': ')
    return [{ range, target: workspace.fileUri(join(home.root, path)), tooltip: neutralise(text) }]
  })
}

/** "5 backlinks" above the title, or the first line, and above headings that are linked to. */
export function lensesOf(workspace: Workspace, { home, vault, note, positions }: Subject): CodeLens[] {
  const links = [...vault.linksTo(note.path), ...vault.canvasLinksTo(note.path)]
  const title = titleHeading(note)
  const lens = (span: Span, found: typeof links): CodeLens[] =>
    found.length === 0
      ? []
      : [
          {
            range: positions.range(span),
            command: {
              title: plainCount(found.length, 'backlink'),
              command: 'wend.showReferences',
              arguments: [
                workspace.uri(home, note.path),
                positions.place(span.start),
                found.map(({ from, link }) => ({
                  uri: workspace.uri(home, from.path),
                  range: workspace.range(home, from.path, link.span),
                })),
              ],
            },
          },
        ]
  const top = title?.textSpan ?? { start: 0, end: 0 }
  return [
    ...lens(top, links),
    ...note.headings.flatMap((heading) => {
      if (heading === title) return []
      const here = links.filter(({ link }) => {
        const match = link.anchor === undefined ? undefined : resolveAnchor(note, link.anchor)
        return headingNamed(match) === heading
      })
      return lens(heading.textSpan, here)
    }),
  ]
}

/** The title after a link that is written by path and shows nothing else. */
export function hintsOf({ vault, note, positions }: Subject, span: Span): InlayHint[] {
  return vault.linksFrom(note.path).flatMap(({ link, resolution }): InlayHint[] => {
    if (link.span.end < span.start || link.span.start > span.end || link.text !== undefined) return []
    const target = vault.note(targetPath(resolution) ?? '')
    if (target === undefined || target.path === note.path) return []
    const says = (name: string): boolean => foldName(name) === foldName(target.title)
    if (says(link.target) || says(fileStem(link.target))) return []
    return [
      {
        position: positions.place(link.targetSpan.end),
        label: ` ${neutralise(target.title)}`,
        kind: InlayHintKind.Parameter,
        paddingLeft: true,
      },
    ]
  })
}
