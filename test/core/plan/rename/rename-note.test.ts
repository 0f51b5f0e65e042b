import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FailureError } from '../../../../src/core/model/failure.ts'
import { toNotePath } from '../../../../src/core/model/note-path.ts'
import { renameHeading } from '../../../../src/core/plan/rename/rename-heading.ts'
import { renameNote } from '../../../../src/core/plan/rename/rename-note.ts'
import { targetPath } from '../../../../src/core/model/resolution.ts'
import { applied, sourceOf, type Texts } from '../../../support/planned.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'
import { runs } from '../../../support/runs.ts'

function move(texts: Texts, from: string, to: string): Texts {
  const source = sourceOf(texts)
  const path = toNotePath(to)
  if (path === undefined) throw new Error(to)
  return applied(texts, renameNote(source, noteAt(source.vault, from), { path }).changes)
}

function title(texts: Texts, path: string, name: string): Texts {
  const source = sourceOf(texts)
  return applied(texts, renameNote(source, noteAt(source.vault, path), { title: name }).changes)
}

describe('a link to a renamed note keeps its syntax and style', () => {
  test.each([
    ['[[old]]', '[[new name]]'],
    ['[[old|text]]', '[[new name|text]]'],
    ['[[old#Part]]', '[[new name#Part]]'],
    ['![[old#^id]]', '![[new name#^id]]'],
    ['[[old.md]]', '[[new name.md]]'],
    ['[[dir/old]]', '[[dir/new name]]'],
    ['[[/dir/old]]', '[[/dir/new name]]'],
    ['[[./dir/old]]', '[[./dir/new name]]'],
    ['| [[old\\|text]] |\n| - |', '| [[new name\\|text]] |\n| - |'],
    ['[text](dir/old.md)', '[text](dir/new%20name.md)'],
    ['[text](./dir/old.md#part "title")', '[text](./dir/new%20name.md#part "title")'],
    ['[text](/dir/old.md)', '[text](/dir/new%20name.md)'],
    ['[text](dir/old)', '[text](dir/new%20name)'],
    ['[text](<dir/old.md>)', '[text](<dir/new name.md>)'],
    ['[text](dir/old.md?plain=1#part)', '[text](dir/new%20name.md?plain=1#part)'],
    ['[text][ref]\n\n[ref]: dir/old.md "title"', '[text][ref]\n\n[ref]: dir/new%20name.md "title"'],
    ['[[old]]\n\n[old]: dir/old.md "foam"', '[[new name]]\n\n[new name]: dir/new%20name.md "foam"'],
    ['<a href="dir/old.md">x</a>', '<a href="dir/new%20name.md">x</a>'],
    ['---\nup: "[[old]]"\n---\n', '---\nup: "[[new name]]"\n---\n'],
    ["---\nup: '[[old|it''s]]'\n---\n", "---\nup: '[[new name|it''s]]'\n---\n"],
    ['`[[old]]` and $[[old]]$ <!-- [[old]] -->', '`[[old]]` and $[[old]]$ <!-- [[old]] -->'],
    ['```\n[[old]]\n```', '```\n[[old]]\n```'],
  ])('%j', (before, after) => {
    const old = '# Title\n\n## Part\n\ntext ^id\n'
    expect(move({ 'a.md': before, 'dir/old.md': old }, 'dir/old.md', 'dir/new name.md')['a.md']).toBe(after)
  })
})

