import { fileStem, relativePath } from '../model/note-path.ts'
import type { Rule } from './rule.ts'
import { perStyle } from './styled-link.ts'

/** A markdown link that only a search through all folders finds: browsers and GitHub do not. */
export const nonPortableLink: Rule = {
  severity: 'info',
  summary: 'A markdown link that GitHub and browsers would not find',
  find: perStyle(
    'non-portable-link',
    ({ link, path }) => `"${link.target}" is no path from here; it is found as ${path}, but not by GitHub or a browser`,
    ({ from, path }) => relativePath(from.path, path),
    { isCertain: ({ path }) => !/^(?:index|readme)$/i.test(fileStem(path)) },
  ),
}
