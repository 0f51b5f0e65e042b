import type { Mark } from './mark.ts'

/** A tag, instruction, declaration or CDATA section in text (CommonMark 6.6); comments are another mark. */
export const inlineTag: Mark<'html'> = {
  type: 'html',
  starts: '<',
  detail: false,
  read(source, at) {
    const end = source.isComment(at) ? -1 : source.htmlEnd(at)
    return end === -1 ? undefined : { type: 'html', start: at, end }
  },
}
