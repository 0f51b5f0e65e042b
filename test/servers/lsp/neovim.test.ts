import { afterAll, describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
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
const shipped = makeVault({})
cpSync('notes', shipped, { recursive: true })
afterAll(() => [root, shipped].forEach((vault) => rmSync(vault, { recursive: true, force: true })))

/** What is done in Neovim: the lines typed, what is completed, the link that is followed and renamed, the broken one. */
interface Plan {
  readonly note: string
  readonly typed: readonly string[]
  readonly begun: string
  readonly link: string
  readonly target: string
  readonly broken: string
}

function inNeovim(vault: string, plan: Plan): unknown {
  const out = join(vault, '.wend', 'result.json')
  const env = {
    ...process.env,
    WEND_VAULT: vault,
    WEND_PLAN: JSON.stringify(plan),
    WEND_PROGRAM: resolve('bin/wend.js'),
    WEND_RESULT: out,
  }
  const args = ['--headless', '--clean', '-n', '-c', `luafile ${resolve('test/servers/lsp/neovim.lua')}`]
  const nvim = spawnSync('nvim', args, { env, timeout: 55_000, encoding: 'utf8' })
  expect({ status: nvim.status, said: nvim.stderr.includes('Error') }).toEqual({ status: 0, said: false })
  const result: unknown = JSON.parse(readFileSync(out, 'utf8'))
  rmSync(out)
  return result
}

function problemsIn(vault: string): readonly { readonly code: string; readonly path: string }[] {
  const check = spawnSync('node', ['bin/wend.js', '-C', vault, 'check', '--json'], { encoding: 'utf8' })
  return (JSON.parse(check.stdout) as { problems: readonly { code: string; path: string }[] }).problems
}

;(isThere ? describe : describe.skip)('in Neovim', () => {
  test('completing, jumping, problems, an action, a rename', () => {
    const result = inNeovim(root, {
      note: 'a.md',
      typed: [],
      begun: '[[Bet',
      link: '[[b#Part two',
      target: 'b.md',
      broken: '[[Nope]]',
    })
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
    expect(problemsIn(root).filter(({ code }) => code.startsWith('broken'))).toEqual([])
  })

  test('the same on the notes that come with wend, after which check finds no problem', () => {
    const result = inNeovim(shipped, {
      note: 'attention.md',
      typed: ['', 'A note is missing: [[nope]].', '', 'See also [[Gaussian Mix'],
      begun: '[[Gaussian Mix',
      link: '[[Hopfield Networks|',
      target: 'hopfield-networks.md',
      broken: '[[nope]]',
    })
    expect(result).toEqual({
      completed: expect.arrayContaining(['Gaussian Mixture Model']),
      jumped: ['hopfield-networks.md', expect.any(Number)],
      problems: expect.arrayContaining(['broken-link']),
      action: 'Create nope.md',
    })
    const attention = readFileSync(join(shipped, 'attention.md'), 'utf8')
    expect(attention).toContain('[[Better name|Hopfield network]]')
    expect(attention).toContain('See also [[Gaussian Mixture Model]]')
    expect(readFileSync(join(shipped, 'better-name.md'), 'utf8')).toContain('title: Better name\n')
    expect(problemsIn(shipped)).toEqual([])
  })
})