describe('what else a new name concerns', () => {
  test('relative links of a note that moves', () => {
    const texts = { 'a.md': '[b](b.md) [c](sub/c.md) [[b]] [self](a.md) [out](../x.md)', 'b.md': '', 'sub/c.md': '' }
    expect(move(texts, 'a.md', 'sub/a.md')['sub/a.md']).toBe('[b](../b.md) [c](c.md) [[b]] [self](a.md) [out](../x.md)')
  })

  test('links to another note that the new name would capture', () => {
    const texts = { 'x/a.md': 'to [[b]]', 'y/b.md': '', 'c.md': '' }
    expect(move(texts, 'c.md', 'x/b.md')).toEqual({ 'x/a.md': 'to [[y/b]]', 'y/b.md': '', 'x/b.md': '' })
  })

  test('links that would become ambiguous', () => {
    const texts = { 'a.md': '[[c]]', 'x/c.md': '', 'y/d.md': '' }
    expect(move(texts, 'y/d.md', 'y/c.md')['a.md']).toBe('[[x/c]]')
  })

  test('titles, the heading that holds them, and anchors to it', () => {
    const texts = { 'a.md': '# Old\n\n[here](#old)', 'b.md': '[[Old]] [[a#Old]] [x](a.md#old) [[a]]' }
    expect(title(texts, 'a.md', 'New title')).toEqual({
      'a.md': '# New title\n\n[here](#new-title)',
      'b.md': '[[New title]] [[a#New title]] [x](a.md#new-title) [[a]]',
    })
  })

  test('a title of the front matter, and the heading that says the same', () => {
    const front = '---\ntitle: Old\n---\n'
    expect(title({ 'a.md': `${front}# Old\n\n[here](#old)` }, 'a.md', 'New')).toEqual({
      'a.md': '---\ntitle: New\n---\n# New\n\n[here](#new)',
    })
    expect(title({ 'a.md': `${front}# Other` }, 'a.md', 'New')['a.md']).toBe('---\ntitle: New\n---\n# Other')
    expect(title({ 'a.md': `${front}## Old` }, 'a.md', 'New')['a.md']).toBe('---\ntitle: New\n---\n## Old')
  })

  test('an anchor beyond ASCII is written as it was: readable or percent-encoded', () => {
    const renamed = (text: string, from: string, to: string): string | undefined => {
      const source = sourceOf({ 'a.md': text })
      return applied({ 'a.md': text }, renameHeading(source, noteAt(source.vault, 'a.md'), from, to).changes)['a.md']
    }
    expect(renamed('## Öl\n\n[x](#Öl) [x](#öl) [[#Öl]]', 'Öl', 'Süßes Öl')).toBe(
      '## Süßes Öl\n\n[x](#süßes-öl) [x](#süßes-öl) [[#Süßes Öl]]',
    )
    // A heading without letters has no slug: its text is the anchor.
    expect(renamed('## →\n\n[x](#→) [x](#%E2%86%92)', '→', '⇒')).toBe('## ⇒\n\n[x](#⇒) [x](#%E2%87%92)')
  })

  test('the shortest spelling that leads right where the old style does not', () => {
    const texts = { 'n.md': '[[Old]]', 'a.md': '# Old', 'x/b.md': '', 'y/x/b.md': '', 'y/z/c.md': '# C' }
    expect(move(texts, 'a.md', 'p/x/b.md')['n.md']).toBe('[[Old]]')
    expect(move({ ...texts, 'n.md': '[[a]]' }, 'a.md', 'p/x/b.md')['n.md']).toBe('[[p/x/b]]')
    expect(move({ 'n.md': '[[a]]', 'a.md': '', 'q/b.md': '' }, 'a.md', 'p/x/b.md')['n.md']).toBe('[[x/b]]')
  })

  test('a markdown link that went the shortest way still does, and one that went another goes it again', () => {
    const texts = { 'x/n.md': '[a](../x/o.md) [b](o.md) [c](./o.md)', 'x/o.md': '' }
    expect(move(texts, 'x/o.md', 'x/p.md')['x/n.md']).toBe('[a](../x/p.md) [b](p.md) [c](./p.md)')
    const moved = move({ 'z/n.md': '[a](../x/o.md) [b](/x/o.md)', 'x/o.md': '' }, 'z/n.md', 'x/n.md')
    expect(moved['x/n.md']).toBe('[a](o.md) [b](/x/o.md)')
    expect(move(texts, 'x/o.md', 'y/o.md')['x/n.md']).toBe('[a](../y/o.md) [b](../y/o.md) [c](../y/o.md)')
  })

  test('a heading whose new words are taken: the numbered slugs of its neighbours move', () => {
    const source = sourceOf({ 'a.md': '# A\n\n## One\n\n## Two\n\n[two](#two) [one](#one)\n' })
    const plan = renameHeading(source, noteAt(source.vault, 'a.md'), 'One', 'Two')
    expect(applied({ 'a.md': source.textOf(noteAt(source.vault, 'a.md').path) }, plan.changes)['a.md']).toBe(
      '# A\n\n## Two\n\n## Two\n\n[two](#two-1) [one](#two)\n',
    )
  })

  test('a name that no link can hold is refused', () => {
    expect(() => move({ 'a.md': '[[b]]', 'b.md': '' }, 'b.md', 'c]]d.md')).toThrow(FailureError)
  })
})

describe('any vault', () => {
  const names = fc.constantFrom('a.md', 'B.md', 'sub/a.md', 'sub/c d.md', 'sub/deep/e.md', 'x/index.md', 'x/B.md')
  const link = fc.constantFrom(
    '[[a]]',
    '[[B|b]]',
    '[[sub/a]]',
    '[[c d]]',
    '![[e#H]]',
    '[[x]]',
    '[[/a]]',
    '[[./a]]',
    '[[Title 1]]',
    '[[missing]]',
    '[m](a.md)',
    '[m](sub/c%20d.md)',
    '[m](../a.md)',
    '[m](<c d.md>)',
    '[m](/x/B.md#h)',
    '[m][r]\n\n[r]: sub/a.md',
    '<a href="a.md">x</a>',
    '`[[a]]`',
  )
  const text = fc
    .tuple(
      fc.constantFrom('', '# Title 1\n\n', '---\ntitle: Title 2\nup: "[[a]]"\n---\n'),
      fc.array(link, { maxLength: 4 }),
    )
    .map(([head, links]) => `${head}${links.join('\r\n\r\n')}\n\n## H\n\nend`)
  const vaults = fc.dictionary(names, text, { minKeys: 3, maxKeys: 7, noNullPrototype: true })
  const to = fc.constantFrom('Fresh.md', 'sub/Fresh Name.md', 'new/deep/Fresh.md', 'x/Fresh (1).md')

  test('resolves after a rename as before; what was broken may find the new name', () => {
    fc.assert(
      fc.property(vaults, fc.nat(), to, (texts, pick, path) => {
        const paths = Object.keys(texts)
        const from = paths[pick % paths.length] ?? ''
        const after = move(texts, from, path)
        const named = (one: string | undefined): string | undefined => (one === from ? path : one)
        const now = resolutions(after, (one) => one)
        for (const [one, links] of Object.entries(resolutions(texts, named))) {
          const found = now[named(one) ?? ''] ?? []
          expect(found.length).toBe(links.length)
          links.forEach((link, order) => {
            if (link[1] !== undefined) expect(found[order]).toEqual(link)
          })
        }
      }),
      runs(60),
    )
  })

  /** What each link of each note points at; broken ones point at nothing. */
  function resolutions(
    texts: Texts,
    named: (path: string | undefined) => string | undefined,
  ): Record<string, unknown[][]> {
    const vault = vaultOf(texts)
    return Object.fromEntries(
      vault.notes.map((note) => [
        note.path,
        vault
          .linksFrom(note.path)
          .map(({ link, resolution }) => [
            link.kind,
            named(targetPath(resolution)),
            'anchor' in resolution ? resolution.anchor : undefined,
          ]),
      ]),
    )
  }
})
