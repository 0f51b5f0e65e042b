import { afterAll, describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'

const asked = ['--batch', '--eval', "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))"]
const isThere = spawnSync('emacs', asked).status === 0
if (!isThere)
  process.stderr.write('skipped: the language server in Emacs (emacs, eglot or markdown-mode is not installed)\n')

const root = makeVault({
  'a.md': '# Alpha\n\nsee 😀 [[b#Part two]] and [x](sub/c.md) [[Nope]] [[#Own part]]\n\n[[Bet\n\n## Own part\n',
  'b.md': '# Beta Note\n\n## Part one\n\n## Part two\n\ntext [[a#Own part]]\n',
  'sub/c.md': '# Cee\n\n[b](../b.md#part-two)\n',
  '.wend/config.yml': '',
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

;(isThere ? describe : describe.skip)('in Emacs with eglot', () => {
  test('completing, jumping, problems, a heading renamed, a note not', () => {
    const env = { ...process.env, WEND_VAULT: root, WEND_PROGRAM: resolve('bin/wend.js') }
    const args = ['--batch', '-l', resolve('test/servers/lsp/emacs.el')]
    const emacs = spawnSync('emacs', args, { env, timeout: 55_000, encoding: 'utf8' })
    const result = JSON.parse(emacs.stdout) as Readonly<Record<string, unknown>>
    expect(result).toEqual({
      completed: expect.arrayContaining(['Beta Note']),
      jumped: ['b.md', 5],
      problems: expect.arrayContaining([expect.stringContaining('no note named "Nope"')]),
      // Emacs does not say that it can rename files.
      refused: expect.stringContaining('use the command line: wend mv'),
      renamed: expect.stringMatching(/\[\[#Mine\]\][\s\S]*## Mine\n/),
    })
  })
})
