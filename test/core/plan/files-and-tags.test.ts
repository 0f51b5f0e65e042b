import { describe, expect, test } from '@jest/globals'
import type { Attachment, Note } from '../../../src/core/model/note.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { addTags, removeTags } from '../../../src/core/plan/front-matter/tag-note.ts'
import { moveFiles } from '../../../src/core/plan/rename/move-files.ts'
import type { PlanSource } from '../../../src/core/plan/draft.ts'
import { renameHeading } from '../../../src/core/plan/rename/rename-heading.ts'
import type { Plan } from '../../../src/core/plan/rename/rename-note.ts'
import { renameTag } from '../../../src/core/plan/rename/rename-tag.ts'
import { removeNotes } from '../../../src/core/plan/rename/remove-note.ts'
import { requireAsRead } from '../../../src/core/plan/spelling/keep-links.ts'
import { findTableOfContents } from '../../../src/core/plan/tidy/table-of-contents.ts'
import { applied, outcomeOf, sourceOf, type Texts } from '../../support/planned.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

const path = (name: string): NotePath => name as NotePath

describe('moving files', () => {
  const texts = { 'a.md': '[[b]] [x](b.md)\n', 'b.md': '[up](../a.md)\n# B', 's/c.md': '' }
  const source = sourceOf(texts)
  const moved = (...pairs: readonly (readonly [string, string])[]): string => {
    const plan = (): string => {
      const { changes } = moveFiles(source, new Map(pairs.map(([from, to]) => [path(from), path(to)])))
      return `${changes.title}: ${JSON.stringify(applied(texts, changes))}`
    }
    return outcomeOf(plan)
  }

  test.each<[readonly (readonly [string, string])[], string, Texts]>([
    [
      [['a.md', 'x/a.md']],
      'move a.md to x/a.md',
      { 'x/a.md': '[[b]] [x](../b.md)\n', 'b.md': texts['b.md'], 's/c.md': '' },
    ],
    [
      [
        ['a.md', 'x/a.md'],
        ['b.md', 'x/b.md'],
      ],
      'move 2 files to x/',
      { 'x/a.md': texts['a.md'], 'x/b.md': texts['b.md'], 's/c.md': '' },
    ],
    [
      [
        ['a.md', 'x/a.md'],
        ['b.md', 'b.md'],
      ],
      'move a.md to x/a.md',
      { 'x/a.md': '[[b]] [x](../b.md)\n', 'b.md': texts['b.md'], 's/c.md': '' },
    ],
    [[['a.md', 'A.md']], 'move a.md to A.md', { 'A.md': texts['a.md'], 'b.md': texts['b.md'], 's/c.md': '' }],
    [
      [
        ['a.md', 'a.md'],
        ['b.md', 'b.md'],
      ],
      'a.md, b.md has that name already',
      texts,
    ],
  ])('%j: %s', (pairs, title, after) => {
    expect(moved(...pairs)).toBe(`${title}: ${JSON.stringify(after)}`)
  })

  test('never onto each other or what is there', () => {
    expect(moved(['a.md', 'b.md'])).toBe('refused: b.md exists already')
    expect(moved(['a.md', 'q.md'], ['b.md', 'Q.md'])).toBe('refused: two files would be Q.md')
  })

  test('symbolic links to them are written anew where they would lead elsewhere', () => {
    const link = (name: string, isAbsolute: boolean): Attachment => ({
      path: path(name),
      leadsTo: path('a.md'),
      written: { to: path('a.md'), isAbsolute },
    })
    const vault = vaultOf(texts, [link('near.md', false), link('root.md', true), link('s/deep.md', false)])
    const relinked = (from: string, to: string): readonly unknown[] =>
      moveFiles({ vault, textOf: (name) => texts[name as keyof typeof texts] }, new Map([[path(from), path(to)]]))
        .changes.changes.filter(({ kind }) => kind === 'relink')
        .map((change) => [change.path, 'to' in change ? change.to : ''])
    expect(relinked('a.md', 'z.md')).toEqual([
      ['near.md', 'z.md'],
      ['root.md', 'z.md'],
      ['s/deep.md', 'z.md'],
    ])
    expect(relinked('b.md', 'z.md')).toEqual([])
    // One that names a path from its own folder is written anew when it moves alone, one from the root of the system is not.
    expect(relinked('near.md', 's/near.md')).toEqual([['near.md', 'a.md']])
    expect(relinked('root.md', 's/root.md')).toEqual([])
  })
})

