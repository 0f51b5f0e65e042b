import { expect, test } from '@jest/globals'
import type { LinkForm } from '../../../src/core/model/config.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { findMentions } from '../../../src/core/plan/find-mentions.ts'
import { addTags, removeTags } from '../../../src/core/plan/front-matter/tag-note.ts'
import { linkMentions } from '../../../src/core/plan/link-mentions.ts'
import { renameFolder } from '../../../src/core/plan/rename/rename-folder.ts'
import { renameHeading } from '../../../src/core/plan/rename/rename-heading.ts'
import { type NewName, readNewName, renameNote } from '../../../src/core/plan/rename/rename-note.ts'
import { renameTag } from '../../../src/core/plan/rename/rename-tag.ts'
import { createNotes } from '../../../src/core/plan/write/create-note.ts'
import { namelessBlocks, nameBlock } from '../../../src/core/plan/write/name-block.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { answerOf, applied, sourceOf, type Texts } from '../../support/planned.ts'
import { logseq, noteAt, vaultOf } from '../../support/vault-of.ts'

test.each<[string, readonly string[], string]>([
  ['A Neural Net is it.', ['1:3 Neural Net > Neural Net.md 95'], 'link 1 mention: A [[Neural Net]] is it.'],
  [
    'a neural net, a NEURAL NET',
    ['1:3 neural net > Neural Net.md 65'],
    'link 1 mention: a [[Neural Net|neural net]], a NEURAL NET',
  ],
  ['Bee and bee', ['1:1 Bee > bee.md 60'], 'link 1 mention: [[Bee]] and bee'],
  ['beekeeper bee-line bees bee.', ['1:25 bee > bee.md 45'], 'link 1 mention: beekeeper bee-line bees [[bee]].'],
  [
    'a/bee bee/a #bee @bee bee@x bee.md bee_x $bee bee.',
    ['1:47 bee > bee.md 45'],
    'link 1 mention: a/bee bee/a #bee @bee bee@x bee.md bee_x $bee [[bee]].',
  ],
  ['(bee) "bee" *bee* bee- bee', ['1:2 bee > bee.md 45'], 'link 1 mention: ([[bee]]) "bee" *bee* bee- bee'],
  ['[[bee]] bee', [], 'link 0 mentions: [[bee]] bee'],
  ['`bee` $bee$ <!-- bee --> bee', ['1:26 bee > bee.md 45'], 'link 1 mention: `bee` $bee$ <!-- bee --> [[bee]]'],
  ['# bee\n\nbee', [], 'link 0 mentions: # bee\n\nbee'],
  ['NN and deep learning', ['1:8 deep learning > Neural Net.md 70'], 'link 1 mention: NN and [[deep learning]]'],
  ['ab 2024-01', [], 'link 0 mentions: ab 2024-01'],
  ['C++ and C++11', ['1:1 C++ > C++.md 60'], 'link 1 mention: [[C++]] and C++11'],
  ['---\nk: bee\n---\nbee', ['4:1 bee > bee.md 45'], 'link 1 mention: ---\nk: bee\n---\n[[bee]]'],
  ['[bee](x.md) bee', ['1:13 bee > bee.md 45'], 'link 1 mention: [bee](x.md) [bee](bee.md)'],
  ['a [x]\n\n[x]: bee.md', [], 'link 0 mentions: a [x]\n\n[x]: bee.md'],
  [
    'bee\nneural net',
    ['2:1 neural net > Neural Net.md 65', '1:1 bee > bee.md 45'],
    'link 2 mentions: [[bee]]\n[[Neural Net|neural net]]',
  ],
  ['x^bee \\bee -bee', [], 'link 0 mentions: x^bee \\bee -bee'],
  ['neural\nnet', [], 'link 0 mentions: neural\nnet'],
  ['ＢＥＥ', [], 'link 0 mentions: ＢＥＥ'],
  ['```\nbee\n```', [], 'link 0 mentions: ```\nbee\n```'],
  [
    'bee- neural net',
    ['1:6 neural net > Neural Net.md 65', '1:1 bee > bee.md 45'],
    'link 2 mentions: [[bee]]- [[Neural Net|neural net]]',
  ],
  ['deep learning NN', ['1:1 deep learning > Neural Net.md 70'], 'link 1 mention: [[deep learning]] NN'],
])('names in %j', (text, found, linked) => {
  const names = {
    'Neural Net.md': '---\naliases: [NN, deep learning, ab, 2024-01]\n---\n',
    'bee.md': '# Bee\n',
    'C++.md': '',
  }
  const source = sourceOf({ ...names, 'a.md': text })
  const mentions = findMentions(source, [noteAt(source.vault, 'a.md')])
  const said = mentions.map(
    ({ line, column, text: name, target, score }) => `${line}:${column} ${name} > ${target.path} ${score}`,
  )
  expect(said).toEqual(found)
  const { changes } = linkMentions(source, mentions)
  expect(`${changes.title}: ${applied({ 'a.md': text }, changes)['a.md'] ?? ''}`).toBe(linked)
})

