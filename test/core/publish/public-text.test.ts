import { expect, test } from '@jest/globals'
import { publicText } from '../../../src/core/publish/public-text.ts'
import { isPublished, publishedVault } from '../../../src/core/publish/published-vault.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

test.each([
  ['publish: false', false],
  ['publish: no', false],
  ['private: true', false],
  ['Private: "yes"', false],
  ['publish: true', true],
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
  ['see [the plan](private/plan.md) and [[b]].', 'see the plan and [[b]].'],
  ['![[plan]]', ''],
  ['a <!-- secret --> b', 'a  b'],
  ['a %% secret\nmore %% b', 'a  b'],
  ['`<!-- code -->` stays', '`<!-- code -->` stays'],
  ['```\n<!-- code -->\n```', '```\n<!-- code -->\n```'],
])('others read %j as %j', (text, shown) => {
  const files = { 'a.md': text, 'private/plan.md': '---\nprivate: true\n---\n', 'b.md': '' }
  const whole = vaultOf(files)
  const vault = publishedVault(whole, () => false)
  expect(publicText(whole, noteAt(whole, 'a.md'), text, { isKnown: (path) => vault.note(path) !== undefined })).toBe(
    shown,
  )
})
