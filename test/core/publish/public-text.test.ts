import { expect, test } from '@jest/globals'
import { publicText } from '../../../src/core/publish/public-text.ts'
import { isTold, isPublished, publishedVault } from '../../../src/core/publish/published-vault.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { logseq, noteAt, vaultOf } from '../../support/vault-of.ts'

test.each([
  ['publish: false', false],
  ['publish: no', false],
  ['public: false', false],
  ['public: true\npublish: false', false],
  ['public: false\npublish: true', false],
  ['private: true', false],
  ['Private: "yes"', false],
  ['publish: true', true],
  ['public: true', true],
  ['private: false', true],
  ['title: x', true],
  ['private: [', false],
])('front matter "%s": published %s', (line, published) => {
  const vault = vaultOf({ 'a.md': `---\n${line}\n---\ntext` })
  expect(isPublished(noteAt(vault, 'a.md'), () => false)).toBe(published)
})

test('links to notes that are not published lead nowhere, also where another note would answer', () => {
  const whole = vaultOf({
    'a.md': '[[target]] and [[b]]',
    'target.md': '---\nprivate: true\n---\n',
    'b.md': '---\naliases: [target]\n---\n',
  })
  const vault = publishedVault(whole, () => false)
  expect(vault.notes.map(({ path }) => path)).toEqual(['a.md', 'b.md'])
  expect(vault.linksFrom(noteAt(vault, 'a.md').path).map(({ link }) => link.target)).toEqual(['b'])
  expect(vault.linksTo(noteAt(vault, 'b.md').path).map(({ from }) => from.path)).toEqual(['a.md'])
})

test.each([
  ['see [[private/plan|the plan]].', 'see the plan.'],
  ['see [[plan]].', 'see plan.'],
  ['see [[plan|the %% secret %% plan]] and [[plan|one <!-- secret -->]].', 'see the plan and one.'],
  ['see [one %% secret %%](private/plan.md).', 'see one.'],
  ['see [the plan](private/plan.md) and [[b]].', 'see the plan and [[b]].'],
  ['![[plan]]', ''],
  ['![[away.png]] ![a](private/away.png) [it](private/away.png) ![[here.png]]', '  it ![[here.png]]'],
  ['a <!-- secret --> b', 'a  b'],
  ['a %% secret\nmore %% b', 'a  b'],
  ['`<!-- code -->` stays', '`<!-- code -->` stays'],
  ['```\n<!-- code -->\n```', '```\n<!-- code -->\n```'],
  ['<div>\n<!-- secret --><b>x</b>\n</div>', '<div>\n<b>x</b>\n</div>'],
  ['> <div>\n> <!-- secret\n> more --></div>', '> <div>\n> </div>'],
])('others read %j as %j', (text, shown) => {
  const isExcluded = (path: string): boolean => path.startsWith('private/away')
  const files = {
    ...{ 'a.md': text, 'private/plan.md': '---\nprivate: true\n---\n', 'b.md': '' },
    ...{ 'private/away.png': '', 'here.png': '' },
  }
  const whole = vaultOf(files)
  const isKnown = (path: string): boolean => isTold(whole, path, isExcluded)
  expect(publicText(whole, noteAt(whole, 'a.md'), text, { isKnown })).toBe(shown)
})

test.each([
  ['docusaurus', 'a {/* secret */} b', 'a  b'],
  ['docusaurus', 'a\n\n{/*\nsecret\n\nmore\n*/}\n\nb', 'a\n\n\n\nb'],
  ['docusaurus', '`{/* code */}`', '`{/* code */}`'],
  ['docusaurus', '<div>\n{/* secret */} a {/* <b>secret</b> */}\n</div>', '<div>\n a \n</div>'],
  ['docusaurus', '<div>\n<!-- {/* secret --> a {/* open\n</div>', '<div>\n a {/* open\n</div>'],
  ['logseq', '<div>\n{/* text */}\n</div>', '<div>\n{/* text */}\n</div>'],
  [
    'logseq',
    '- a %% secret %%\n  id:: 65f0c3a4-1111-4222-8333-444455556666',
    '- a \n  id:: 65f0c3a4-1111-4222-8333-444455556666',
  ],
  ['mkdocs', 'a\n{ #mark .note } %% secret %%', 'a\n{ #mark .note } '],
] as const)('in a vault of %s others read %j as %j', (tool, text, shown) => {
  const path = 'a.md' as NotePath
  const dialects = { ...logseq, tools: [], syntax: [tool] }
  const note = parseNote({ path, text, dialects, facts: { size: 0, modifiedMs: 0, createdMs: 0 } })
  const whole = new Vault({ notes: [note], attachments: [], exists: () => false })
  expect(publicText(whole, noteAt(whole, 'a.md'), text, { isKnown: () => true })).toBe(shown)
})