test.each<[Texts, string | null, readonly string[], Texts]>([
  [
    { 'a.md': 'bee', 'b.md': 'bee', 'bee.md': '' },
    null,
    ['a.md > bee.md 54', 'b.md > bee.md 54'],
    { 'a.md': '[[bee]]', 'b.md': '[[bee]]', 'bee.md': '' },
  ],
  [
    { 'a.md': 'x bee\nfox', 'bee.md': '', 'fox.md': 'bee' },
    'markdown',
    ['a.md > fox.md 60', 'a.md > bee.md 54', 'fox.md > bee.md 54'],
    { 'a.md': 'x [bee](bee.md)\n[fox](fox.md)', 'bee.md': '', 'fox.md': '[bee](bee.md)' },
  ],
  [
    { 'a.md': '| bee |\n|---|\n| Fox |', 'bee.md': '', 's/fox.md': '---\ntitle: Red Fox\n---\n' },
    'wiki',
    ['a.md > bee.md 60'],
    { 'a.md': '| [[bee]] |\n|---|\n| Fox |', 'bee.md': '', 's/fox.md': '---\ntitle: Red Fox\n---\n' },
  ],
  [
    { 'a.md': 'bee', 'bee.md': '[a](a.md) a a' },
    null,
    ['a.md > bee.md 60'],
    { 'a.md': '[bee](bee.md)', 'bee.md': '[a](a.md) a a' },
  ],
  [
    { 'a.md': 'red fox', 's/fox.md': '# Red Fox' },
    'shortest-path',
    ['a.md > s/fox.md 65'],
    { 'a.md': '[[fox|red fox]]', 's/fox.md': '# Red Fox' },
  ],
  [
    { 'a.md': 'one two three four', 'n.md': '# One Two Three Four' },
    null,
    ['a.md > n.md 75'],
    { 'a.md': '[[n|one two three four]]', 'n.md': '# One Two Three Four' },
  ],
])('names in %j become links of the form %s', (texts, form, found, linked) => {
  const source = { ...sourceOf(texts), linkForm: form === null ? undefined : (form as LinkForm) }
  const mentions = findMentions(source, source.vault.notes)
  expect(mentions.map(({ note, target, score }) => `${note.path} > ${target.path} ${score}`)).toEqual(found)
  expect(applied(texts, linkMentions(source, mentions).changes)).toEqual(linked)
})

