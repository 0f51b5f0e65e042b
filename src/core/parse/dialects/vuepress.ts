import type { ToolGrammar } from './tool-grammar.ts'

/** `[[toc]]`, where VuePress puts the headings of a page, is no link. */
export const vuepress: ToolGrammar = {
  adapt: (piece) => {
    const isContents = piece.kind === 'wiki' && piece.text === undefined && /^toc$/i.test(piece.target)
    return isContents ? { type: 'comment', start: piece.start, end: piece.end } : piece
  },
}
