import { namesFile } from '../vault/names-file.ts'
import { atLink, perBrokenLink, type Rule } from './rule.ts'

/** An image or attachment that does not exist. */
export const missingFile: Rule = {
  severity: 'error',
  summary: 'A link to an image or attachment that does not exist',
  find: perBrokenLink(({ from, link, resolution }, suggester) => {
    if (!namesFile(link)) return undefined
    const where = resolution.status === 'outside' ? ', which lies outside the vault' : ''
    const fix = suggester.clearFix(from, link)
    return {
      ...atLink(from, link, `no file "${link.target}"${where}`, suggester.forLink(from, link)),
      ...(fix === undefined ? {} : { fix }),
    }
  }),
}
