import { fileStem } from '../model/note-path.ts'
import { nameKey } from '../query/names/name-key.ts'
import { spellTarget } from '../query/links/spell-target.ts'
import type { Rule } from './rule.ts'
import { perStyle } from './styled-link.ts'

/** A link that holds by slug only; `--strict` makes it an error. */
export const resolvedBySlug: Rule = {
  severity: 'info',
  optional: true,
  summary: 'A link by slug: equal to a name but for case, spaces and punctuation',
  find: perStyle(
    'resolved-by-slug',
    ({ link, path }) => `"${link.target}" equals no file name; by its slug it is ${path}`,
    ({ from, link, path }, { vault }) => spellTarget(vault, from, link, path),
    {
      isCertain: ({ link, path }, { vault }) => {
        const note = vault.note(path)
        const names = note === undefined ? [] : [fileStem(path), note.title, ...note.aliases]
        return names.some((name) => nameKey(name) === nameKey(link.target))
      },
    },
  ),
}
