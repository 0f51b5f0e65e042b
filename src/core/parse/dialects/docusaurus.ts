import type { ToolGrammar } from './tool-grammar.ts'

/** A comment in braces, as in MDX (mdxjs.com/docs/what-is-mdx); one that reaches over blank lines is a block of its own (`WideMarks`). */
export const docusaurus: ToolGrammar = {
  marks: [
    {
      type: 'comment',
      starts: '{',
      detail: false,
      read({ text, end: stop }, at) {
        const close = text.startsWith('{/*', at) ? text.indexOf('*/}', at + 3) : -1
        return close === -1 || close + 3 > stop ? undefined : { type: 'comment', start: at, end: close + 3 }
      },
    },
  ],
}