test.each([
  ['#a b', 'a', 'c', 'rename the tag a to c: #c b'],
  ['#A/x #ab #a', '#a/', '#c', 'rename the tag a to c: #c/x #ab #c'],
  ['---\ntags: a b\n---\n', 'b', 'c', 'rename the tag b to c: ---\ntags: a c\n---\n'],
  ['---\ntags: "#a, b"\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: "#c, b"\n---\n'],
  ['---\ntags: [\'a\', "a/b", 3]\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: [\'c\', "c/b", 3]\n---\n'],
  [
    '---\ntags:\n  - a # why\n  - b\n---\n',
    'a',
    'x/y',
    'rename the tag a to x/y: ---\ntags:\n  - x/y # why\n  - b\n---\n',
  ],
  ['---\ntags: [a, c, d]\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: [c, d]\n---\n'],
  ['---\ntags: |\n  a\n  b\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: "c\\nb"\n---\n'],
  ['---\nTag: a\n---\n#a', 'a', 'c', 'rename the tag a to c: ---\nTag: c\n---\n#c'],
  ['---\ntags: a\ntag: a\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: c\ntag: a\n---\n'],
  ['---\nother: a\n---\n#a', 'a', 'c', 'rename the tag a to c: ---\nother: a\n---\n#c'],
  ['#x', 'a', 'c', 'no note has the tag "a" — '],
  ['#tax', 'taxx', 'c', 'no note has the tag "taxx" — did you mean "tax"?'],
  ['#a', 'a', '1', '"1" is not a tag: letters, digits, - and _, parts divided by / — '],
  ['#a', 'a', 'x y', '"x y" is not a tag: letters, digits, - and _, parts divided by / — '],
  ['#a', 'a', '', '"" is not a tag: letters, digits, - and _, parts divided by / — '],
  ['#a', 'a', '/x', '"/x" is not a tag: letters, digits, - and _, parts divided by / — '],
  ['#a', 'a', 'é-1_x', 'rename the tag a to é-1_x: #é-1_x'],
  ['#a', 'A', 'a', 'the tag is called a already: #a'],
  ['#A', 'a', 'a', 'rename the tag a to a: #a'],
  ['+++\ntags = ["a", "b"] # c\n+++\n', 'a', 'c', 'rename the tag a to c: +++\ntags = ["c", "b"] # c\n+++\n'],
  ['+++\ntags = "a, b"\n+++\n', 'b', 'c', 'rename the tag b to c: +++\ntags = "a, c"\n+++\n'],
  ['+++\ntags = ["a", "c"]\n+++\n', 'a', 'c', 'rename the tag a to c: +++\ntags = ["c"]\n+++\n'],
  ['+++\ntitle = "a"\n+++\n#a', 'a', 'c', 'rename the tag a to c: +++\ntitle = "a"\n+++\n#c'],
  ['---\ntags: [a, [b]]\n---\n#a', 'a', 'c', 'rename the tag a to c: ---\ntags: [c, [b]]\n---\n#c'],
  ['---\ntags: ["a b", a]\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: ["a b", c]\n---\n'],
  ["---\ntags: 'a'\n---\n", 'a', 'c', "rename the tag a to c: ---\ntags: 'c'\n---\n"],
  ['---\ntags: [" a "]\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: [" c "]\n---\n'],
  ['---\ntags: a\n---\n[[b]] #a\n# a #a', 'a', 'c', 'rename the tag a to c: ---\ntags: c\n---\n[[b]] #c\n# a #c'],
  [
    '---\ntags: [&x a, b]\nk: *x\n---\n',
    'a',
    'c',
    'the front matter of a.md cannot be edited: "k" repeats by an alias (*) what would be changed, and would change, too; nothing was changed — edit it by hand with: wend open a.md',
  ],
  ['---\ntags: true\n---\n#a', 'a', 'c', 'rename the tag a to c: ---\ntags: true\n---\n#c'],
  ['---\ntags: a c\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: c\n---\n'],
  ['#1a', '1a', '2b', 'rename the tag 1a to 2b: #2b'],
  ['---\ntags: a, b, c\n---\n', 'a', 'c', 'rename the tag a to c: ---\ntags: c, b\n---\n'],
  ['+++\ntags = "a, c"\n+++\n', 'a', 'c', 'rename the tag a to c: +++\ntags = "c"\n+++\n'],
])('in %j the tag %s becomes %s', (text, from, to, expected) => {
  const said = answerOf(() => {
    const { changes } = renameTag(sourceOf({ 'a.md': text }), from, to)
    return `${changes.title}: ${applied({ 'a.md': text }, changes)['a.md'] ?? ''}`
  })
  expect(said).toBe(expected)
})

