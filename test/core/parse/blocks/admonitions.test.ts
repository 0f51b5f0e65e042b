import { describe, expect, test } from '@jest/globals'
import { admonitionMark, containerMark } from '../../../../src/core/parse/blocks/admonition-mark.ts'
import { calloutMark } from '../../../../src/core/parse/blocks/callout.ts'
import { headingId } from '../../../../src/core/parse/blocks/heading-id.ts'
import { readDocument } from '../../../../src/core/parse/read-document.ts'
import type { ToolSyntax } from '../../../../src/core/model/tool-dialect.ts'
import { plainOf } from '../../../../src/core/parse/plain-text.ts'
import type { BlockToken } from '../../../../src/core/parse/blocks/block-token.ts'
import { dialectsOf } from '../dialects/dialects-of.ts'

/** A mark with the words of its title in the place of where they stand. */
function told(text: string, mark: ReturnType<typeof admonitionMark>, end = text.length - 1): unknown {
  if (mark === undefined) return undefined
  const { title, start, end: stop, ...rest } = mark
  expect([start, stop]).toEqual([1, end])
  return title === undefined ? rest : { ...rest, title: text.slice(title.start, title.end) }
}

describe('the line of an admonition', () => {
  test.each([
    ['!!! note', { kind: 'note' }],
    ['!!! Warning', { kind: 'warning' }],
    ['!!! note "A "b" c"', { kind: 'note', title: 'A "b" c' }],
    ['!!! "T"', { kind: 'note', title: 'T' }],
    ['!!! note ""', { kind: 'note', title: '' }],
    ['!!! note "T', { kind: 'note' }],
    ['!!! note inline end "T"', { kind: 'note', title: 'T' }],
    ['??? tip', { kind: 'tip', fold: 'closed' }],
    ['???+ tip "T"', { kind: 'tip', fold: 'open', title: 'T' }],
    ['=== "Tab"', { kind: 'tab', title: 'Tab' }],
    ['===! "Tab"', { kind: 'tab', title: 'Tab' }],
    ['===+ "Tab"', { kind: 'tab', title: 'Tab' }],
    ['!!!\tx-y', { kind: 'x-y' }],
    ['!!!', undefined],
    ['!!! ', undefined],
    ['!!!note', undefined],
    ['!! note', undefined],
    ['????', undefined],
    ['===', undefined],
  ])('%j of MkDocs', (line, expected) => {
    const text = `x${line}y`
    expect(told(text, admonitionMark(text, 1, text.length - 1))).toEqual(expected)
  })

  test.each([
    [':::note', { kind: 'note' }],
    ['::: Tip', { kind: 'tip' }],
    [':::note A title ', { kind: 'note', title: 'A title' }],
    ['::: tip A *title*', { kind: 'tip', title: 'A *title*' }],
    [':::note[A [b] c]', { kind: 'note', title: 'A [b] c' }],
    [':::note[T]{.class}', { kind: 'note', title: 'T' }],
    [':::note {.class}', { kind: 'note' }],
    [':::note T {.class} ', { kind: 'note', title: 'T' }],
    [':::note{.class}', { kind: 'note' }],
    [':::note#id T', { kind: 'note', title: 'T' }],
    ['::: details More', { kind: 'details', fold: 'closed', title: 'More' }],
    ...['v-pre', 'raw', 'tabs', 'code-group', 'code-tabs'].map(
      (kind) => [`::: ${kind} x`, { kind, unseen: true }] as const,
    ),
    ['::: tabs-x y', { kind: 'tabs-x', title: 'y' }],
    [':::', undefined],
    ['::: ', undefined],
    ['::: 1', undefined],
    [':::note.', undefined],
  ])('%j of VuePress and Docusaurus', (line, expected) => {
    const text = `x${line}y`
    expect(told(text, containerMark(text, 1, text.length - 1, 3))).toEqual(expected)
  })

  test.each([
    ['[!NOTE] Title', { kind: 'note', length: 8 }],
    ['[!a-b_1]- T', { kind: 'a-b_1', fold: 'closed', length: 10 }],
    ['[!a]+\tT', { kind: 'a', fold: 'open', length: 6 }],
    ['[!a|wide]T', { kind: 'a', length: 9 }],
    ['[!a]', { kind: 'a', length: 4 }],
    ['[!1]', undefined],
    ['[a]', undefined],
    [' [!a]', undefined],
    ['[!a', undefined],
  ])('%j of Obsidian', (text, expected) => {
    expect(calloutMark(text)).toEqual(expected)
  })
})

/** The blocks of a text as one line: types, what they hold in parentheses, leaves with their words. */
function outline(blocks: readonly BlockToken[]): string {
  return blocks
    .map((block): string => {
      switch (block.type) {
        case 'paragraph':
          return `p ${JSON.stringify(plainOf(block.children))}`
        case 'heading':
          return `h${String(block.level)} ${JSON.stringify(block.text)}`
        case 'code':
          return `code ${JSON.stringify(block.text)}`
        case 'quote': {
          const { callout } = block
          const of =
            callout === undefined ? '' : `${callout.kind}${callout.fold === undefined ? '' : ` ${callout.fold}`}`
          const title = callout === undefined ? '' : plainOf(callout.title)
          return `quote${of === '' ? '' : ` ${of}`}${title === '' ? '' : ` ${JSON.stringify(title)}`}(${outline(block.children)})`
        }
        case 'list':
          return `list(${block.items.map(({ children }) => outline(children)).join('; ')})`
        default:
          return block.type
      }
    })
    .join(', ')
}

