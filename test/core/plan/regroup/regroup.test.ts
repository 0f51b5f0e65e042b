import { describe, expect, test } from '@jest/globals'
import { FailureError } from '../../../../src/core/model/failure.ts'
import { toNotePath } from '../../../../src/core/model/note-path.ts'
import type { CutOut } from '../../../../src/core/plan/regroup/cut-out.ts'
import {
  extractPart,
  partToExtract,
  sectionsToSplit,
  splitNote,
} from '../../../../src/core/plan/regroup/extract-section.ts'
import { inlineNote, mergeNotes, onlyLinkingNote } from '../../../../src/core/plan/regroup/join-notes.ts'
import { applied, sourceOf, type Texts } from '../../../support/planned.ts'
import { noteAt } from '../../../support/vault-of.ts'

function extract(texts: Texts, from: string, anchor: string, to = 'new.md', title?: string): Texts {
  const source = sourceOf(texts)
  const note = noteAt(source.vault, from)
  const part = partToExtract(source, note, anchor)
  return applied(texts, extractPart(source, note, cut({ part, title: title ?? part.title, to })).changes)
}

function split(texts: Texts, from: string, level = 2): Texts {
  const source = sourceOf(texts)
  const note = noteAt(source.vault, from)
  const cuts = sectionsToSplit(source, note, level).map((part, at) =>
    cut({ part, title: part.title, to: `part-${at + 1}.md` }),
  )
  return applied(texts, splitNote(source, note, cuts).changes)
}

function cut({ part, title, to }: Pick<CutOut, 'part' | 'title'> & { readonly to: string }): CutOut {
  const path = toNotePath(to)
  if (path === undefined) throw new Error(to)
  return { part, title, path, front: '' }
}

function inline(texts: Texts, from: string, into: string): Texts {
  const source = sourceOf(texts)
  return applied(texts, inlineNote(source, noteAt(source.vault, from), noteAt(source.vault, into)).changes)
}

function merge(texts: Texts, from: string, into: string): Texts {
  const source = sourceOf(texts)
  return applied(texts, mergeNotes(source, noteAt(source.vault, from), noteAt(source.vault, into)).changes)
}

