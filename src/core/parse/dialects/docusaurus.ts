import type { ToolGrammar } from './tool-grammar.ts'

/** A comment in braces, as in MDX (mdxjs.com/docs/what-is-mdx); one that reaches over blank lines is a block of its own (`WideMarks`). */
export const docusaurus: ToolGrammar = {
  afterAddress: ['{/*'],
  marks: [
    {
      type: 'comment',
      starts: '{',
      detail: false,
      read(source, at) {
        const end = source.mdxCommentEnd(at)
        return end === -1 ? undefined : { type: 'comment', start: at, end }
      },
    },
  ],
}