test('what links lead to when notes go to the trash', () => {
  const texts = { 'a.md': '[[b]] [[b]] [x](s/b.md)\n', 'b.md': '[[c]]', 'c.md': '', 's/b.md': '' }
  const links: readonly Attachment[] = [{ path: path('l.md'), leadsTo: path('c.md') }, { path: path('p.png') }]
  const vault = vaultOf(texts, links)
  const removed = (...names: readonly string[]): unknown => {
    const { changes, messages } = removeNotes(
      vault,
      names.map((name) => noteAt(vault, name)),
    )
    return [changes.title, ...messages]
  }
  expect(removed('a.md')).toEqual(['put a.md in the trash'])
  expect(removed('b.md')).toEqual(['put b.md in the trash', '2 links lead to s/b.md now'])
  expect(removed('b.md', 's/b.md')).toEqual([
    'put b.md, s/b.md in the trash',
    '3 links lead nowhere now; wend check lists them',
  ])
  expect(removed('c.md')).toEqual([
    'put c.md in the trash',
    '1 link leads nowhere now; wend check lists them',
    'l.md is a symbolic link to c.md and leads nowhere now',
  ])
  expect(removed('b.md', 'c.md')).toContain('l.md is a symbolic link to c.md and leads nowhere now')
})

describe('tags', () => {
  const texts = { 'a.md': '---\ntags: [One, two]\n---\n\n#three text\n', 'b.md': 'text\n' }
  const source = sourceOf(texts)
  const notes = (...names: readonly string[]): readonly Note[] => names.map((name) => noteAt(source.vault, name))

  test('are added to the notes that lack them', () => {
    const { changes } = addTags(source, notes('a.md', 'b.md'), ['one', 'four'])
    expect(applied(texts, changes)).toEqual({
      'a.md': '---\ntags: [One, two, four]\n---\n\n#three text\n',
      'b.md': '---\ntags: [one, four]\n---\ntext\n',
    })
    expect(changes.title).toContain('with one, four')
    expect(addTags(source, notes('a.md'), ['ONE', 'four', 'four']).changes.title).toMatch(/with four$/)
  })

  test('are taken out of the front matter, and where else they stand is told', () => {
    const { changes, messages } = removeTags(source, notes('a.md'), ['TWO', 'three'])
    expect(applied(texts, changes)['a.md']).toBe('---\ntags: [One]\n---\n\n#three text\n')
    expect(changes.title).toMatch(/^remove the tags two, three of /)
    expect(messages).toContain('#three stands in the text at a.md:5:1')
    expect(removeTags(source, notes('a.md'), ['one']).changes.title).toMatch(/^remove the tag one of /)
    expect(outcomeOf(() => removeTags(source, notes('a.md'), ['three']).changes.title)).toBe(
      'refused: #three stands in the text at a.md:5:1',
    )
    expect(outcomeOf(() => removeTags(source, notes('a.md'), ['two', 'six']).changes.title)).toBe(
      'refused: a.md has no tag "six"',
    )
  })
})

test.each([
  ['- [A](#a)\n\n# A\n\n## B\n\n#\n\n# C d\n', '- [A](#a)\n  - [B](#b)\n- [C d](#c-d)'],
  ['1. [[#A]]\n\n# A\n\n## B\n\n# C\n', '1. [[#A]]\n   - [[#B]]\n2. [[#C]]'],
  ['* [A](#a)\n\n### A\n\n# B\n\n#### C\n', '* [A](#a)\n* [B](#b)\n  * [C](#c)'],
  ['- [A](#a)\n- more\n\n# A\n', undefined],
  ['- [A](#a)\n\n# A\n', undefined],
  ['- [x](other.md)\n\n# A\n', undefined],
])('the table of contents in %j', (text, expected) => {
  const vault = vaultOf({ 'a.md': text })
  const { update } = findTableOfContents(noteAt(vault, 'a.md'), text)
  expect(update?.after).toBe(expected)
})

test('a note that another program changed is not edited', () => {
  const text = '[[a]]\n[[b]]\n'
  const vault = vaultOf({ 'a.md': text })
  const asRead = (now: string): string =>
    outcomeOf(() => {
      requireAsRead({ vault, textOf: () => now }, path('a.md'))
      return 'fine'
    })
  expect(asRead(text)).toBe('fine')
  expect(asRead('[[a]]\n[[b]]\n\nmore without links\n')).toBe('fine')
  for (const now of [`x${text}`, '[[a]]\n[[c]]\n', '[[a]]\n', '---\nx: 1\n---\n', ''])
    expect(asRead(now)).toBe('refused: a.md was changed by another program in the meantime')
})