describe('a section becomes a note', () => {
  const a = '# A\n\nIntro.\n\n## Part\n\nText.\n\n### Deep\n\nMore.\n\n## Rest\n\nEnd.\n'

  test('a link stands in its place, its headings are raised', () => {
    expect(extract({ 'a.md': a }, 'a.md', 'Part')).toEqual({
      'a.md': '# A\n\nIntro.\n\n[[new|Part]]\n\n## Rest\n\nEnd.\n',
      'new.md': '# Part\n\nText.\n\n## Deep\n\nMore.\n',
    })
  })

  test('another title is its heading', () => {
    const { 'new.md': made, 'a.md': left } = extract({ 'a.md': a }, 'a.md', 'Deep', 'new.md', 'Depths')
    expect([made, left?.includes('[[new|Depths]]')]).toEqual(['# Depths\n\nMore.\n', true])
  })

  test.each([
    ['[[a#Part]]', '[[new|Part]]'],
    ['[[a#Part|here]]', '[[new|here]]'],
    ['[[a#Deep]]', '[[new#Deep]]'],
    ['[[a#Part#Deep]]', '[[new#Part#Deep]]'],
    ['![[a#Part]]', '![[new]]'],
    ['[x](a.md#part)', '[x](new.md)'],
    ['[x](a.md#deep "t")', '[x](new.md#deep "t")'],
    ['[x](./a.md#deep)', '[x](./new.md#deep)'],
    ['<a href="a.md#deep">x</a>', '<a href="new.md#deep">x</a>'],
    ['[x][r]\n\n[r]: a.md#part', '[x][r]\n\n[r]: new.md'],
    ['| [[a#Part]] |\n| - |', '| [[new\\|Part]] |\n| - |'],
    ['[[a]] [[a#Rest]] [[a#Nowhere]]', '[[a]] [[a#Rest]] [[a#Nowhere]]'],
  ])('%s follows', (before, after) => {
    expect(extract({ 'a.md': a, 'b.md': before }, 'a.md', 'Part')['b.md']).toBe(after)
  })

  test('links and pictures in it lead where they led', () => {
    const text = '# A\n\n## Part\n\n[b](b.md) ![p](img/p.png) [[#Rest]] [up](#a) [[#Part]]\n\n## Rest\n'
    expect(extract({ 'a.md': text, 'b.md': '' }, 'a.md', 'Part', 'sub/new.md')['sub/new.md']).toBe(
      '# Part\n\n[b](../b.md) ![p](img/p.png) [[a#Rest]] [up](../a.md#a) [[#Part]]\n',
    )
  })

  test('definitions and footnotes that it needs go along, shared ones are copied', () => {
    const text =
      '# A\n\n[x][one] [^1]\n\n## Part\n\n[y][one] [z][two] [^1] [^2]\n\n## Rest\n\n[one]: https://one.org\n[two]: https://two.org\n\n[^1]: Both.\n\n[^2]: Part, [w][three].\n\n[three]: https://three.org\n'
    expect(extract({ 'a.md': text }, 'a.md', 'Part')).toEqual({
      'a.md': '# A\n\n[x][one] [^1]\n\n[[new|Part]]\n\n## Rest\n\n[one]: https://one.org\n\n[^1]: Both.\n',
      'new.md':
        '# Part\n\n[y][one] [z][two] [^1] [^2]\n\n[one]: https://one.org\n[two]: https://two.org\n[three]: https://three.org\n[^1]: Both.\n[^2]: Part, [w][three].\n',
    })
  })

  test.each([
    ['extract', (texts: Texts) => extract(texts, 'a.md', 'P2'), '## P1\n\none\n\n[[new|P2]]\n'],
    ['split', (texts: Texts) => split(texts, 'a.md'), '- [[part-1|P1]]\n- [[part-2|P2]]\n'],
  ])('%s: definitions at the end of the last section stay with what names them', (_name, change, rest) => {
    for (const end of ['\n', '']) {
      const text = `# A\n\nIntro [def] [^1].\n\n## P1\n\none\n\n## P2\n\ntwo\n\n[def]: https://example.org "T"\n\n[^1]: Foot.${end}`
      expect(change({ 'a.md': text })['a.md']).toBe(
        `# A\n\nIntro [def] [^1].\n\n${rest}\n[def]: https://example.org "T"\n[^1]: Foot.\n`,
      )
    }
  })

  test.each([
    [
      'para one\nand two ^b\n\nmore',
      '[[new|para one and two]]\n\nmore',
      '# para one and two\n\npara one\nand two ^b\n',
    ],
    ['- one\n- two ^b\n  - child\n- three', '- one\n- [[new|two]]\n- three', '# two\n\ntwo ^b\n- child\n'],
    ['- [ ] do it ^b\n', '- [ ] [[new|do it]]\n', '# do it\n\ndo it ^b\n'],
    ['| t |\n|---|\n| c |\n\n^b\n', '[[new|Table]]\n', '# Table\n\n| t |\n|---|\n| c |\n\n^b\n'],
  ])('a block: %j', (body, left, made) => {
    const title = body.startsWith('|') ? 'Table' : undefined
    const after = extract({ 'a.md': body, 'b.md': '[[a#^b]]' }, 'a.md', '^b', 'new.md', title)
    expect(after).toEqual({ 'a.md': left, 'new.md': made, 'b.md': '[[new#^b]]' })
  })

  test('a definition at its end that only the rest needs leaves the next heading on a line of its own', () => {
    const text = '# A\n\n## One\n\nText.\n\n[b]: b.md\n\n## Two\n\nSee [it][b].\n'
    expect(extract({ 'a.md': text, 'b.md': '# B\n' }, 'a.md', 'One')).toMatchObject({
      'a.md': '# A\n\n[[new|One]]\n\n## Two\n\nSee [it][b].\n\n[b]: b.md\n',
      'new.md': '# One\n\nText.\n',
    })
    const footnote = text.replace('[b]: b.md', '[^b]: Foot.').replace('[it][b]', 'it[^b]')
    expect(extract({ 'a.md': footnote }, 'a.md', 'One')['a.md']).toBe(
      '# A\n\n[[new|One]]\n\n## Two\n\nSee it[^b].\n\n[^b]: Foot.\n',
    )
  })

  test('line ends and an underlined heading', () => {
    const { 'new.md': made, 'a.md': left } = extract(
      { 'a.md': '# A\r\n\r\nPart\r\none\r\n---\r\n\r\ntext' },
      'a.md',
      'Part one',
    )
    expect([made, left]).toEqual(['# Part one\r\n\r\ntext\r\n', '# A\r\n\r\n[[new|Part one]]'])
  })

  test.each([
    ['> ## Part\n', 'Part', /stands in a quote/],
    ['## Part\n\ntext\n', 'Part', /the whole of/],
    ['# A\n', 'Part', /no heading "Part"/],
    ['> text ^b\n', '^b', /stands in a quote/],
  ])('%j is refused', (text, anchor, message) => {
    expect(failure(() => extract({ 'a.md': text }, 'a.md', anchor))).toMatch(message)
  })

  test('a note that is there is not written over', () => {
    expect(failure(() => extract({ 'a.md': a, 'new.md': '' }, 'a.md', 'Part'))).toMatch(/new\.md exists already/)
  })
})