test('a name that more notes mention is less surely meant, and the surest mention comes first', () => {
  const score = (notes: number): readonly number[] => {
    const texts = Array.from({ length: notes }, (_, at) => [`${at}.md`, 'a bee'] as const)
    const source = sourceOf({ 'bee.md': '# Bee\n', ...Object.fromEntries(texts) })
    return findMentions(source, source.vault.notes).map((mention) => mention.score)
  }
  // Six less for each time that the notes double.
  expect([score(1), score(2), score(4), score(8)]).toEqual([[45], [39, 39], [33, 33, 33, 33], Array(8).fill(27)])
  const source = sourceOf({ 'bee.md': '', 'Wild Bee.md': '', 'b.md': 'bee and\nwild bee', 'a.md': 'wild bee, bee' })
  const found = findMentions(source, source.vault.notes)
  expect(found.map(({ note, target, line }) => `${note.path}:${line} ${target.path}`)).toEqual([
    'a.md:1 Wild Bee.md', 'b.md:2 Wild Bee.md', 'a.md:1 bee.md', 'b.md:1 bee.md',
  ]) // prettier-ignore
})

test.each<[string, string, object, unknown]>([
  ['pages/x.md', 'new page', {}, { path: 'pages/new page.md' }],
  ['pages/x.md', 'a/b', {}, { path: 'pages/a___b.md' }],
  ['pages/x.md', 'dir/b', {}, { path: 'dir/b.md' }],
  ['pages/x.md', 'a/b', { isPlace: true }, { path: 'a/b.md' }],
  ['pages/x.md', 'Mar 5th, 2024', {}, { path: 'journals/2024_03_05.md' }],
  ['pages/x.md', '/a/b', {}, { path: 'a/b.md' }],
  ['pages/x.md', 'a/b.md', {}, { path: 'a/b.md' }],
  ['pages/x.md', 'T', { only: 'title' }, { title: 'T' }],
])('in a vault of Logseq %s as %j, %j', (path, wanted, how, expected) => {
  const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
  const journals = { folder: 'journals', file: 'yyyy_MM_dd', title: 'MMM do, yyyy' }
  const note = parseNote({ path: path as NotePath, text: '- a', facts, dialects: { ...logseq, journals } })
  const isFolder = (folder: string): boolean => folder === 'dir'
  expect(answerOf(() => readNewName(note, wanted, { only: undefined, isFolder, ...how }))).toEqual(expected)
})

test.each<[string, string, object, unknown]>([
  ['plain.md', 'new', {}, { path: 'new.md' }],
  ['plain.md', 'New Name', {}, { path: 'New Name.md' }],
  ['s/My Note.md', 'new', {}, { path: 's/new.md' }],
  ['s/My Note.md', 'New Name', {}, { path: 's/New Name.md', title: 'New Name' }],
  ['s/My Note.md', 'x/New', {}, { path: 'x/New.md' }],
  ['s/My Note.md', 'x/', {}, { path: 'x/My Note.md' }],
  ['s/My Note.md', 'dir', {}, { path: 'dir/My Note.md' }],
  ['s/My Note.md', 'new.md', {}, { path: 's/new.md' }],
  ['s/My Note.md', 'New One.md', {}, { path: 's/New One.md' }],
  ['s/my-note.markdown', 'New  One ', {}, { path: 's/new-one.markdown', title: 'New One' }],
  ['s/my-note.markdown', 'x', {}, { path: 's/x.markdown' }],
  ['s/my-note.markdown', 'Ünï: c?', {}, { path: 's/ünï-c.markdown', title: 'Ünï: c?' }],
  ['s/My Note.md', 'A: b? #c', {}, { path: 's/A b c.md', title: 'A: b? #c' }],
  ['s/My Note.md', '???', {}, { path: 's/???.md' }],
  ['front.md', 'Other', {}, { path: 'other.md', title: 'Other' }],
  ['front.md', 'other', {}, { path: 'other.md' }],
  ['front.md', '  ', {}, 'the new name is empty — '],
  ['front.md', 'x', { only: 'title' }, { title: 'x' }],
  ['front.md', 'X Y', { only: 'file' }, { path: 'X Y.md' }],
  ['s/My Note.md', 'b', { isPlace: true }, { path: 'b.md' }],
  ['s/My Note.md', 'b.md', { isPlace: true }, { path: 'b.md' }],
  ['front.md', '../x', {}, '"../x" is not a path inside the vault — '],
  [
    'front.md',
    '.hidden',
    {},
    '".hidden" starts a name with a dot, and such files are left out of the vault; nothing was changed — ',
  ],
  [
    'front.md',
    'a/.b/c',
    {},
    '"a/.b/c" starts a name with a dot, and such files are left out of the vault; nothing was changed — ',
  ],
  ['front.md', '/a/b', {}, { path: 'a/b.md' }],
  ['front.md', 'a/b.markdown', {}, { path: 'a/b.markdown' }],
  ['plain.md', 'x.y', {}, { path: 'x.y.md' }],
  ['s/my-note.markdown', 'Q', { only: 'file' }, { path: 's/Q.markdown' }],
])('%s as %j, %j', (path, wanted, how, expected) => {
  const vault = vaultOf({
    'plain.md': 'x',
    's/My Note.md': '# My Note',
    's/my-note.markdown': '# My Note',
    'front.md': '---\ntitle: T\n---\n',
  })
  const isFolder = (one: string): boolean => one === 'dir'
  expect(answerOf(() => readNewName(noteAt(vault, path), wanted, { only: undefined, isFolder, ...how }))).toEqual(
    expected,
  )
})

