import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BlockToken } from '../../../src/core/parse/blocks/block-token.ts'
import type { InlineToken } from '../../../src/core/parse/inlines/inline-token.ts'
import { readDocument } from '../../../src/core/parse/read-document.ts'

/** Inline markdown on one line, without bars, which part cells. */
const line = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b',
        ' ',
        ' ',
        '*',
        '**',
        '_',
        '__',
        '~~',
        '==',
        '`',
        '``',
        '[',
        ']',
        '(',
        ')',
        '](u)',
        '![',
        '[[',
        ']]',
        '[[n]]',
      ],
      ...[
        '![[n#h]]',
        '[n](u.md#h "t")',
        '$',
        '$x$',
        '$$',
        '%%',
        '%% c %%',
        '<b>',
        '</b>',
        '<i x="',
        '">',
        '<!-- c -->',
        '<!--',
        '-->',
      ],
      ...[
        '<?',
        '?>',
        '<!X',
        '<https://e.org>',
        'https://e.org',
        'www.e.org',
        'm@e.org',
        '#tag',
        '^[',
        '[^f]',
        '\\',
        '&amp;',
        '&',
        '!',
      ],
      ...[
        '"',
        "'",
        '.',
        ',',
        '?',
        '5',
        ':',
        'é',
        '中',
        '😀',
        '\u00a0',
        '^id',
        '[r]',
        '[t][r]',
        '<a id="q">',
        '[x] ',
        '{#q}',
        '1',
      ],
    ),
    { maxLength: 14 },
  )
  .map((pieces) => `w ${pieces.join('')} w`)

/** The same tokens as they would be so much further on in a text. */
function shifted(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shifted(item, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) =>
      (key === 'start' || key === 'end') && typeof held === 'number' ? [key, held + by] : [key, shifted(held, by)],
    ),
  )
}

function inlinesOf(block: BlockToken | undefined): readonly InlineToken[] | undefined {
  if (block?.type === 'paragraph' || block?.type === 'heading') return block.children
  if (block?.type === 'table') return (block.rows[0] ?? block.head)[1]
  if (block?.type === 'list') return inlinesOf(block.items[0]?.children[0])
  if (block?.type === 'quote') return block.callout?.title ?? inlinesOf(block.children[0])
  return block?.type === 'footnote' ? inlinesOf(block.children[0]) : undefined
}

const read = (text: string): readonly BlockToken[] => readDocument(text, { bodyStart: 0 })
const definition = '\n\n[r]: /v'

/** What stands before a line and behind it, in each kind of block that holds inline markdown. */
const blocks = [
  ['a heading', '## ', ''],
  ['a heading with closing marks', '# ', ' ##'],
  ['an underlined heading', '', '\n---'],
  ['a quote', '> ', ''],
  ['a bullet', '- ', ''],
  ['a numbered item in a quote', '> 12. ', '\n> more'],
  ['a task', '- [x] ', ''],
  ['the head of a table', '| a | ', ' |\n| - | - |'],
  ['a cell of a table', '| a | b |\n| - | - |\n| c | ', ' |'],
  ['the title of a callout', '> [!note]+ ', '\n> body'],
  ['a footnote', '[^f]: ', ''],
] as const

test.each(blocks)('%s holds what a paragraph of the same text holds', (_name, before, behind) => {
  fc.assert(
    fc.property(line, (text) => {
      const expected = shifted(inlinesOf(read(text + definition)[0]), before.length)
      const found = inlinesOf(read(before + text + behind + definition)[0])
      const last = behind === '\n> more' ? found?.slice(0, expected instanceof Array ? expected.length : 0) : found
      expect([before + text + behind, last]).toEqual([before + text + behind, expected])
    }),
    { numRuns: 150 },
  )
})

/** Marks that are open at the end of a block, or close at the start of one, whose other half no other block holds. */
const halves = [
  '`',
  '``',
  '$',
  '**',
  '_',
  '~~',
  '==',
  '[',
  '![',
  '[[',
  ']]',
  '](u)',
  '^[',
  '<b x="',
  '<i',
  '"',
  '\\',
  '#',
  '\\`',
  '!',
]

test('a block holds the same whatever is open before it and closed behind it', () => {
  const half = fc.constantFrom(...halves)
  fc.assert(
    fc.property(line, half, half, (text, before, behind) => {
      const lead = `a ${before}\n\n`
      const alone = read(text + definition)[0]
      const among = read(`${lead}${text}\n\n${behind} b${definition}`)[1]
      expect([text, among]).toEqual([text, shifted(alone, lead.length)])
    }),
    { numRuns: 400 },
  )
})