test.each<[string, string, (source: PlanSource) => Plan]>([
  ['# Old\n', 'x\n# Old\n', (source) => renameHeading(source, noteAt(source.vault, 'a.md'), 'Old', 'New')],
  ['x #old\n', 'xx #old\n', (source) => renameTag(source, 'old', 'new')],
])('what was read as %j and is %j now is refused, since the edits would hit other words', (read, now, plan) => {
  const source = { vault: vaultOf({ 'a.md': read }), textOf: () => now }
  expect(outcomeOf(() => plan(source).changes.title)).toBe(
    'refused: a.md was changed by another program in the meantime',
  )
})

describe('links as a file moves', () => {
  /** The text of a note after a file moved. */
  const after = (texts: Texts, [from, to]: readonly [string, string], note: string): string =>
    outcomeOf(() => {
      const source = {
        vault: vaultOf(texts, [], (name) => name.includes('..')),
        textOf: (name: string) => texts[name] ?? '',
      }
      return applied(texts, moveFiles(source, new Map([[path(from), path(to)]])).changes)[note] ?? ''
    })

  test.each<[Texts, readonly [string, string], string, string]>([
    // Out of the vault, with and without what a server would read.
    [
      { 'a.md': '[x](../out.md?v=1) [y](../o%20p.md) [z](<../o p.md>) [[../w]]' },
      ['a.md', 's/a.md'],
      's/a.md',
      '[x](../../out.md?v=1) [y](../../o%20p.md) [z](<../../o p.md>) [[../../w]]',
    ],
    [{ 's/a.md': '[x](../../out.md)' }, ['s/a.md', 'a.md'], 'a.md', '[x](../out.md)'],
    // Folders as they were written: backslashes, the whole path, the end of one.
    [{ 'a.md': '[[s\\b]] [[s/b]]', 's/b.md': '' }, ['s/b.md', 't/b.md'], 'a.md', '[[t\\b]] [[t/b]]'],
    [
      { 'a.md': '[[b]] [[c/b]] [[s/c/b]]', 's/c/b.md': '' },
      ['s/c/b.md', 't/d/e.md'],
      'a.md',
      '[[e]] [[d/e]] [[t/d/e]]',
    ],
    [{ 'a.md': '[[/s/b]] [[./s/b]]', 's/b.md': '' }, ['s/b.md', 't/b.md'], 'a.md', '[[/t/b]] [[./t/b]]'],
    [
      { 'a.md': '[[b]] ![[b#H|x]] [[b|b]]', 'b.md': '# H' },
      ['b.md', 'bee.md'],
      'a.md',
      '[[bee]] ![[bee#H|x]] [[bee|b]]',
    ],
    [
      { 'a.md': '[[b%20c]] [x](b%20c.md) [y](<b c.md>)', 'b c.md': '' },
      ['b c.md', 'd e.md'],
      'a.md',
      '[[d%20e]] [x](d%20e.md) [y](<d e.md>)',
    ],
    [
      { 'a.md': '[x](b.md?q#h) [y](b) [z](./b.md#h)', 'b.md': '# h' },
      ['b.md', 's/b.md'],
      'a.md',
      '[x](s/b.md?q#h) [y](s/b) [z](./s/b.md#h)',
    ],
    [{ 'a.md': '[x]\n\n[x]: b.md "t"', 'b.md': '' }, ['b.md', 'c.md'], 'a.md', '[x]\n\n[x]: c.md "t"'],
    [{ 'a.md': '[[s]] [x](s/)', 's/index.md': '' }, ['s/index.md', 't/index.md'], 'a.md', '[[t]] [x](t/)'],
    // A new name that another link would take is written with its folder.
    [{ 'a.md': '[[b]]', 's/b.md': '', 'c.md': '[[d]]', 't/d.md': '' }, ['s/b.md', 's/d.md'], 'a.md', '[[s/d]]'],
    // What a wikilink cannot hold.
    [
      { 'a.md': '[[b]]', 'b.md': '' },
      ['b.md', 'b#c.md'],
      'a.md',
      'refused: the link to "b" at a.md:1:1 cannot be written so that it leads to the same place',
    ],
    [{ 'a.md': '[x](b.md)', 'b.md': '' }, ['b.md', 'b#c.md'], 'a.md', '[x](b%23c.md)'],
  ])('%j as %j: %s is %j', (texts, move, note, expected) => {
    expect(after(texts, move, note)).toBe(expected)
  })
})
