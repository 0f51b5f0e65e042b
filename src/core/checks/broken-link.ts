import { namesFile } from '../vault/names-file.ts'
import type { Link } from '../model/link.ts'
import type { Note } from '../model/note.ts'
import type { Suggester } from '../query/names/suggester.ts'
import { atLink, type Finding, perBrokenLink, type Rule } from './rule.ts'

/** A link to a note or folder that does not exist. */
export const brokenLink: Rule = {
  severity: 'error',
  summary: 'A link to a note that does not exist',
  find: perBrokenLink(({ from, link, resolution }, suggester) => {
    if (namesFile(link)) return undefined
    if (link.tool === 'block') return atLink(from, link, `no block has the id "${link.target}"`)
    const suggestions = suggester.forLink(from, link)
    return {
      ...atLink(
        from,
        link,
        resolution.status === 'outside'
          ? `nothing at "${link.target}", which lies outside the vault`
          : `no note named "${link.target}"`,
        suggestions,
      ),
      ...fixesOf(suggester, from, link),
    }
  }),
}

/** The fix when there is a certain one, else the typo that the link probably is. */
function fixesOf(suggester: Suggester, from: Note, link: Link): Pick<Finding, 'fix' | 'typo'> {
  const fix = suggester.clearFix(from, link)
  if (fix !== undefined) return { fix }
  const typo = suggester.typoFix(from, link)
  return typo === undefined ? {} : { typo: { fix: typo, word: typo.word } }
}