describe('a note is split', () => {
  test('a list of links remains', () => {
    const after = split(
      { 'a.md': '# A\n\nIntro [[#Two]].\n\n## One\n\n1\n\n## Two\n\n[[#One]]\n', 'b.md': '[[a#Two]]' },
      'a.md',
    )
    expect(after).toEqual({
      'a.md': '# A\n\nIntro [[part-2|Two]].\n\n- [[part-1|One]]\n- [[part-2|Two]]\n',
      'part-1.md': '# One\n\n1\n',
      'part-2.md': '# Two\n\n[[part-1|One]]\n',
      'b.md': '[[part-2|Two]]',
    })
  })

  test('a level that it does not have is refused', () => {
    expect(failure(() => split({ 'a.md': '# A\n\n## B\n' }, 'a.md', 3))).toMatch(/no headings of level 3/)
  })
})

describe('a note becomes a section', () => {
  test('in place of the link that stands alone', () => {
    const after = inline(
      {
        'a.md': '# A\n\n## Top\n\n[[n]]\n\nEnd.\n',
        'n.md': '# N\n\ntext\n\n## Sub\n',
        'b.md': '[[n]] [x](n.md#sub) ![[n]]',
      },
      'n.md',
      'a.md',
    )
    expect(after).toEqual({
      'a.md': '# A\n\n## Top\n\n### N\n\ntext\n\n#### Sub\n\nEnd.\n',
      'b.md': '[[a#N|n]] [x](a.md#sub) ![[a#N]]',
    })
  })

  test('at the end of the section whose text links to it, which goes on to lead there', () => {
    const after = inline({ 'a.md': '# A\n\n## One\n\nSee [[n]].\n\n## Two\n', 'n.md': 'text' }, 'n.md', 'a.md')
    expect(after).toEqual({ 'a.md': '# A\n\n## One\n\nSee [[#n|n]].\n\n### n\n\ntext\n\n## Two\n' })
  })

  test('definitions and footnotes at its end go to the end', () => {
    const texts = {
      'a.md': '# A\n\n## One\n\n[[b]]\n\n## Two\n\nx [^1] [r].\n\n[^1]: Of a.\n\n[r]: https://a.org\n',
      'b.md': '# B\n\ny [^1] [r].\n\n[r]: https://b.org\n\n[^1]: Of b.\n',
    }
    expect(inline(texts, 'b.md', 'a.md')['a.md']).toBe(
      '# A\n\n## One\n\n### B\n\ny [^1-2] [r][r-2].\n\n## Two\n\nx [^1] [r].\n\n[^1]: Of a.\n\n[r]: https://a.org\n[r-2]: https://b.org\n\n[^1-2]: Of b.\n',
    )
  })

  test('a definition that both have is left out, wherever the link that uses it stands', () => {
    const texts = {
      'a.md': '# A\n\n## H\n\n[[n]]\n\n## H\n\n[r]: n.md#h\n',
      'n.md': '# H\n\n[m][r]\n\n[r]: n.md#h\n[s]: https://s.org\n',
    }
    expect(inline(texts, 'n.md', 'a.md')['a.md']).toBe(
      '# A\n\n## H\n\n### H\n\n[m][r]\n\n## H\n\n[r]: #h-1\n[s]: https://s.org\n',
    )
  })

  test('definitions are no text of the footnote that the other note ends with', () => {
    const texts = { 'a.md': '[[b]]\n\n[^1]: Of a.\n', 'b.md': '# B\n\ny [r]\n\n[r]: https://b.org\n' }
    expect(inline(texts, 'b.md', 'a.md')['a.md']).toBe('## B\n\ny [r]\n\n[^1]: Of a.\n\n[r]: https://b.org\n')
  })

  test('into the one note that links to it, or else into one that is named', () => {
    const source = sourceOf({
      'a.md': '[[n]]',
      'b.md': '[[m]] [[n#x]]',
      'c.md': '[[m]]',
      'n.md': '',
      'm.md': '',
      'o.md': '',
    })
    expect(failure(() => onlyLinkingNote(source.vault, noteAt(source.vault, 'o.md')))).toMatch(/no note links to o\.md/)
    expect(failure(() => onlyLinkingNote(source.vault, noteAt(source.vault, 'm.md')))).toMatch(/2 notes link to m\.md/)
    const one = sourceOf({ 'a.md': '[[n]] [[n]]', 'n.md': '[[n]]' })
    expect(onlyLinkingNote(one.vault, noteAt(one.vault, 'n.md')).path).toBe('a.md')
  })

  test('extracting and putting back restores the text', () => {
    const texts = { 'a.md': '# A\n\n## Part\n\ntext\n\n### Deep\n\n[b](b.md)\n\n## Rest\n', 'b.md': '[x](a.md#deep)\n' }
    expect(inline(extract(texts, 'a.md', 'Part', 'sub/new.md'), 'sub/new.md', 'a.md')).toEqual(texts)
  })
})