test.each<[Texts, string, object, unknown]>([
  [{ 'a.md': '# T\n' }, 'a.md', { title: 'T' }, ['a.md has that name already', { 'a.md': '# T\n' }, []]],
  [{ 'a.md': '# T\n' }, 'a.md', { path: 'a.md' }, ['a.md has that name already', { 'a.md': '# T\n' }, []]],
  [
    { 'a.md': '# T\n' },
    'a.md',
    { path: 'b.md', title: 'U' },
    ['move a.md to b.md and title it "U"', { 'b.md': '# U\n' }, []],
  ],
  [{ 'a.md': '# T\n' }, 'a.md', { title: 'U' }, ['title a.md "U"', { 'a.md': '# U\n' }, []]],
  [{ 'a.md': 'x' }, 'a.md', { title: 'U' }, ['title a.md "U"', { 'a.md': '---\ntitle: U\n---\nx' }, []]],
  [
    { 'a.md': '---\nk: v\n---\nx' },
    'a.md',
    { title: 'U: v' },
    ['title a.md "U: v"', { 'a.md': '---\nk: v\ntitle: "U: v"\n---\nx' }, []],
  ],
  [
    { 'a.md': '---\ntitle: T\n---\n# T\n' },
    'a.md',
    { title: 'U' },
    ['title a.md "U"', { 'a.md': '---\ntitle: U\n---\n# U\n' }, []],
  ],
  [{ 'a.md': '#\n\n# T\n' }, 'a.md', { title: 'U' }, ['title a.md "U"', { 'a.md': '#\n\n# U\n' }, []]],
  [{ 'a.md': 'T\n===\n' }, 'a.md', { title: 'U' }, ['title a.md "U"', { 'a.md': 'U\n===\n' }, []]],
  [{ 'a.md': '', 'b.md': '' }, 'a.md', { path: 'B.md' }, 'b.md exists already; nothing was changed — '],
  [{ 'a.md': '[[a]]' }, 'a.md', { path: 'A.md' }, ['move a.md to A.md', { 'A.md': '[[A]]' }, []]],
  [
    { 'a.md': '# T\n', 'b.md': '[[T]] [[t]] [[T|x]] [[a#T]]' },
    'a.md',
    { title: 'New T' },
    ['title a.md "New T"', { 'a.md': '# New T\n', 'b.md': '[[New T]] [[new t]] [[New T|x]] [[a#New T]]' }, []],
  ],
  [
    { 'a.md': '# T\n', 'b.md': '---\naliases: [U]\n---\n[[U]] [[T]]' },
    'a.md',
    { title: 'U' },
    ['title a.md "U"', { 'a.md': '# U\n', 'b.md': '---\naliases: [U]\n---\n[[b]] [[U]]' }, []],
  ],
])('in %j %s becomes %j', (texts, path, name, expected) => {
  const source = sourceOf(texts)
  const said = answerOf(() => {
    const { changes, messages } = renameNote(source, noteAt(source.vault, path), name as NewName)
    return [changes.title, applied(texts, changes), messages]
  })
  expect(said).toEqual(expected)
})

