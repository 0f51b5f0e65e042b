import { percentDecode } from '../model/percent-decode.ts'
import type { Rule } from './rule.ts'
import { perStyle } from './styled-link.ts'

/** A wikilink with percent-encoding, which wikilinks do not have: other programs look for a file with exactly that name. */
export const encodedWikilink: Rule = {
  severity: 'warning',
  summary: 'A wikilink with percent-encoding, which only markdown links have',
  find: perStyle(
    'encoded-wikilink',
    ({ link, path }) => `wikilinks are not percent-encoded: "${link.target}" is read as ${path}`,
    ({ link }) => percentDecode(link.target),
  ),
}
