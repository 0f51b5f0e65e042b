import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFrontMatter } from '../../../src/core/parse/front-matter.ts'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'
import { Sentences } from '../../../src/core/parse/sentences.ts'
import { dialectsOf } from './dialects/dialects-of.ts'

/** The sentence around each link of a text, in order. */
function sentences(text: string, dialects?: ReturnType<typeof dialectsOf>): readonly string[] {
  const front = readFrontMatter(text)
  const found = new Sentences(text, dialects)
  return [...front.links, ...scanMarkdown(text, front.bodyStart, dialects).links].map(({ span }) => found.around(span))
}

describe('the sentences around links', () => {
  test('are those that were put together, in paragraphs of any length', () => {
    const words = fc.array(fc.constantFrom('of', 'the', 'word', 'and', 'then', 'more'), { maxLength: 5 })
    const sentence = fc.tuple(words, words, fc.constantFrom('.', '!', '?')).map(([before, after, end]) => ({
      before: ['So', ...before].join(' '),
      after: after.map((one) => ` ${one}`).join('') + end,
    }))
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(' ', '\n', '\r\n', '  '),
        fc.constantFrom(1, 30),
        (all, gap, times) => {
          const many = Array.from({ length: times }, () => all).flat()
          const text = many.map(({ before, after }, at) => `${before} [[n${String(at)}]]${after}`).join(gap)
          expect(sentences(text)).toEqual(many.map(({ before, after }, at) => `${before} n${String(at)}${after}`))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('are cut to 240 characters at words, around the link', () => {
    const words = fc.array(fc.constantFrom('a', 'word', 'longer', 'consideration'), { maxLength: 70 })
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 40 }), (before, after, length) => {
        const name = 'n'.repeat(length)
        const [lead, rest] = [before.map((word) => `${word} `).join(''), after.map((word) => ` ${word}`).join('')]
        const [shown = ''] = sentences(`${lead}[[${name}]]${rest}`)
        const whole = lead + name + rest
        expect(shown.length).toBeLessThanOrEqual(240)
        expect(shown.replaceAll('…', '').split(' ')).toContain(name)
        if (whole.length <= 240) expect(shown).toBe(whole)
        else {
          // Cut at words: what it holds stands in the whole between blanks or ends.
          expect(` ${whole} `).toContain(` ${shown.replaceAll('…', '')} `)
          expect(shown.startsWith('…')).toBe(lead.length > 120)
          expect(shown.endsWith('…')).toBe(!whole.endsWith(shown.replaceAll('…', '')))
          // No more of a long sentence is left out than must be.
          if (lead.length > 120) expect(shown.length).toBeGreaterThan(180)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('begin with the sentence as long as the link starts within its first 120 characters', () => {
    for (let length = 110; length <= 130; length++) {
      const lead = 'a'.repeat(length - 1)
      const [shown = ''] = sentences(`${lead} [[link]]${' word'.repeat(60)}`)
      expect([length, shown.startsWith(lead), shown.length > 230 && shown.length <= 240]).toEqual([
        length,
        length <= 120,
        true,
      ])
    }
    // A sentence of 240 characters is whole, one of more is not.
    for (let length = 237; length <= 244; length++) {
      const rest = `${'b'.repeat(length - 7)} c`
      const [shown = ''] = sentences(`[[link]] ${rest}`)
      expect([length, shown === `link ${rest}`, shown.endsWith('…')]).toEqual([length, length <= 240, length > 240])
    }
  })

  test.each<readonly [string, readonly string[]]>([
    // Blocks
    ['# A [[b]] # \n\n## C [[d]]. E ^id', ['A b', 'C d.']],
    ['Head [[a]]\n===', ['Head a']],
    ['## H [[a]] { #id .c }', ['H a']],
    ['- [ ] do [[a]]\n- [x] did [[b]]\n- [[c]]', ['do a', 'did b', 'c']],
    ['- one [[a]]. Two.\n\n  Three [[b]]', ['one a.', 'Three b']],
    ['[ ] no box [[a]]', ['[ ] no box a']],
    ['> Q [[a]].\n> R [[b]].\n\nS [[c]].', ['Q a.', 'R b.', 'S c.']],
    ['> [!tip]+ T [[a]]\n> U [[b]].', ['T a', 'U b.']],
    ['[!tip] T [[a]]', ['[!tip] T a']],
    ['```\n[[a]]\n```\n[[b]] c', ['b c']],
    ['a [[b]]\n<!-- [[c]] -->', ['a b']],
    ['<p>In <a href="b.md">html</a>.</p>', ['<a href="b.md">']],
    // Tables: the whole row, each row for itself
    ['| a | [[b]] |\n|---|---|\n| [[c]] | d e |\n| f | g [[h]] i. J |', ['a | b', 'c | d e', 'f | g h i. J']],
    ['| [[a]] | `b` | ![c](d.png) | *e* |\n|-|-|-|-|', ['a | b | c | e', 'a | b | c | e']],
    // Inlines
    ['*See [[a]] and* **[b](c.md)**. Next', ['See a and b.', 'See a and b.']],
    ['See **one [[a]] two**', ['See one a two']],
    ['**One. Two [[a]]. *Three [[b]]*. Four.** Five', ['Two a.', 'Three b.']],
    ['[One. Two. ![a](b.png)](c.md)', ['One. Two. a', 'a']],
    ['`x` $y$ <b>z</b> [[a]] #t %%c%% [^1] ![p](q.png)', ['x $y$ z a #t p', 'x $y$ z a #t p']],
    ['Costs \\$5 and $x$ of [[a]]', ['Costs $5 and $x$ of a']],
    ['E = mc<sup>2</sup> in [[a]]', ['E = mc² in a']],
    ['a\\\n[[b]]  \nc', ['a b c']],
    ['See [x][r] here.\n\n[r]: a.md', ['See x here.']],
    ['[[a|Which? That]] b. C', ['Which? That b.']],
    ['A [x](b.md "T. U") c. D', ['A x c.']],
    // Front matter
    ['---\nup: [[a]]\n---\n', ['up: a']],
    ['---\nup: "[[a|b]] c"\ndown: \'[[d]]\'\n---\n', ['up: b c', 'down: d']],
    ['---\nup:\n  - "[[a]]"\n  - [[b]]\n---\n', ['a', 'b']],
    ['---\nup: "\\"x\\" [[a]]"\n---\n', ['up: "x" a']],
    ['---\nup: ["[[a]]", \'[[b]]\']\n---\n', ['up: ["a", \'b\']', 'up: ["a", \'b\']']],
    ['---\n"a b": "[[c]]"\n---\n', ['a b: c']],
    ['---\n"a: b": "[[c]]"\n---\n', ['a: b: c']],
    ['---\n"a b": [[c]]\n---\n', ['a b: c']],
    ['---\nup: "x: \\"y\\" [[c]]"\n---\n', ['up: x: "y" c']],
    ['---\r\nup: "[[a]]"\r\nx: 1\r\n---\r\n', ['up: a']],
    // What says nothing is shown as it is written
    ['![[a.png]]', ['a.png']],
    ['[](a.md)', ['[](a.md)']],
    ['![](a.png)', ['![](a.png)']],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  test('show as much before a link at their end as there is room for, and a long link from its start', () => {
    for (const word of ['a', 'word', 'longer']) {
      const [shown = ''] = sentences(`${`${word} `.repeat(200)}[[link]]`)
      expect([
        word,
        shown.startsWith(`…${word} `),
        shown.endsWith(' link'),
        shown.length >= 240 - word.length - 1,
        shown.length <= 240,
      ]).toEqual([word, true, true, true, true])
    }
    const lead = 'before '.repeat(30)
    const [long = ''] = sentences(`${lead}[[a|${'linked '.repeat(20).trim()}]] after`)
    expect(long).toBe(`…${'linked '.repeat(20)}after`)
    const [short = ''] = sentences(`${lead}[[a|${'linked '.repeat(10).trim()}]] after`)
    expect(short).toMatch(/^…(?:before )+(?:linked )+after$/)
    // Amid a long sentence a third of what is shown stands before the link.
    const [amid = ''] = sentences(`${lead}[[link]]${' after'.repeat(60)}`)
    expect(amid.indexOf('link')).toBeGreaterThan(70)
    expect(amid.indexOf('link')).toBeLessThan(90)
    expect(amid.length).toBeGreaterThan(230)
  })

  test('hold any span, also one within markup', () => {
    const text = '**One. Two *three* four. Five** `six. Seven` [eight. Nine](a.md) ten. Eleven'
    const at = (word: string): string => {
      const start = text.indexOf(word)
      return new Sentences(text).around({ start, end: start + word.length })
    }
    expect(['One', 'Two', 'three', 'four', 'Five', 'Nine', 'ten', 'Eleven'].map(at)).toEqual([
      ...[
        'One.',
        'Two three four.',
        'Two three four.',
        'Two three four.',
        'Five six.',
        'Nine ten.',
        'Nine ten.',
        'Eleven',
      ],
    ])
  })

  test('a row of many cells is cut around the link', () => {
    const cells = Array.from({ length: 80 }, (_, at) => `cell ${String(at)}`)
    const row = (at: number): string =>
      `| ${cells.map((cell, index) => (index === at ? '[[link]]' : cell)).join(' | ')} |`
    const [shown = ''] = sentences(`${row(40)}\n|${'-|'.repeat(80)}`)
    expect(shown).toMatch(/^…(?:cell )?\d+ \| .*cell 39 \| link \| cell 41 \| .*…$/)
    expect(shown.length).toBeGreaterThan(200)
    expect(shown.length).toBeLessThanOrEqual(240)
  })

  test('a span that is no link is found as well, and what stands nowhere is shown as written', () => {
    const text = 'One two. Three four. Five\n\n```\ncode\n```\n'
    const found = new Sentences(text)
    expect(found.around({ start: 9, end: 14 })).toBe('Three four.')
    expect(found.around({ start: 15, end: 19 })).toBe('Three four.')
    expect(found.around({ start: 4, end: 14 })).toBe('One two. Three four.')
    expect(found.around({ start: 31, end: 35 })).toBe('code')
    expect(new Sentences('').around({ start: 0, end: 0 })).toBe('')
    expect(new Sentences(`\`\`\`\n${'word '.repeat(100)}\n\`\`\``).around({ start: 4, end: 504 })).toMatch(
      /^(?:word )+word…$/,
    )
  })

  test('a vault of a tool is read as it is', () => {
    expect(sentences('See [[text|a]].', dialectsOf('dendron'))).toEqual(['See text.'])
    const shown = new Sentences('See [[a]] now.', undefined, (tokens) =>
      tokens.map((token) => (token.type === 'link' ? { type: 'text', span: token.span, text: 'B' } : token)),
    )
    expect(shown.around({ start: 4, end: 9 })).toBe('See B now.')
  })
})