test.each<[string, string, string, unknown]>([
  [
    '# A\n\n## B\n\n[x](#b) [[#B]]',
    'B',
    'C',
    ['rename the heading "B" of a.md to "C"', '# A\n\n## C\n\n[x](#c) [[#C]]'],
  ],
  ['## B ##\n[x](#b)', 'b', '## C d', ['rename the heading "B" of a.md to "C d"', '## C d ##\n[x](#c-d)']],
  ['## B\n', 'Q', 'C', 'no heading "Q" in a.md — its headings: B'],
  ['## Bees\n', 'Beess', 'C', 'no heading "Beess" in a.md — did you mean "Bees"?'],
  ['## B\n', 'B', '  ', 'the new heading is empty — '],
  [
    '## B\n\n## B\n\n[x](#b) [y](#b-1)',
    'B',
    'C',
    [
      'rename the heading "B" of a.md to "C"',
      '## C\n\n## B\n\n[x](#c) [y](#b)',
      'a.md has 2 headings "B", in lines 1, 3; that in line 1 was taken',
    ],
  ],
  ['## B {#id}\n[x](#id) [y](#b)', 'B', 'C', ['rename the heading "B" of a.md to "C"', '## C {#id}\n[x](#id) [y](#c)']],
  ['B\n---\n[[#B]]', 'B', 'C', ['rename the heading "B" of a.md to "C"', 'C\n---\n[[#C]]']],
  ['## A\n\n### B\n\n[[#A#B]]', 'A', 'Z', ['rename the heading "A" of a.md to "Z"', '## Z\n\n### B\n\n[[#Z#B]]']],
  ['## B\ntext ^x', '^x', 'C', 'a.md has no heading "^x" — '],
  ['## A [[#B]]\n\n## B', 'B', 'C', ['rename the heading "B" of a.md to "C"', '## A [[#C]]\n\n## C']],
  ['## B\n', 'B', '#tag', ['rename the heading "B" of a.md to "#tag"', '## #tag\n']],
])('in %j the heading %s becomes %j', (text, anchor, words, expected) => {
  const source = sourceOf({ 'a.md': text })
  const said = answerOf(() => {
    const { changes, messages } = renameHeading(source, noteAt(source.vault, 'a.md'), anchor, words)
    return [changes.title, applied({ 'a.md': text }, changes)['a.md'], ...messages]
  })
  expect(said).toEqual(expected)
})

test.each<[Texts, string, string, unknown]>([
  [
    { 's/a.md': '[b](b.md) [[c]]', 's/b.md': '', 'c.md': '[[s/a]] [x](s/a.md) [y](s/)', 's/t/d.md': '' },
    's',
    'u/v',
    [
      'move s/ to u/v/',
      { 'u/v/a.md': '[b](b.md) [[c]]', 'u/v/b.md': '', 'c.md': '[[u/v/a]] [x](u/v/a.md) [y](u/v/)', 'u/v/t/d.md': '' },
      ['s/t', 's'],
    ],
  ],
  [{ 's/a.md': '' }, 's', 's', 's cannot be moved into itself — '],
  [{ 's/a.md': '' }, 's', 's/t', 's cannot be moved into itself — '],
  [{ 's/a.md': '' }, 's', 'there', 'there exists already; nothing was changed — '],
])('in %j the folder %s becomes %s', (texts, from, to, expected) => {
  const { notes } = vaultOf(texts)
  const vault = new Vault({ notes, attachments: [], exists: (path) => path === 'there' })
  const source = { vault, textOf: (path: string) => texts[path] ?? '' }
  const files = notes.map(({ path }) => path).filter((path) => path.startsWith('s/'))
  const folders = files.some((path) => path.startsWith('s/t/')) ? ['s/t' as NotePath] : []
  const said = answerOf(() => {
    const { changes } = renameFolder(source, from as NotePath, to as NotePath, { files, folders })
    const emptied = changes.changes.filter(({ kind }) => kind === 'remove-folder').map(({ path }) => path)
    return [changes.title, applied(texts, changes), emptied]
  })
  expect(said).toEqual(expected)
})