const outlineOf = (text: string, syntax: ToolSyntax): string =>
  outline(readDocument(text, { bodyStart: 0, dialects: dialectsOf(syntax) }))

describe('what stands in an admonition', () => {
  test.each<readonly [ToolSyntax, string, string]>([
    ['mkdocs', '!!! note "T"\n    a\n\n    b\n\nc', 'quote note "T"(p "a", p "b"), p "c"'],
    ['mkdocs', '!!! note\n\n    a\n\n        code', 'quote note(p "a", code "code")'],
    ['mkdocs', '!!! note\n    !!! tip\n        a\n\n    b', 'quote note(quote tip(p "a"), p "b")'],
    ['mkdocs', 'x\n!!! note\n    a', 'p "x", quote note(p "a")'],
    ['mkdocs', '??? note\n    a', 'quote note closed(p "a")'],
    ['mkdocs', '- x\n\n    !!! note\n        a', 'list(p "x", quote note(p "a"))'],
    ['mkdocs', '> !!! note\n>     a', 'quote(quote note(p "a"))'],
    ['mkdocs', '    !!! note', 'code "!!! note"'],
    ['mkdocs', ':::note\na', 'p ":::note a"'],
    ['docusaurus', ':::note T\na\n\nb\n:::\nc', 'quote note "T"(p "a", p "b"), p "c"'],
    ['docusaurus', '::::note\n:::tip\na\n:::\nb\n::::\nc', 'quote note(quote tip(p "a"), p "b"), p "c"'],
    ['docusaurus', ':::note\na\n::::\nb', 'quote note(p "a"), p "b"'],
    ['docusaurus', '::::note\na\n:::\nb', 'quote note(p "a ::: b")'],
    ['docusaurus', ':::note\n- a\n:::\nb', 'quote note(list(p "a")), p "b"'],
    ['docusaurus', '- :::note\n  a\n  :::\n  b', 'list(quote note(p "a"), p "b")'],
    ['docusaurus', ':::note\n```\n:::\n```', 'quote note(code ""), code ""'],
    ['docusaurus', ':::note\na', 'quote note(p "a")'],
    ['docusaurus', '::note\na', 'p "::note a"'],
    ['docusaurus', '!!! note\n    a', 'p "!!! note a"'],
    ['vuepress', '::: tip\na\n:::', 'quote tip(p "a")'],
    ['vuepress', '::: v-pre\na\n:::', 'p "a"'],
    ['vuepress', 'x\n::: tip\na\n    :::\n:::', 'p "x", quote tip(p "a :::")'],
    ['hugo', ':::note\na\n:::', 'p ":::note a :::"'],
  ])('of %s: %j', (syntax, text, expected) => {
    expect(outlineOf(text, syntax)).toBe(expected)
  })

  test('more than fifty are not open at once', () => {
    const text = `${Array.from({ length: 60 }, (_, at) => ':'.repeat(100 - at) + 'note').join('\n')}\na`
    expect(outlineOf(text, 'docusaurus').match(/quote note/g)?.length ?? 0).toBeLessThanOrEqual(50)
    const closed = ':::note\na\n:::\n'.repeat(60)
    expect(outlineOf(closed, 'docusaurus').match(/quote note/g)).toHaveLength(60)
  })
})

describe('attributes at the end of a heading (links.md section 4)', () => {
  test.each([
    ['T {#id}', 'id', 'T'],
    ['T { #id .class key=value }', 'id', 'T'],
    ['T {: #id }', 'id', 'T'],
    ['T {id="a b"}', 'a b', 'T'],
    ["T {id='a'}", 'a', 'T'],
    ['T {id=a}', 'a', 'T'],
    ['T {.class #id}', 'id', 'T'],
    ['T {#a-b.c}', 'a-b.c', 'T'],
    ['T ## {#id}', 'id', 'T'],
    ['T# {#id}', 'id', 'T#'],
    ['{#id}', 'id', ''],
    ['T {.class}', undefined, 'T'],
    ['T {.1}', undefined, undefined],
    ['T {key=value}', undefined, undefined],
    ['T {id=""}', undefined, undefined],
    ['T{#id}', undefined, undefined],
    ['T {#id} x', undefined, undefined],
    ['T {x}', undefined, undefined],
    ['T {}', undefined, undefined],
    ['T', undefined, undefined],
    ['T {a {#id}', 'id', 'T {a'],
  ])('%j', (written, id, text) => {
    const found = headingId(written)
    expect([found?.id, found && written.slice(0, found.textEnd).trimEnd()]).toEqual([id, text])
  })
})
