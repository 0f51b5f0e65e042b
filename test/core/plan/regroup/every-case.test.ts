import { expect, test } from '@jest/globals'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import {
  extractPart,
  partToExtract,
  sectionsToSplit,
  splitNote,
} from '../../../../src/core/plan/regroup/extract-section.ts'
import { inlineNote, mergeNotes, onlyLinkingNote } from '../../../../src/core/plan/regroup/join-notes.ts'
import { answerOf, applied, sourceOf, type Texts, withCrlf } from '../../../support/planned.ts'
import { noteAt } from '../../../support/vault-of.ts'

/** Whether the note that text comes to tells how its lines end. */
function hasLineEnd(texts: Texts): boolean {
  return texts['a.md']?.includes('\n') === true
}

test.each<[Texts, string, string, string | null, readonly string[], unknown]>([
  [
    { 'a.md': '# A\n\nIntro [[#Deep]].\n\n## Part\n\nText.\n\n### Deep\n\nMore.\n\n## Rest\n\nEnd.\n' },
    'Part',
    'new.md',
    null,
    ['---\nk: v\n---\n', 'Template.\n\n', '\nBack.\n'],
    [
      'extract "Part" of a.md to new.md',
      {
        'a.md': '# A\n\nIntro [[new#Deep]].\n\n[[new|Part]]\n\n## Rest\n\nEnd.\n',
        'new.md': '---\nk: v\n---\n# Part\n\nTemplate.\n\nText.\n\n## Deep\n\nMore.\n\nBack.\n',
      },
    ],
  ],
  [
    { 'a.md': '# A\n\nIntro [[#Deep]].\n\n## Part\n\nText.\n\n### Deep\n\nMore.\n\n## Rest\n\nEnd.\n' },
    'Deep',
    's/new.md',
    null,
    ['', '', ''],
    [
      'extract "Deep" of a.md to s/new.md',
      {
        'a.md': '# A\n\nIntro [[new|Deep]].\n\n## Part\n\nText.\n\n[[new|Deep]]\n\n## Rest\n\nEnd.\n',
        's/new.md': '# Deep\n\nMore.\n',
      },
    ],
  ],
  [
    { 'a.md': '# A\n\nIntro [[#Deep]].\n\n## Part\n\nText.\n\n### Deep\n\nMore.\n\n## Rest\n\nEnd.\n' },
    'A',
    'new.md',
    null,
    ['', '', ''],
    '"A" is the whole of a.md; nothing was changed — rename the note with: wend mv "a.md" "NEW TITLE", or cut it at its sections with: wend split "a.md"',
  ],
  [
    { 'a.md': '# A\n\nIntro [[#Deep]].\n\n## Part\n\nText.\n\n### Deep\n\nMore.\n\n## Rest\n\nEnd.\n' },
    'Rest',
    'new.md',
    'Other',
    ['', '', ''],
    [
      'extract "Rest" of a.md to new.md',
      {
        'a.md': '# A\n\nIntro [[#Deep]].\n\n## Part\n\nText.\n\n### Deep\n\nMore.\n\n[[new|Other]]\n',
        'new.md': '# Other\n\nEnd.\n',
      },
    ],
  ],
  [
    { 'a.md': 'x ^q\n\ny' },
    '^q',
    'new.md',
    null,
    ['', 'T\n\n', 'B\n'],
    ['extract "x" of a.md to new.md', { 'a.md': '[[new|x]]\n\ny', 'new.md': '# x\n\nT\n\nx ^q\nB\n' }],
  ],
  [
    { 'a.md': 'One. Two three. ^q\n\ny' },
    '^q',
    'new.md',
    null,
    ['', '', ''],
    ['extract "One" of a.md to new.md', { 'a.md': '[[new|One]]\n\ny', 'new.md': '# One\n\nOne. Two three. ^q\n' }],
  ],
  [
    { 'a.md': '- a\n- b ^q\n\n  more\n- c' },
    '^q',
    'new.md',
    null,
    ['', '', ''],
    ['extract "b" of a.md to new.md', { 'a.md': '- a\n- [[new|b]]\n- c', 'new.md': '# b\n\nb ^q\n\nmore\n' }],
  ],
  [
    { 'a.md': '1. [ ] task ^q\n   - sub\n' },
    '^q',
    'new.md',
    null,
    ['', '', ''],
    ['extract "task" of a.md to new.md', { 'a.md': '1. [ ] [[new|task]]\n', 'new.md': '# task\n\ntask ^q\n- sub\n' }],
  ],
  [
    { 'a.md': '```\ncode\n```\n^q\n\nx' },
    '^q',
    'new.md',
    'Code',
    ['', '', ''],
    ['extract "code" of a.md to new.md', { 'a.md': '[[new|Code]]\n\nx', 'new.md': '# Code\n\n```\ncode\n```\n^q\n' }],
  ],
  [
    {
      'a.md':
        'word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word ^q\n\nx',
    },
    '^q',
    'new.md',
    null,
    ['', '', ''],
    [
      'extract "word word word word word word word word word word word word" of a.md to new.md',
      {
        'a.md': '[[new|word word word word word word word word word word word word]]\n\nx',
        'new.md':
          '# word word word word word word word word word word word word\n\nword word word word word word word word word word word word word word word word word word word word word word word word word word word word word word ^q\n',
      },
    ],
  ],
  [
    { 'a.md': 'x [[a#^q]]\n\nPara: more; yes! ^q' },
    '^q',
    'new.md',
    null,
    ['', '', ''],
    [
      'extract "Para" of a.md to new.md',
      { 'a.md': 'x [[new#^q]]\n\n[[new|Para]]', 'new.md': '# Para\n\nPara: more; yes! ^q\n' },
    ],
  ],
  [
    { 'a.md': '## P\n\n[x](b.md) ![[i.png]] [y](#r) [z](https://e.org)\n\n## R\n', 'b.md': '[[a#P]] [q](a.md#p)' },
    'P',
    's/new.md',
    null,
    ['', '', ''],
    [
      'extract "P" of a.md to s/new.md',
      {
        'a.md': '[[new|P]]\n\n## R\n',
        'b.md': '[[new|P]] [q](s/new.md)',
        's/new.md': '# P\n\n[x](../b.md) ![[i.png]] [y](../a.md#r) [z](https://e.org)\n',
      },
    ],
  ],
  [
    { 'a.md': 'See #P\n\n## P\n### Q\n###### R\n' },
    'P',
    'new.md',
    null,
    ['', '', ''],
    ['extract "P" of a.md to new.md', { 'a.md': 'See #P\n\n[[new|P]]\n', 'new.md': '# P\n## Q\n##### R\n' }],
  ],
  [
    { 'a.md': '###### R\n\nx\n\n# Z\n' },
    'R',
    'new.md',
    null,
    ['', '', ''],
    ['extract "R" of a.md to new.md', { 'a.md': '[[new|R]]\n\n# Z\n', 'new.md': '# R\n\nx\n' }],
  ],
  [
    { 'a.md': '## P\n\nx\n\n---\n\n## Q' },
    'P',
    'new.md',
    null,
    ['', '', ''],
    ['extract "P" of a.md to new.md', { 'a.md': '[[new|P]]\n\n## Q', 'new.md': '# P\n\nx\n\n---\n' }],
  ],
  [
    { 'a.md': '- ## P\n  x\n\ny' },
    'P',
    'new.md',
    null,
    ['', '', ''],
    'the heading "P" stands in a quote or a list in a.md, and is no part that can be taken out; nothing was changed — take the section that it stands in',
  ],
  [
    { 'a.md': '# A\n\n## P {#p}\n\n[x](#p)\n\nz', 'b.md': '[x](a.md#p)' },
    'P',
    'new.md',
    null,
    ['', '', ''],
    [
      'extract "P" of a.md to new.md',
      { 'a.md': '# A\n\n[[new|P]]', 'b.md': '[x](new.md)', 'new.md': '# P {#p}\n\n[x](#p)\n\nz\n' },
    ],
  ],
  [
    { 'a.md': '# A\n\n## P\n\n## P\n\nz' },
    'p-1',
    'new.md',
    null,
    ['', '', ''],
    ['extract "P" of a.md to new.md', { 'a.md': '# A\n\n## P\n\n[[new|P]]', 'new.md': '# P\n\nz\n' }],
  ],
  [{ 'a.md': 'a\n\n## Pp\n' }, 'Ppp', 'new.md', null, ['', '', ''], 'no heading "Ppp" in a.md — did you mean "Pp"?'],
  [{ 'a.md': 'a\n' }, '^no', 'new.md', null, ['', '', ''], 'no block "^no" in a.md — its blocks: none'],
  [
    { 'a.md': '---\nt: 1\n---\n## P\n\nx' },
    'P',
    'new.md',
    null,
    ['', '', ''],
    '"P" is the whole of a.md; nothing was changed — rename the note with: wend mv "a.md" "NEW TITLE", or cut it at its sections with: wend split "a.md"',
  ],
])('of %j %s becomes %s, called %s', (texts, anchor, to, title, template, expected) => {
  const extract = (all: Texts, [front = '', between = '', back = '']: readonly string[]): unknown =>
    answerOf(() => {
      const source = sourceOf(all)
      const note = noteAt(source.vault, 'a.md')
      const part = partToExtract(source, note, anchor)
      const cut = { part, title: title ?? part.title, path: to as NotePath, front, between, back }
      const { changes, messages } = extractPart(source, note, cut)
      return [changes.title, applied(all, changes), ...messages]
    })
  expect(extract(texts, template)).toEqual(expected)
  if (hasLineEnd(texts)) expect(extract(withCrlf(texts), withCrlf(template))).toEqual(withCrlf(expected))
})

