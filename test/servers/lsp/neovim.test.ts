import { afterAll, describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'

const isThere = spawnSync('nvim', ['--version']).status === 0
if (!isThere) process.stderr.write('skipped: the language server in Neovim (nvim is not installed)\n')

const root = makeVault({
  'a.md': '# Alpha\n\nsee 😀 [[b#Part two]] and [x](sub/c.md) [[Nope]]\n\n[[Bet\n',
  'b.md': '# Beta Note\n\n## Part one\n\n## Part two\n\ntext [[a]]\n',
  'sub/c.md': '# Cee\n\n[b](../b.md#part-two)\n',
  '.wend/config.yml': '',
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

;(isThere ? describe : describe.skip)('in Neovim', () => {
  test('completing, jumping, problems, an action, a rename', () => {
    const out = join(root, '.wend', 'result.json')
    const env = { ...process.env, WEND_VAULT: root, WEND_PROGRAM: resolve('bin/wend.js'), WEND_RESULT: out }
    const args = ['--headless', '--clean', '-n', '-c', `luafile ${resolve('test/servers/lsp/neovim.lua')}`]
    const nvim = spawnSync('nvim', args, { env, timeout: 55_000, encoding: 'utf8' })
    expect({ status: nvim.status, said: nvim.stderr.includes('Error') }).toEqual({ status: 0, said: false })
    const result = JSON.parse(readFileSync(out, 'utf8')) as Readonly<Record<string, unknown>>
    expect(result).toEqual({
      completed: expect.arrayContaining(['Beta Note']),
      jumped: ['b.md', 5],
      problems: expect.arrayContaining(['broken-link']),
      action: 'Create nope.md',
    })
    const read = (path: string): string => readFileSync(join(root, path), 'utf8')
    expect(read('better-name.md')).toContain('# Better name\n')
    expect(read('a.md')).toContain('[[better-name#Part two]]')
    expect(read('sub/c.md')).toContain('[b](../better-name.md#part-two)')
    const check = spawnSync('node', ['bin/wend.js', '-C', root, 'check', '--json'], { encoding: 'utf8' })
    const codes = (JSON.parse(check.stdout) as { problems: readonly { code: string; path: string }[] }).problems
    expect(codes.filter(({ code }) => code.startsWith('broken'))).toEqual([])
  })
})
