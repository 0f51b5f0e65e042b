import { spellTarget } from '../query/links/spell-target.ts'
import type { Rule } from './rule.ts'
import { perStyle } from './styled-link.ts'

/** A link that holds by alias only; `--strict` makes it an error. */
export const resolvedByAlias: Rule = {
  severity: 'info',
  optional: true,
  summary: 'A link by alias, which Obsidian, zk and foam do not follow',
  find: perStyle(
    'resolved-by-alias',
    ({ link, path }) => `"${link.target}" is the alias, not the file name, of ${path}`,
    ({ from, link, path }, { vault }) => spellTarget(vault, from, link, path),
  ),
}