describe('two notes are merged', () => {
  test('names become aliases, labels that both have are told apart', () => {
    const after = merge(
      {
        'a.md': '---\ntags: [x]\naliases: [Ay]\n---\n# Title A\n\n[l][r] [^1] ^id\n\n[r]: https://a.org\n\n[^1]: a\n',
        'b.md': '# B\n\n[l][r] [^1] ^id\n\n[r]: https://b.org\n\n[^1]: b\n',
        'c.md': '[[a]] [[Ay]] [[a#^id]] [x](a.md)',
      },
      'a.md',
      'b.md',
    )
    expect(after).toEqual({
      'b.md':
        '---\naliases: [Title A, a, Ay]\ntags: [x]\n---\n\n# B\n\n[l][r] [^1] ^id\n\n[r]: https://b.org\n\n[^1]: b\n\n## Title A\n\n[l][r-2] [^1-2] ^id-2\n\n[r-2]: https://a.org\n\n[^1-2]: a\n',
      'c.md': '[[b#Title A|a]] [[b#Title A|Ay]] [[b#^id-2]] [x](b.md#title-a)',
    })
  })

  test('headings that both have are told apart by what they stand below', () => {
    const after = merge(
      { 'a.md': '# A\n\n## Use\n', 'b.md': '# B\n\n## Use\n', 'c.md': '[[a#Use]] [x](a.md#use)' },
      'a.md',
      'b.md',
    )
    expect(after['c.md']).toBe('[[b#A#Use]] [x](b.md#use-1)')
  })

  test('a note is not merged into itself', () => {
    expect(failure(() => merge({ 'a.md': '' }, 'a.md', 'a.md'))).toMatch(/into itself/)
  })
})

function failure(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof FailureError && 'message' in error.failure) return error.failure.message
    throw error
  }
  return ''
}
