import { spellTarget } from '../query/links/spell-target.ts'
import type { Rule } from './rule.ts'
import { perStyle } from './styled-link.ts'

/** A link that holds by title only; `--strict` makes it an error. */
export const resolvedByTitle: Rule = {
  severity: 'info',
  optional: true,
  summary: 'A link by title, which Obsidian, zk and foam do not follow',
  find: perStyle(
    'resolved-by-title',
    ({ link, path }) => `"${link.target}" is the title, not the file name, of ${path}`,
    ({ from, link, path }, { vault }) => spellTarget(vault, from, link, path),
  ),
}