test.each<[Texts, number, unknown]>([
  [
    { 'a.md': '# A\n\n## B\n\nb\n\nmiddle\n\n## C\n\nc' },
    2,
    [
      'split a.md into 2 notes',
      { 'a.md': '# A\n\n- [[p1|B]]\n- [[p2|C]]', 'p1.md': '# B\n\nb\n\nmiddle\n', 'p2.md': '# C\n\nc\n' },
    ],
  ],
  [
    { 'a.md': '# A\n\n## B\n\n### D\n\n## \n\nq\n\n## C' },
    2,
    [
      'split a.md into 2 notes',
      { 'a.md': '# A\n\n- [[p1|B]]\n\n## \n\nq\n\n- [[p2|C]]', 'p1.md': '# B\n\n## D\n', 'p2.md': '# C\n' },
    ],
  ],
  [
    { 'a.md': '# A\n\nx\n\n# B\n\ny\n' },
    1,
    ['split a.md into 2 notes', { 'a.md': '- [[p1|A]]\n- [[p2|B]]\n', 'p1.md': '# A\n\nx\n', 'p2.md': '# B\n\ny\n' }],
  ],
  [
    { 'a.md': '# A\n\nx\n' },
    1,
    '"A" is the whole of a.md; nothing was changed — split it at a deeper level, with --level',
  ],
  [{ 'a.md': 'x\n' }, 2, 'a.md has no headings of level 2; nothing was changed — '],
  [
    { 'a.md': '# A\n### B\n##### C\n' },
    2,
    'a.md has no headings of level 2; nothing was changed — its headings are of level 1, 3, 5',
  ],
  [
    { 'a.md': '## B\r\n\r\n[r] [^1]\r\n\r\n## C\r\n\r\n[r]\r\n\r\n[r]: x\r\n\r\n[^1]: f\r\n' },
    2,
    [
      'split a.md into 2 notes',
      {
        'a.md': '- [[p1|B]]\r\n- [[p2|C]]\r\n',
        'p1.md': '# B\r\n\r\n[r] [^1]\r\n\r\n[r]: x\r\n[^1]: f\r\n',
        'p2.md': '# C\r\n\r\n[r]\r\n\r\n[r]: x\r\n',
      },
    ],
  ],
])('%j is split at level %i', (texts, level, expected) => {
  const split = (all: Texts): unknown =>
    answerOf(() => {
      const source = sourceOf(all)
      const note = noteAt(source.vault, 'a.md')
      const cuts = sectionsToSplit(source, note, level).map((part, at) => ({
        part,
        title: part.title,
        path: `p${at + 1}.md` as NotePath,
        front: '',
      }))
      const { changes } = splitNote(source, note, cuts)
      return [changes.title, applied(all, changes)]
    })
  expect(split(texts)).toEqual(expected)
  if (hasLineEnd(texts)) expect(split(withCrlf(texts))).toEqual(withCrlf(expected))
})

