import { CARET, OPEN_PAREN } from '../../character.ts'
import { labelEnd } from '../../links/reference.ts'
import type { Mark } from './mark.ts'

/** `[^id]` */
export const footnoteMark: Mark<'footnote'> = {
  type: 'footnote',
  starts: '[',
  detail: false,
  read({ text, end }, at) {
    if (text.charCodeAt(at + 1) !== CARET) return undefined
    const after = labelEnd(text, at, end)
    const id = text.slice(at + 2, after - 1)
    if (after <= at + 3 || text.charCodeAt(after) === OPEN_PAREN || /\s/.test(id)) return undefined
    return { type: 'footnote', start: at, end: after, id }
  },
}
