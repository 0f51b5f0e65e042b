import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tests } from 'commonmark-spec'
import fc from 'fast-check'
import type { BlockToken } from '../../../src/core/parse/blocks/block-token.ts'
import type { InlineToken } from '../../../src/core/parse/inlines/inline-token.ts'
import { readDocument } from '../../../src/core/parse/read-document.ts'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'
import type { ToolSyntax, VaultDialects } from '../../../src/core/model/tool-dialect.ts'
import { toolGrammars } from '../../../src/core/parse/dialects/tool-grammars.ts'
import { vaultDialects } from '../../../src/io/vault/vault-dialects.ts'
import { allDocuments, toolDocuments } from './documents.ts'
import { blocksIn, inlinesIn } from './tokens-in.ts'

/** What the tokens of renderers leave out of what the index knows, or add to it, and why. Nothing else differs. */
const EXCEPTIONS = [
  'links of HTML tags: renderers get the tag with its attributes, and a block of HTML as its text',
  'what stands behind the | of a wikilink: renderers get its emphasis, code and formulas, the index the text as written',
  'blocks nested more than 24 deep: renderers get them at that depth',
  'the tags of Logseq, each of which the index takes for a link to the page of its name, those of `tags::` and names behind `alias::` as well',
  'cells beyond the header of their table: nobody shows them (GitHub Flavored Markdown 4.10), the index follows their links',
]

const syntaxes = Object.keys(toolGrammars) as readonly ToolSyntax[]

function dialectsOf(syntax: ToolSyntax): VaultDialects {
  const admonitions = syntax === 'mkdocs'
  return { tools: [syntax], admonitions, sites: [], assets: [], rootMarks: [], pages: false, syntax: [syntax] }
}

/** The line under a header of a table; no underline of a heading, no rule. */
const delimiterRow = /^(?=.*[|:])[ >]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t|:-]*)?$/m

/** Links, formulas, code, comments, hashtags, footnote marks and headings, one line each, sorted. */
type Seen = readonly string[]

function byIndex(text: string, dialects?: VaultDialects): Seen {
  const scan = scanMarkdown(text, 0, dialects)
  return [
    ...scan.links.flatMap(({ kind, target, anchor, span, tool }) =>
      kind === 'html' || tool === 'tag' ? [] : [line(kind, span, `${target}#${anchor ?? ''}`)],
    ),
    ...scan.excluded.flatMap(({ kind, ...span }) => (kind === 'html' ? [] : [line(kind, span)])),
    ...scan.inlineTags.flatMap(({ tag, span, bare }) => (bare === true ? [] : [line('tag', span, tag)])),
    ...scan.footnotes.map(({ id, role, span }) => (role === 'mark' ? line(role, span, id) : line(role, span))),
    ...scan.headings.map(({ level, text: shown, span, slug }) => line('heading', span, `${level} ${shown} ${slug}`)),
  ].sort()
}

function byRenderers(text: string, dialects?: VaultDialects): Seen {
  const tokens = readDocument(text, { bodyStart: 0, dialects })
  return [...blocksIn(tokens).flatMap((token) => ofBlock(token, text)), ...inlinesIn(tokens).flatMap(ofInline)].sort()
}

function ofBlock(token: BlockToken, text: string): readonly string[] {
  const { span } = token
  switch (token.type) {
    case 'heading':
      return [line('heading', span, `${token.level} ${token.text} ${token.slug}`)]
    case 'footnote':
      return [line('definition', { start: span.start, end: text.indexOf(':', span.start) + 1 })]
    case 'code':
    case 'math':
    case 'comment':
      return [line(token.type, span)]
    default:
      return []
  }
}

function ofInline(token: InlineToken): readonly string[] {
  const { span } = token
  switch (token.type) {
    case 'link':
      return [line(token.kind, span, `${token.target}#${token.anchor ?? ''}`)]
    case 'tag':
      return [line('tag', span, token.tag)]
    case 'footnote':
      return [line('mark', span, token.id)]
    case 'code':
    case 'math':
    case 'comment':
      return [line(token.type, span)]
    default:
      return []
  }
}

function line(kind: string, { start, end }: { readonly start: number; readonly end: number }, said = ''): string {
  return `${kind} ${start}-${end} ${said}`.trimEnd()
}

describe(`index and renderers see the same, but for ${EXCEPTIONS.length} things`, () => {
  test('in the examples of CommonMark', () => {
    for (const { markdown } of tests) expect(byRenderers(markdown)).toEqual(byIndex(markdown))
  })

  test('in generated documents', () => {
    fc.assert(
      fc.property(allDocuments, (text) => {
        const [shown, seen] = [byRenderers(text), byIndex(text)]
        if (delimiterRow.test(text)) expect(seen).toEqual(expect.arrayContaining([...shown]))
        else expect(shown).toEqual(seen)
      }),
      { numRuns: Number(process.env['PARSE_RUNS'] ?? 3000) },
    )
  })

  test.each(syntaxes)('in generated documents of %s', (syntax) => {
    const dialects = dialectsOf(syntax)
    fc.assert(
      fc.property(toolDocuments(syntax), (text) => {
        const [shown, seen] = [byRenderers(text, dialects), byIndex(text, dialects)]
        if (delimiterRow.test(text)) expect(seen).toEqual(expect.arrayContaining([...shown]))
        else expect(shown).toEqual(seen)
      }),
      { numRuns: Number(process.env['PARSE_RUNS'] ?? 600) },
    )
  })

  test.each(['logseq', 'dendron', 'mkdocs', 'hugo', 'docfx', 'vuepress', 'docusaurus', 'mdbook'])(
    'in the vault of %s',
    (vault) => {
      const root = join(import.meta.dirname, '../../vaults', vault)
      const dialects = vaultDialects(root)
      const notes = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
      expect(dialects).toBeDefined()
      for (const note of notes) {
        const text = readFileSync(join(root, note), 'utf8')
          .replace(/^(?:---|\+\+\+)\n.*?\n(?:---|\+\+\+)\n/s, '')
          .replace(/^alias::.*$/gm, '')
        expect(byRenderers(text, dialects)).toEqual(byIndex(text, dialects))
      }
    },
  )

  test.each([
    'A GPU costs $2 per hour, see **b** and $x^2$.',
    '[^[[a]]]: b',
    '| a | b |\n|---|---|\n| $$x^2$$ | [[c\\|d]] |',
    '[the $\\ell_1$ norm](b.md) US$5 and $6 [[$AAPL]] [[$GOOG]]',
    ' ^id\na\n=',
    '$$\n\\frac{a}{b}\n$$ [[c]]\n\n```math\nx\n```',
    '> [!note] Title with [[a]] and $x$\n> text #tag\n\n- [x](b.md)\n- [x] `c`',
  ])('in %j', (text) => {
    expect(byRenderers(text)).toEqual(byIndex(text))
  })
})