test.each<[Texts, unknown]>([
  [{ 'a.md': '# A\n\n[[n]]\n\nx', 'n.md': '# N\n\nt' }, ['put n.md into a.md', { 'a.md': '# A\n\n## N\n\nt\n\nx' }]],
  [{ 'a.md': '[[n]]', 'n.md': 't' }, ['put n.md into a.md', { 'a.md': '## n\n\nt\n' }]],
  [{ 'a.md': 'x\n[[n]]\ny', 'n.md': '# N' }, ['put n.md into a.md', { 'a.md': 'x\n[[#N|n]]\ny\n\n## N\n' }]],
  [
    { 'a.md': '## S\n\n[[n]]', 'n.md': '---\nk: 1\ntitle: T\n---\n\n\n## In\n\nt\n' },
    [
      'put n.md into a.md',
      { 'a.md': '## S\n\n### T\n\n#### In\n\nt\n' },
      'of the front matter of n.md these keys go to the trash with it: k',
    ],
  ],
  [
    { 'a.md': '###### S\n\n[[n]]\n', 'n.md': '# N\n\n## M' },
    ['put n.md into a.md', { 'a.md': '###### S\n\n###### N\n\n###### M\n' }],
  ],
  [{ 'a.md': 'no link', 'n.md': '# N\n\nt' }, ['put n.md into a.md', { 'a.md': 'no link\n\n## N\n\nt\n' }]],
  [{ 'a.md': '', 'n.md': 't\n' }, ['put n.md into a.md', { 'a.md': '## n\n\nt\n' }]],
  [
    { 'a.md': '---\nup: "[[n]]"\n---\n# A\n\n## S\n', 'n.md': 't' },
    ['put n.md into a.md', { 'a.md': '---\nup: "[[a#n|n]]"\n---\n# A\n\n## S\n\n## n\n\nt\n' }],
  ],
  [
    { 'a.md': '# A\n\n## S\n\nsee [[n]]\n\n## T\n\n[[n]]\n', 'n.md': '# N\n' },
    ['put n.md into a.md', { 'a.md': '# A\n\n## S\n\nsee [[#N|n]]\n\n## T\n\n### N\n' }],
  ],
  [
    { 'a.md': 'x [[n]]\r\n\r\ny\r\n', 'n.md': 'one\ntwo\n' },
    ['put n.md into a.md', { 'a.md': 'x [[#n|n]]\r\n\r\ny\r\n\r\n## n\r\n\r\none\r\ntwo\r\n' }],
  ],
  [{ 'a.md': '[[n]] ^id\n', 'n.md': 't' }, ['put n.md into a.md', { 'a.md': '[[#n|n]] ^id\n\n## n\n\nt\n' }]],
  [
    { 'a.md': '- [[n]]\n- z', 'n.md': '# N\n\nt\n\n## H\nu' },
    ['put n.md into a.md', { 'a.md': '- **N**\n\n  t\n\n  **H**\n\n  u\n\n- z' }],
  ],
  [
    { 'a.md': '> [[n]]\n', 'n.md': 't\n\n[r]\n\n[r]: x\n' },
    ['put n.md into a.md', { 'a.md': '> **n**\n>\n> t\n>\n> [r]\n\n[r]: x\n' }],
  ],
  [{ 'a.md': '1. [x] [[n]]', 'n.md': '# N' }, ['put n.md into a.md', { 'a.md': '1. [x] **N**' }]],
  [{ 'a.md': '- [[n]]', 'n.md': '\tcode' }, ['put n.md into a.md', { 'a.md': '- [[#n|n]]\n\n## n\n\n\tcode\n' }]],
  [{ 'a.md': '- [[n]]', 'n.md': 'Set\n===\n\nt' }, ['put n.md into a.md', { 'a.md': '- [[#Set|n]]\n\n## Set\n\nt\n' }]],
  [{ 'a.md': '- [[n]]', 'n.md': '# *N*\n\nt' }, ['put n.md into a.md', { 'a.md': '- [[#N|n]]\n\n## *N*\n\nt\n' }]],
  [
    { 'a.md': '![[n]]', 'n.md': '# N\n\nt [[#N]] [x](#n)', 'b.md': '[[n]] [[n#N]]' },
    ['put n.md into a.md', { 'a.md': '## N\n\nt [[#N]] [x](#n)\n', 'b.md': '[[a#N|n]] [[a#N]]' }],
  ],
  [
    { 'a.md': '[x](n.md)\n\nend [^1]\n\n[^1]: f', 'n.md': 'q [^1]\n\n[^1]: f' },
    ['put n.md into a.md', { 'a.md': '## n\n\nq [^1]\n\nend [^1]\n\n[^1]: f' }],
  ],
  [
    { 'a.md': 'x ^b\n\n[[n]]', 'n.md': 'y ^b\n\nz ^B', 'c.md': '[[n#^b]] [[a#^b]]' },
    ['put n.md into a.md', { 'a.md': 'x ^b\n\n## n\n\ny ^b-2\n\nz ^B-3\n', 'c.md': '[[a#^b-2]] [[a#^b]]' }],
  ],
  [
    { 'a.md': '[[n]]\n\n[r]\n\n[r]: u', 'n.md': '[t][r] [r] [r][]\n\n[r]: v "w"' },
    ['put n.md into a.md', { 'a.md': '## n\n\n[t][r-2] [r][r-2] [r][r-2]\n\n[r]\n\n[r]: u\n[r-2]: v "w"\n' }],
  ],
  [
    { 'a.md': '[[n]]\n\n[x\\]: y]: u', 'n.md': '[t][x\\]: y]\n\n[x\\]: y]: v\n' },
    ['put n.md into a.md', { 'a.md': '## n\n\n[t][x\\]: y-2]\n\n[x\\]: y]: u\n[x\\]: y-2]: v\n' }],
  ],
  [{ 'a.md': '[[n]]\n\n[r]: u', 'n.md': '[r]\n\n[r]: u' }, ['put n.md into a.md', { 'a.md': '## n\n\n[r]\n\n[r]: u' }]],
  [
    { 'a.md': '# A\n\n[[n]]', 'n.md': 'Set\nx\n---\n\nt' },
    ['put n.md into a.md', { 'a.md': '# A\n\n## n\n\n### Set x\n\nt\n' }],
  ],
])('of %j n becomes a section of a', (texts, expected) => {
  const inlined = (all: Texts): unknown =>
    answerOf(() => {
      const source = sourceOf(all)
      const { changes, messages } = inlineNote(source, noteAt(source.vault, 'n.md'), noteAt(source.vault, 'a.md'))
      return [changes.title, applied(all, changes), ...messages]
    })
  expect(inlined(texts)).toEqual(expected)
  if (hasLineEnd(texts)) expect(inlined(withCrlf(texts))).toEqual(withCrlf(expected))
})

