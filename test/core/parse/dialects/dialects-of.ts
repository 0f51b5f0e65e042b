import type { ToolSyntax, VaultDialects } from '../../../../src/core/model/tool-dialect.ts'
import { scanMarkdown } from '../../../../src/core/parse/scan-markdown.ts'

/** The dialects of a vault of one tool, as far as its notes are read by them. */
export function dialectsOf(syntax: ToolSyntax): VaultDialects {
  return {
    ...{ tools: [syntax], sites: [], assets: [], rootMarks: [] },
    admonitions: syntax === 'mkdocs',
    pages: syntax === 'logseq',
    syntax: [syntax],
  }
}

/** The links of a text, each as `kind/tool target#anchor |shown «as written» «its target»`. */
export function linksOf(text: string, syntax: ToolSyntax): readonly string[] {
  return scanMarkdown(text, 0, dialectsOf(syntax)).links.map((link) => {
    const { kind, target, anchor, span, targetSpan } = link
    const tool = 'tool' in link && link.tool !== undefined ? `/${link.tool}` : ''
    const shown = 'text' in link && link.text !== undefined ? ` |${link.text}` : ''
    const of = anchor === undefined ? '' : `#${anchor}`
    const [whole, named] = [span, targetSpan].map(({ start, end }) => `«${text.slice(start, end)}»`)
    return `${kind}${tool} ${target}${of}${shown} ${whole ?? ''} ${named ?? ''}`
  })
}
