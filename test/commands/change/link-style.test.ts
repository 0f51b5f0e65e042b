import { describe, expect, test } from '@jest/globals'
import type { LinkForm } from '../../../src/core/model/config.ts'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import { writeLink } from '../../../src/core/query/links/write-link.ts'
import { trial } from '../../support/trial.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

const texts = {
  'maths/kl.md': '---\naliases: [relative entropy]\n---\n# KL Divergence\n\n## A part: one\n',
  'old/kl.md': '# Old notes\n',
  'maths/bayes.md': '# Bayes\n',
  'twin.md': '# Twin\n',
  'other/x.md': '# Twin\n',
  'a (b).md': '# C [d] | e\n',
}

describe('a link in each form of links.style', () => {
  const vault = vaultOf(texts)
  test.each<[LinkForm, string, string | undefined, string]>([
    ['title', 'maths/kl.md', undefined, '[[KL Divergence]]'],
    ['title', 'maths/kl.md', 'relative entropy', '[[KL Divergence|relative entropy]]'],
    ['title', 'maths/kl.md', 'KL Divergence', '[[KL Divergence]]'],
    ['title', 'maths/bayes.md', undefined, '[[Bayes]]'],
    ['title', 'other/x.md', undefined, '[[x]]'],
    ['title', 'a (b).md', undefined, '[[a (b)]]'],
    ['name', 'maths/bayes.md', undefined, '[[bayes]]'],
    ['name', 'maths/bayes.md', 'Bayes', '[[bayes|Bayes]]'],
    ['name', 'maths/kl.md', 'KL', '[[maths/kl|KL]]'],
    ['shortest-path', 'maths/bayes.md', undefined, '[[bayes]]'],
    ['shortest-path', 'maths/kl.md', undefined, '[[maths/kl]]'],
    ['markdown', 'maths/kl.md', undefined, '[KL Divergence](../maths/kl.md)'],
    ['markdown', 'maths/kl.md', 'relative entropy', '[relative entropy](../maths/kl.md)'],
    ['markdown', 'a (b).md', undefined, '[C \\[d\\] | e](../a%20%28b%29.md)'],
  ])('%s: %s %j', (form, path, text, written) => {
    const target = noteAt(vault, path)
    const link = writeLink(vault, { from: 'here/n.md', target, text }, form)
    expect(link).toBe(written)
    const read = vaultOf({ ...texts, 'here/n.md': link })
    expect(read.linksFrom(toNotePath('here/n.md')!)[0]?.resolution).toMatchObject({ status: 'ok', path })
  })

  test('to a heading', () => {
    const target = noteAt(vault, 'maths/kl.md')
    const link = { from: 'n.md', target, anchor: 'A part: one' }
    expect(writeLink(vault, link, 'title')).toBe('[[KL Divergence#A part: one]]')
    expect(writeLink(vault, link, 'markdown')).toBe('[KL Divergence](maths/kl.md#a-part-one)')
  })
})

describe('what writes links follows links.style', () => {
  const table = '| a | b |\n| - | - |\n| uses relative entropy | x |\n'
  test.each([
    ['title', '[[KL Divergence|relative entropy]]', '[[KL Divergence\\|relative entropy]]', '[[KL Divergence]]'],
    ['name', '[[kl|relative entropy]]', '[[kl\\|relative entropy]]', '[[kl|KL Divergence]]'],
    ['shortest-path', '[[kl|relative entropy]]', '[[kl\\|relative entropy]]', '[[kl|KL Divergence]]'],
    ['shortest path', '[[kl|relative entropy]]', '[[kl\\|relative entropy]]', '[[kl|KL Divergence]]'],
    ['markdown', '[relative entropy](m/kl.md)', '[relative entropy](m/kl.md)', '[KL Divergence](m/kl.md)'],
  ])('%s', async (form, inText, inCell, inIndex) => {
    const { run, read } = trial({
      '.wend/config.yml': `links:\n  style: ${form}\n`,
      'm/kl.md': texts['maths/kl.md'],
      'a.md': 'Here relative entropy is.\n',
      'b.md': table,
    })
    expect((await run('link', 'suggest', '--write', '--min-score', '1')).exit).toBe(0)
    expect(read('a.md')).toBe(`Here ${inText} is.\n`)
    expect(read('b.md')).toBe(table.replace('relative entropy', inCell))
    await run('index', '--write', 'pages.md')
    expect(read('pages.md')).toContain(`- ${inIndex}`)
    expect((await run('check')).exit).toBe(0)
  })

  test('and a wrong word is told', async () => {
    const { run } = trial({ '.wend/config.yml': 'links:\n  style: short\n', 'a.md': '# A\n' })
    expect((await run('list')).stderr).toContain('title, name, shortest-path or markdown')
  })
})
