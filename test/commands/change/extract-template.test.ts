import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

const template =
  '---\ntitle: {{title}}\nkind: idea\nwho: {{who}}\n---\n\n# {{title}}\n\nMade.\n\n{{content}}\n\n## See also\n'
const files = {
  '.wend/config.yml': 'groups: {idea: {dir: ideas, template: idea}}\n',
  '.wend/templates/idea.md': template,
  'a.md': '# A\n\nIntro.\n\n## Part\n\nText ^b\n\n### Deep\n\nMore.\n',
  'b.md': '[[a#Part]] [[a#Deep]]\n',
}

test('a part becomes a note of the template of its folder, with its own heading in the place of the title', async () => {
  const cwd = makeVault(files)
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8')
  const { exit, stderr } = await runWend(['extract', 'a#Part', '--dir', 'ideas'], { cwd })
  expect(exit).toBe(0)
  expect(stderr).toContain('.wend/templates/idea.md: {{who}} has no value, and stays as it is\n')
  expect(read('ideas/part.md')).toBe(
    '---\ntitle: Part\nkind: idea\nwho: {{who}}\n---\n\n# Part\n\nMade.\n\nText ^b\n\n## Deep\n\nMore.\n\n## See also\n',
  )
  expect(read('b.md')).toBe('[[part|Part]] [[part#Deep]]\n')
  await runWend(['undo'], { cwd })
  expect(read('a.md')).toBe(files['a.md'])
})

test('a block, and a template without a title or a place for the text', async () => {
  const cwd = makeVault({ ...files, '.wend/templates/idea.md': '---\nkind: idea\n---\n' })
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8')
  await runWend(['extract', 'a#^b', 'A block', '--dir', 'ideas'], { cwd })
  expect(read('ideas/a-block.md')).toBe('---\nkind: idea\n---\n\n# A block\n\nText ^b\n')
  await runWend(['split', 'a', '--dir', 'ideas'], { cwd })
  expect(read('ideas/part.md')).toMatch(/^---\nkind: idea\n---\n\n# Part\n\n/)
})
