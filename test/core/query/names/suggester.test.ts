import { describe, expect, test } from '@jest/globals'
import { Suggester } from '../../../../src/core/query/names/suggester.ts'
import { Vault } from '../../../../src/core/vault/vault.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const files: Readonly<Record<string, string>> = {
  'attention.md': '# Attention is all you need\n\n## Masking of tokens\n',
  'gradient-descent.md': '---\naliases: [steepest descent, GD]\n---\n',
  'optim/adam.md': '# Adam',
  'optim/adamw.md': '# Decoupled weight decay',
  'cli/grep.md': '',
  'other/note.md': '',
  'deep/er/note.md': '',
  'naïve-bayes.md': '',
}

/** The suggestions for each link of a text that stands at a path. */
function suggest(
  text: string,
  at = 'here.md',
  searched: Readonly<Record<string, readonly string[]>> = {},
): readonly (readonly string[])[] {
  const { notes } = vaultOf({ ...files, [at]: text })
  const image = {
    path: noteAt(vaultOf({ 'img/Big plot.png.md': '' }), 'img/Big plot.png.md').path.replace(/\.md$/, ''),
  }
  const vault = new Vault({ notes, attachments: [{ path: image.path as (typeof notes)[number]['path'] }] })
  const suggester = new Suggester(vault)
  const from = noteAt(vault, at)
  for (const [words, paths] of Object.entries(searched))
    suggester.remember(
      words,
      paths.map((path) => noteAt(vault, path).path),
    )
  return from.links.map((link) => suggester.forLink(from, link))
}

describe('did you mean', () => {
  test.each([
    ['[[atention]]', 'attention', 'a typo in a file name'],
    ['[[Attention is al you need]]', 'attention', 'in a title'],
    ['[[steepest decent]]', 'gradient-descent', 'in an alias'],
    ['[[Gradient_Desent]]', 'gradient-descent', 'in a slug'],
    ['[[Masking of token]]', 'attention#Masking of tokens', 'in a heading'],
    ['[[cli-grep]]', 'grep', 'a folder written with a dash'],
    ['[[wrong/folder/adamm]]', 'adam', 'the wrong folder'],
    ['[[Naive Bayes]]', 'naïve-bayes', 'an accent'],
    ['[x](atention.md)', 'attention.md', 'a path'],
    ['[x](<img/Bigplot.png>)', 'img/Big plot.png', 'a file, in brackets'],
    ['![](Bigplot.png)', 'img/Big%20plot.png', 'a file, encoded'],
    ['![[plot big.png]]', undefined, 'nothing like it'],
    ['[[zzzzzz]]', undefined, 'nothing like it'],
    ['[[x]]', undefined, 'too short to say'],
  ])('%s: %s (%s)', (text, ...[expected]) => {
    expect(suggest(text)[0]?.[0]).toBe(expected)
  })

  test('the path is that from the note', () => {
    expect(suggest('[x](atention.md)', 'sub/deeper/here.md')).toEqual([['../../attention.md']])
  })

  test('as much of the path as makes a name unique', () => {
    expect(suggest('[[notee]]')).toEqual([['er/note', 'other/note']])
  })

  test('at most three, best first, and never the note itself', () => {
    const found = suggest('[[ada]] [[adamx]] [[heree]]')
    expect(found[1]?.[0]).toBe('adam')
    expect(found.every((list) => list.length <= 3)).toBe(true)
    expect(found[2]).not.toContain('here')
  })

  test('what a search found, when no name is near', () => {
    expect(suggest('[[how to train faster]]', 'here.md', { 'how to train faster': ['optim/adam.md'] })).toEqual([
      ['adam'],
    ])
  })

  test('answers thousands of broken links in a large vault', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `note-${index % 7}-about-${index}`)
    const { notes } = vaultOf(Object.fromEntries(names.map((name) => [`${name}.md`, `[[${name}x]]`])))
    const vault = new Vault({ notes, attachments: [] })
    const suggester = new Suggester(vault)
    const found = vault.notes.map((note) => note.links.map((link) => suggester.forLink(note, link)))
    expect(found.flat().every((list) => list.length <= 3)).toBe(true)
  })
})
