import { isCanvasFile } from '../model/note-path.ts'
import { targetPath } from '../model/resolution.ts'
import { perVault, type Rule } from './rule.ts'

/** A file that no note links to. */
export const unusedAttachment: Rule = {
  severity: 'info',
  optional: true,
  summary: 'A file that no note links to or embeds',
  find: perVault(({ vault }) => {
    const used = new Set<string | undefined>(
      [...vault.notes, ...vault.canvases].flatMap(({ path }) =>
        vault.linksFrom(path).map(({ resolution }) => targetPath(resolution)),
      ),
    )
    return vault.attachments
      .filter(
        ({ path, skipped, leadsTo }) =>
          skipped === undefined && leadsTo === undefined && !used.has(path) && !isCanvasFile(path),
      )
      .map(({ path }) => ({ path, line: 1, column: 1, message: 'no note links to this file', suggestions: [] }))
  }),
}