test.each<[Texts, unknown]>([
  [
    { 'a.md': '# A\n', 'n.md': '# N\n\nt', 'c.md': '[[n]] [[N]] [x](n.md#n)' },
    [
      'merge n.md into a.md',
      { 'a.md': '---\naliases: ["N"]\n---\n\n# A\n\n## N\n\nt\n', 'c.md': '[[a#N|n]] [[A#N|N]] [x](a.md#n)' },
    ],
  ],
  [{ 'a.md': '', 'n.md': 't' }, ['merge n.md into a.md', { 'a.md': '---\naliases: ["n"]\n---\n\n## n\n\nt\n' }]],
  [
    { 'a.md': 'x', 'n.md': '---\ntags: [p, q]\naliases: [Z]\nk: v\nm: 1\n---\nt #q' },
    [
      'merge n.md into a.md',
      { 'a.md': '---\naliases: ["n", Z]\ntags: [p]\n---\n\nx\n\n## n\n\nt #q\n' },
      'of the front matter of n.md these keys go to the trash with it: k, m',
    ],
  ],
  [
    { 'a.md': '---\naliases: [n]\ntags: p\n---\nx\n', 'n.md': '---\ntags: [p, r]\n---\nt' },
    ['merge n.md into a.md', { 'a.md': '---\naliases: [n]\ntags: [p, r]\n---\nx\n\n## n\n\nt\n' }],
  ],
  [
    { 'a.md': '# Same', 'n.md': '# Same\n\nt', 'o.md': '# n' },
    ['merge n.md into a.md', { 'a.md': '# Same\n\n## Same\n\nt\n', 'o.md': '# n' }],
  ],
  [
    { 'a.md': 'x\r\n', 'n.md': 't\nu\n' },
    ['merge n.md into a.md', { 'a.md': '---\r\naliases: ["n"]\r\n---\r\n\r\nx\r\n\r\n## n\r\n\r\nt\r\nu\r\n' }],
  ],
  [
    { 'a.md': '# A\n\n[r]: x', 'n.md': '# N\n\n[s]\n\n[s]: y\n' },
    ['merge n.md into a.md', { 'a.md': '---\naliases: ["N"]\n---\n\n# A\n\n[r]: x\n\n## N\n\n[s]\n\n[s]: y\n' }],
  ],
  [
    { 'a.md': '# A', 'n.md': '#### D\n\n##### E' },
    ['merge n.md into a.md', { 'a.md': '---\naliases: ["n"]\n---\n\n# A\n\n## n\n\n### D\n\n#### E\n' }],
  ],
  [
    { 'a.md': '# A', 'n.md': '# N\n\n[[a]] [[n]] [[#N]]' },
    ['merge n.md into a.md', { 'a.md': '---\naliases: ["N"]\n---\n\n# A\n\n## N\n\n[[a]] [[#N|n]] [[#N]]\n' }],
  ],
])('of %j n is merged into a', (texts, expected) => {
  const merged = (all: Texts): unknown =>
    answerOf(() => {
      const source = sourceOf(all)
      const { changes, messages } = mergeNotes(source, noteAt(source.vault, 'n.md'), noteAt(source.vault, 'a.md'))
      return [changes.title, applied(all, changes), ...messages]
    })
  expect(merged(texts)).toEqual(expected)
  if (hasLineEnd(texts)) expect(merged(withCrlf(texts))).toEqual(withCrlf(expected))
})

test.each([
  [0, 'no note links to n.md, so it is not said where it goes — say into which: wend inline "n.md" --into NOTE'],
  [1, '0.md'],
  [2, '2 notes link to n.md: 0.md, 1.md — say into which: wend inline "n.md" --into NOTE'],
  [5, '5 notes link to n.md: 0.md, 1.md, 2.md, 3.md, 4.md — say into which: wend inline "n.md" --into NOTE'],
  [6, '6 notes link to n.md: 0.md, 1.md, 2.md, 3.md, 4.md, … — say into which: wend inline "n.md" --into NOTE'],
])('with links of %i notes', (count, expected) => {
  const linking = Array.from({ length: count }, (_, at) => [`${at}.md`, '[[n]]'] as const)
  const { vault } = sourceOf({ 'n.md': '[[n]]', ...Object.fromEntries(linking) })
  expect(answerOf(() => onlyLinkingNote(vault, noteAt(vault, 'n.md')).path)).toBe(expected)
})
