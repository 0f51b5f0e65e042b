import type { ToolSyntax } from '../../model/tool-dialect.ts'
import { dendron } from './dendron.ts'
import { docfx } from './docfx.ts'
import { docusaurus } from './docusaurus.ts'
import { hugo } from './hugo.ts'
import { logseq } from './logseq-links.ts'
import { mkdocs } from './mkdocs.ts'
import type { ToolGrammar, ToolGrammars } from './tool-grammar.ts'
import { vuepress } from './vuepress.ts'

/** The inline syntax of every tool that has some of its own, one line each; a member of `ToolSyntax` without a line does not compile. */
export const toolGrammars: ToolGrammars = { logseq, hugo, dendron, docfx, mkdocs, vuepress, docusaurus }

/** The grammars of the tools of a vault, in their order. */
export function toolGrammarsOf(syntax: readonly ToolSyntax[]): readonly ToolGrammar[] {
  return syntax.map((one) => toolGrammars[one])
}