test.each<[string, readonly (readonly string[])[]]>([
  [
    'one\n\ntwo ^x\n\n- three\n- four\n  - five\n\n> six\n\n# h\n\n```\nc\n```',
    [
      ['one', 'fnfegf', 'one ^fnfegf\n\ntwo ^x\n\n- three\n- four\n  - five\n\n> six\n\n# h\n\n```\nc\n```'],
      ['three', '1vp0w3', 'one\n\ntwo ^x\n\n- three ^1vp0w3\n- four\n  - five\n\n> six\n\n# h\n\n```\nc\n```'],
      ['four', 'd5lr51', 'one\n\ntwo ^x\n\n- three\n- four ^d5lr51\n  - five\n\n> six\n\n# h\n\n```\nc\n```'],
      ['five', 'ch2k5x', 'one\n\ntwo ^x\n\n- three\n- four\n  - five ^ch2k5x\n\n> six\n\n# h\n\n```\nc\n```'],
    ],
  ],
  [
    'same\n\nsame',
    [
      ['same', 'kw60xn', 'same ^kw60xn\n\nsame'],
      ['same', '5l6g6v', 'same\n\nsame ^5l6g6v'],
    ],
  ],
  ['', []],
  ['<!-- x -->\n\n**b** [[a]]', [['b a', '2dxbh6', '<!-- x -->\n\n**b** [[a]] ^2dxbh6']]],
  ['---\nk: v\n---\nx\ny\n', [['x y', 'k9m104', '---\nk: v\n---\nx\ny ^k9m104\n']]],
])('blocks without a name in %j', (text, expected) => {
  const source = sourceOf({ 'a.md': text })
  const note = noteAt(source.vault, 'a.md')
  const named = namelessBlocks(note, text).map(({ text: shown, id }) => [
    shown,
    id,
    applied({ 'a.md': text }, nameBlock(source, note, id))['a.md'],
  ])
  expect(named).toEqual(expected)
  expect(answerOf(() => nameBlock(source, note, 'none'))).toBe(
    'a.md no longer has the paragraph that was to be named ^none — ',
  )
})

test.each<[readonly string[], unknown]>([
  [['a.md'], 'a.md exists already — open it with: wend open a.md'],
  [
    ['x.md'],
    { changes: { title: 'create x.md', changes: [{ kind: 'create', path: 'x.md', text: 't' }] }, messages: [] },
  ],
  [
    ['x.md', 'y.md'],
    {
      changes: {
        title: 'create 2 notes',
        changes: [
          { kind: 'create', path: 'x.md', text: 't' },
          { kind: 'create', path: 'y.md', text: 't' },
        ],
      },
      messages: [],
    },
  ],
])('%j are created', (paths, expected) => {
  const drafts = paths.map((path) => ({ path: path as NotePath, text: 't' }))
  expect(answerOf(() => createNotes(vaultOf({ 'a.md': '' }), drafts))).toEqual(expected)
})

