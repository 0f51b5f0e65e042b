import { describe, expect, test } from '@jest/globals'
import type { BlockToken, ItemToken } from '../../../../src/core/parse/blocks/block-token.ts'
import type { InlineToken } from '../../../../src/core/parse/inlines/inline-token.ts'
import { plainOf } from '../../../../src/core/parse/plain-text.ts'
import { readDocument } from '../../../../src/core/parse/read-document.ts'
import { dialectsOf } from '../dialects/dialects-of.ts'

const words = (tokens: readonly InlineToken[]): string => JSON.stringify(plainOf(tokens))

/** Everything that a block says, on one line: what it is, `^id`, what is said of it, what it holds in parentheses. */
function said(block: BlockToken): string {
  const id = block.id === undefined ? '' : ` ^${block.id}`
  const inner = (blocks: readonly BlockToken[]): string => `(${blocks.map(said).join(', ')})`
  switch (block.type) {
    case 'paragraph':
      return `p${id} ${words(block.children)}`
    case 'heading':
      return `h${String(block.level)}${id} ${words(block.children)} ${block.text} #${block.slug}${block.anchor === undefined ? '' : ` {${block.anchor}}`}`
    case 'code':
      return `code${id} ${JSON.stringify(block.info)} ${JSON.stringify(block.text)}`
    case 'math':
      return `math${id} ${JSON.stringify(block.tex)}`
    case 'html':
      return `html${id} ${JSON.stringify(block.text)}`
    case 'quote': {
      const { callout } = block
      if (callout === undefined) return `quote${id}${inner(block.children)}`
      const fold = callout.fold === undefined ? '' : ` ${callout.fold}`
      return `${callout.kind}${id}${fold} ${words(callout.title)}${inner(block.children)}`
    }
    case 'list': {
      const item = ({ task, children }: ItemToken): string =>
        `${task === undefined ? '' : `[${task}] `}${children.map(said).join(', ')}`
      const start = block.start === undefined ? '' : ` ${String(block.start)}`
      return `list${id}${start}${block.tight ? '' : ' loose'}(${block.items.map(item).join('; ')})`
    }
    case 'table':
      return `table${id} ${block.alignments.map((one) => one ?? '-').join(' ')} ${[block.head, ...block.rows].map((row) => row.map(words).join('|')).join(' / ')}`
    case 'footnote':
      return `footnote ${block.label}${inner(block.children)}`
    default:
      return `${block.type}${id}`
  }
}

const read = (text: string): readonly BlockToken[] => readDocument(text, { bodyStart: 0 })

