import { followsWikiRules } from '../model/link.ts'
import { foldName } from '../vault/fold.ts'
import { percentDecode } from '../model/percent-decode.ts'
import { withoutNoteExtension } from '../vault/file-index.ts'
import type { Rule } from './rule.ts'
import { perStyle } from './styled-link.ts'

/**
 * A link that holds only because case is ignored. A markdown link in the wrong case is broken on case-sensitive systems and on
 * the web; among readers of wikilinks most ignore case, so there it is only worth knowing.
 */
export const caseMismatch: Rule = {
  severity: 'warning',
  summary: 'A link in another case than the file it means',
  find: perStyle(
    'case-mismatch',
    ({ link, path }) => `"${link.target}" is in another case than ${path}`,
    ({ link, path, resolution }) => {
      const encoded =
        !followsWikiRules(link) || ('styles' in resolution && resolution.styles.includes('encoded-wikilink'))
      return inCaseOf(encoded ? percentDecode(link.target) : link.target, path)
    },
    { milder: ({ link }) => (followsWikiRules(link) ? 'info' : undefined) },
  ),
}

/** The target with each segment in the case of the file's path; segments are matched from the end. */
function inCaseOf(target: string, path: string): string {
  const actual = path.split('/').reverse()
  return target
    .split(/(?<=[/\\])/)
    .reverse()
    .map((piece, index) => matchCase(piece, actual[index] ?? ''))
    .reverse()
    .join('')
}

function matchCase(piece: string, actual: string): string {
  const [, name = '', slash = ''] = /^(.*?)([/\\]?)$/s.exec(piece) ?? []
  for (const spelling of [actual, withoutNoteExtension(actual)])
    if (foldName(name) === foldName(spelling)) return spelling + slash
  return piece
}