test.each<[string, readonly string[], readonly string[], unknown]>([
  [
    'add',
    ['a.md'],
    ['one'],
    ['a.md says that already', { 'a.md': '---\ntags: [One]\n---\n#two', 'b.md': '', 'c.md': '\r\nx' }],
  ],
  [
    'add',
    ['a.md', 'b.md'],
    ['one', '#three'],
    [
      'tag 2 notes with one, three',
      { 'a.md': '---\ntags: [One, three]\n---\n#two', 'b.md': '---\ntags: [one, three]\n---\n', 'c.md': '\r\nx' },
    ],
  ],
  [
    'add',
    ['c.md'],
    ['x'],
    [
      'tag c.md with x',
      { 'a.md': '---\ntags: [One]\n---\n#two', 'b.md': '', 'c.md': '---\r\ntags: [x]\r\n---\r\n\r\nx' },
    ],
  ],
  [
    'add',
    ['a.md', 'b.md'],
    ['ONE'],
    [
      'tag 2 notes with ONE',
      { 'a.md': '---\ntags: [One]\n---\n#two', 'b.md': '---\ntags: [ONE]\n---\n', 'c.md': '\r\nx' },
    ],
  ],
  ['remove', ['a.md'], ['one'], ['remove the tag one of a.md', { 'a.md': '#two', 'b.md': '', 'c.md': '\r\nx' }]],
  ['remove', ['a.md'], ['two'], '#two stands in the text at a.md:4:1 — only tags of the front matter are removed'],
  ['remove', ['a.md'], ['no'], 'a.md has no tag "no" — its tags: One, two'],
  ['remove', ['b.md'], ['no'], 'b.md has no tag "no" — '],
  [
    'remove',
    ['a.md', 'b.md'],
    ['one', 'two'],
    [
      'remove the tags one, two of 2 notes',
      { 'a.md': '#two', 'b.md': '', 'c.md': '\r\nx' },
      '#two stands in the text at a.md:4:1',
    ],
  ],
  [
    'remove',
    ['b.md', 'c.md'],
    ['x'],
    ['all of them say that already', { 'a.md': '---\ntags: [One]\n---\n#two', 'b.md': '', 'c.md': '\r\nx' }],
  ],
  ['add', ['a.md'], ['a b'], '"a b" is not a tag: letters, digits, - and _, parts divided by / — '],
])('%s to or from %j: %j', (what, paths, tags, expected) => {
  const texts = { 'a.md': '---\ntags: [One]\n---\n#two', 'b.md': '', 'c.md': '\r\nx' }
  const source = sourceOf(texts)
  const notes = paths.map((path) => noteAt(source.vault, path))
  const said = answerOf(() => {
    const { changes, messages } = (what === 'add' ? addTags : removeTags)(source, notes, tags)
    return [changes.title, applied(texts, changes), ...messages]
  })
  expect(said).toEqual(expected)
})

test.each([
  ['Old name.md', 'What? "x" <y> | *z* #h ^i [j] \\k', 'What x y z h i j k.md'],
  ['s/old-name.md', 'What? "x" <y> | *z* #h ^i [j] \\k', 's/what-x-y-z-h-i-j-k.md'],
  ['Old name.md', 'Plain:two', 'Plain two.md'],
  ['Old name.md', '? ?', 'Old name.md'],
  ['s/old-name.md', '? ?', 's/old-name.md'],
])('the file %s of the title %j, without what no file can be called, is %s', (path, title, expected) => {
  const note = noteAt(vaultOf({ [path]: '# T\n' }), path)
  expect(readNewName(note, title, { only: undefined, isFolder: () => false })).toEqual({ path: expected, title })
})

test.each([
  [
    'b',
    '"b" is the page pages/b.md; nothing was changed — rename the page, which its tags follow: wend mv "pages/b.md" "new"',
  ],
  [
    'B/c',
    '"B/c" is the page pages/B___c.md; nothing was changed — rename the page, which its tags follow: wend mv "pages/B___c.md" "new"',
  ],
  ['x', 'rename the tag x to new'],
])('in a vault of Logseq the tag %s, which may be the name of a page: %s', (tag, expected) => {
  const source = sourceOf(
    { 'pages/a.md': '- #b #x text #B/c', 'pages/b.md': '', 'pages/B___c.md': '' },
    { tool: 'logseq' },
  )
  expect(answerOf(() => renameTag(source, tag, 'new').changes.title)).toBe(expected)
})
