import { describe, expect, test } from '@jest/globals'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'
import { readFrontMatter } from '../../../src/core/parse/front-matter.ts'
import { Sentences } from '../../../src/core/parse/sentences.ts'

function around(text: string): string | undefined {
  const link = [...readFrontMatter(text).links, ...scanMarkdown(text, 0).links].at(-1)
  return link && new Sentences(text).around(link.span)
}

describe('the sentence around a link', () => {
  test.each([
    ['One. Two has [[a|the *link*]] here. Three.', 'Two has the link here.'],
    ['One [[a]]. Two [[b]]? Three!', 'Two b?'],
    ['Use it, e.g. in [[a]], often. Or not.', 'Use it, e.g. in a, often.'],
    ['The value 3.14 of [[pi]].', 'The value 3.14 of pi.'],
    ['Split over\n[lines](a.md) of\na paragraph. Next.', 'Split over lines of a paragraph.'],
    ['Above.\n\nOwn [[a]].\n\nBelow.', 'Own a.'],
    ['# Heading with [[a]]\ntext', 'Heading with a'],
    ['text\n- [x] a **task** for [[a]]\n  goes on\n- other', 'a task for a goes on'],
    ['> quote of\n> [[a]]. ^id', 'quote of a.'],
    ['> [!tip] See [[a]]', 'See a'],
    ['> [!note] A title\n> Text of [[a]]. More.', 'Text of a.'],
    ['> [!note]- On [[a]]\r\n> Text.', 'On a'],
    ['> [!note] A title\n> [[a]]\n>\n> b', 'a'],
    ['> > [!note] *T*\n> > in [[a]]\n> > on', 'in a on'],
    ['| x | [[a\\|b]] |\n|---|---|', 'x | b'],
    ['[^1]: See [[a]]', 'See a'],
    ['See [r] there.\n\n[r]: a.md', 'See r there.'],
    ['[[What is it? A note]] says so. End.', 'What is it? A note says so.'],
    ['![[a.png]]', 'a.png'],
    ['One. It is ![[a]] again ![[b]] there.', 'It is again b there.'],
    ['See ![[a#Part]].', 'See a > Part.'],
    ['See ![a *b*](c.md).', 'See a b.'],
    ['第一。[[链接]]在这里。第三。', '链接在这里。'],
    ['---\nup: "[[a|b]]"\n---\n', 'up: b'],
    ['---\ntitle: "The $\\\\ell_1$ \\"norm\\" of [[a]]"\n---\n', 'title: The $\\ell_1$ "norm" of a'],
    ['## Heading with [[a]] {#id}', 'Heading with a'],
    ['H<sub>2</sub>O is [[a]].', 'H₂O is a.'],
    ["---\nup:\n  - '[[a]]'\n---\n", 'a'],
  ])('in %j is %j', (text, sentence) => {
    expect(around(text)).toBe(sentence)
  })

  test('is cut around the link when it is long', () => {
    const sentence = around(`${'before '.repeat(100)}[[link]] ${'after '.repeat(100)}`) ?? ''
    expect(sentence.length).toBeLessThanOrEqual(240)
    expect(sentence).toMatch(/^…(?:before )+link (?:after )+after…$/)
  })

  test('costs little in a line of a megabyte', () => {
    const text = `${'[[a]] '.repeat(180_000)}`
    const sentences = new Sentences(text)
    for (let at = 0; at < text.length; at += 1000) sentences.around({ start: at, end: at + 5 })
  })

  test.each([
    ['a paragraph', '', '[[a]] ', ''],
    ['a row', '|', '[[a]]|', '\n|-|\n'],
    ['a property', '---\nx: "', '[[a]] ', '"\n---\n'],
    ['emphasis', '**', '[[a]] ', '**'],
  ])('of each of 5,000 links in %s is found without reading all of it for each', (_name, before, link, after) => {
    const text = before + link.repeat(5000) + after
    const sentences = new Sentences(text)
    const lengths: number[] = []
    for (let at = text.indexOf('[['); at >= 0; at = text.indexOf('[[', at + 1))
      lengths.push(sentences.around({ start: at, end: at + 5 }).length)
    expect([lengths.length, Math.min(...lengths) > 100, Math.max(...lengths) <= 240]).toEqual([5000, true, true])
  })
})