describe('blocks as renderers see them', () => {
  test.each([
    // Headings
    ['# A *b* `c` {#d}', 'h1 "A b c" A b c #a-b-c {d}'],
    ['## A ^id', 'h2 ^id "A" A #a'],
    ['# A\n# A\n# A', 'h1 "A" A #a, h1 "A" A #a-1, h1 "A" A #a-2'],
    ['A\nb\n---', 'h2 "A b" A b #a-b'],
    ['# ', 'h1 ""  #'],
    // Code and formulas
    ['``` js x \na\n\n b\n```', 'code "js x" "a\\n\\n b"'],
    ['  ~~~\n   a\n b\n~~~', 'code "" " a\\nb"'],
    ['    a\n\n      b\n\n', 'code "" "a\\n\\n  b"'],
    ['```\n\n\n```', 'code "" "\\n"'],
    ['```\na', 'code "" "a"'],
    ['```math\na\nb\n```', 'math "a\\nb"'],
    ['```mathx\na\n```', 'code "mathx" "a"'],
    ['$$\na\n$$', 'math "a"'],
    ['$$ a $$', 'p "$$ a $$"'],
    ['$$\na\n\nb $$ c', 'math "a\\n\\nb", p "c"'],
    ['$$\na', 'p "$$ a"'],
    ['```\na\n```\n^id', 'code ^id "" "a"'],
    ['x\n$$\na\n$$\ny', 'p "x", math "a", p "y"'],
    ['  $$  \na\n$$', 'math "a"'],
    ['> $$\n> a\n> $$', 'quote(math "a")'],
    ['$$x\na\n$$', 'p "$$x\\na\\n$$"'],
    ['a $$\nb\n$$\nc', 'p "a $$\\nb\\n$$ c"'],
    ['$$\na\n```\n$$\n```', 'p "$$ a", code "" "$$"'],
    ['$$\na\n$$ ^id', 'math ^id "a"'],
    ['$$\na\n~~~', 'p "$$ a", code "" ""'],
    // HTML, rules, comments
    ['%%\na', 'comment'],
    ['x\n%%\na\n%%\ny', 'p "x", comment, p "y"'],
    ['x\n%%\na\n%% y\nz', 'p "x", comment, p "y z"'],
    ['x %%a\nb%% y', 'comment, p "x y"'],
    ['x %%a', 'p "x %%a"'],
    ['100%%\n\n50%% x', 'p "100%%", p "50%% x"'],
    ['x %%a\n\nb\n%%\ny', 'comment, p "x", p "y"'],
    ['| a %%b |\n|---|\n| c%% |', 'table - "a %%b" / "c%%"'],
    ['<div>\na\n\n*b*', 'html "<div>\\na", p "b"'],
    ['<!-- a\n\nb --> c\nd', 'html "<!-- a\\n\\nb --> c", p "d"'],
    ['a\n***\n- - -\n___', 'p "a", rule, rule, rule'],
    ['%%\na\n\nb\n%%\nc', 'comment, p "c"'],
    ['a %%b%%', 'p "a "'],
    // Quotes and callouts
    ['> a\nb\n\nc', 'quote(p "a b"), p "c"'],
    ['> > a\n> b', 'quote(quote(p "a b"))'],
    ['> > a\n>\n> b', 'quote(quote(p "a"), p "b")'],
    ['> [!Tip]- *T*\n> a\n>\n> b', 'tip closed "T"(p "a", p "b")'],
    ['> [!tip]\n> a', 'tip ""(p "a")'],
    ['> [!tip]+ T', 'tip open "T"()'],
    ['> [!tip] T ^id', 'tip ^id "T"()'],
    ['> [!tip] T\n> a ^id', 'tip "T"(p ^id "a")'],
    ['> [!tip] T\r\n>   a\r\n> b', 'tip "T"(p "a b")'],
    ['> a [!tip]', 'quote(p "a [!tip]")'],
    ['> # [!tip]', 'quote(h1 "[!tip]" [!tip] #tip)'],
    // Lists
    ['- a\n- b', 'list(p "a"; p "b")'],
    ['- a\n\n- b', 'list loose(p "a"; p "b")'],
    ['- a\n\n  b', 'list loose(p "a", p "b")'],
    ['- a\n  - b\n\n  - c', 'list(p "a", list loose(p "b"; p "c"))'],
    ['- a\n\n\n1. b', 'list(p "a"), list 1(p "b")'],
    ['3. a\n4. b\n5) c', 'list 3(p "a"; p "b"), list 5(p "c")'],
    ['- a\n+ b\n* c', 'list(p "a"), list(p "b"), list(p "c")'],
    ['- a\n  ```\n\n  ```', 'list(p "a", code "" "")'],
    ['-\n  a', 'list(p "a")'],
    ['-\n\n  a', 'list(), p "a"'],
    ['> - a\n>\n> - b', 'quote(list loose(p "a"; p "b"))'],
    ['> - a\n> - b', 'quote(list(p "a"; p "b"))'],
    ['- > a\n\n  > b', 'list loose(quote(p "a"), quote(p "b"))'],
    ['- [ ] a\n- [x] *b*\n- [X] c\n- [/] d', 'list([ ] p "a"; [x] p "b"; [x] p "c"; [/] p "d")'],
    ['- [x]a\n- [xy] b\n- [ ]\n- [ ]  c', 'list(p "[x]a"; p "[xy] b"; p "[ ]"; [ ] p "c")'],
    ['- [a] b\n\n[a]: c', 'list(p "a b")'],
    ['- [ ] a ^id\n- b ^c', 'list([ ] p ^id "a"; p ^c "b")'],
    ['1. [ ] a', 'list 1([ ] p "a")'],
    ['[ ] a', 'p "[ ] a"'],
    // Tables
    ['| a | b |\n|:--|--:|\n| *c* |\n| d | e | f |', 'table left right "a"|"b" / "c" / "d"|"e"'],
    ['a|b\n-|-\nc|d\n\ne', 'table - - "a"|"b" / "c"|"d", p "e"'],
    ['|a|\n|-|\n|b|\n> c', 'table - "a" / "b", quote(p "c")'],
    ['|a|\n|-|\n\n^id', 'table ^id - "a"'],
    ['x\n|a|\n|-|', 'p "x", table - "a"'],
    // Paragraphs, definitions, footnotes, ids
    ['a ^id\n\nb\n\n^c', 'p ^id "a", p ^c "b"'],
    ['[a]: b\nc [a]', 'p "c a"'],
    ['[^1]: a\n\n    b\nc', 'footnote 1(p "a", p "b c")'],
    ['a[^1]\n\n[^1]: > b', 'p "a", footnote 1(quote(p "b"))'],
    ['  a\n   b  \nc\\\nd', 'p "a b c d"'],
  ])('%j', (text, expected) => {
    expect(read(text).map(said).join(', ')).toBe(expected)
  })

  test.each([
    ['{/*\na\n\nb\n*/}\nc', 'comment, p "c"', 'p "{/* a", p "b */} c"'],
    ['{/* a */}b', 'p "b"', 'p "{/* a */}b"'],
    ['{/*\na', 'p "{/* a"', 'p "{/* a"'],
    ['x\n{/*\n\n*/} y', 'p "x", comment, p "y"', 'p "x {/*", p "*/} y"'],
  ])('comments of MDX in %j', (text, expected, elsewhere) => {
    const of = (more: { readonly dialects?: ReturnType<typeof dialectsOf> }): string =>
      readDocument(text, { bodyStart: 0, ...more })
        .map(said)
        .join(', ')
    expect([of({ dialects: dialectsOf('docusaurus') }), of({}), of({ dialects: dialectsOf('hugo') })]).toEqual([
      ...[expected, elsewhere, elsewhere],
    ])
  })

  test('say where they stand', () => {
    const text = '# A\n\n> b\n> c\n\n- d\n  e\n\n| f |\n|---|\n| g |\n\n```\nh\n```\n\n---\n\n<p>\ni\n\n[^1]: j\n'
    expect(read(text).map(({ type, span }) => `${type} ${JSON.stringify(text.slice(span.start, span.end))}`)).toEqual([
      'heading "# A"',
      'quote "> b\\n> c"',
      'list "- d\\n  e"',
      'table "| f |\\n|---|\\n| g"',
      'code "```\\nh\\n```"',
      'rule "---"',
      'html "<p>\\ni"',
      'footnote "[^1]: j"',
    ])
  })

  test('nested deeper than anyone needs they are still read, and no deeper than can be drawn', () => {
    const depth = (text: string): number => {
      const deepest = (block: BlockToken): number =>
        block.type === 'list'
          ? 1 + Math.max(0, ...block.items.flatMap(({ children }) => children.map(deepest)))
          : block.type === 'quote'
            ? 1 + Math.max(0, ...block.children.map(deepest))
            : 0
      return Math.max(...read(text).map(deepest))
    }
    expect(depth(`${'> '.repeat(20)}a`)).toBe(20)
    expect(depth(`${'- '.repeat(20)}a`)).toBe(20)
    expect(depth(`${'> '.repeat(100)}a`)).toBe(24)
    expect(depth(`${'- '.repeat(100)}a`)).toBe(24)
    expect(
      read(`${'> '.repeat(100)}a\n\nb`)
        .map(said)
        .at(-1),
    ).toBe('p "b"')
    expect(
      read(`${'> '.repeat(30)}a\n>\n> b`)
        .map(said)
        .join(''),
    ).toMatch(/^quote\(quote.*p "b"\)$/)
  })
})
