import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'links: {dialect: mkdocs}\n' })

test('says what it sees, without the arguments of programs and the name of the home folder', async () => {
  const home = mkdtempSync(join(tmpdir(), 'wend-doctor-'))
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: '',
    VISUAL: 'sh --token=hunter2',
    PATH: `.:relative:${process.env['PATH'] ?? ''}`,
    NOTES_TOKEN: 'hunter3',
    TERM: 'xterm-256color',
  }
  const { stdout, stderr, exit } = await runWend(['doctor', '--json'], { cwd, env })
  const facts = JSON.parse(stdout) as Record<string, Record<string, unknown>>
  expect([exit, stderr]).toEqual([0, 'wend: nothing wrong was found\n'])
  expect(facts['vault']).toEqual({ root: cwd, found: 'marked by .wend', notes: 1, dialects: ['mkdocs'] })
  expect(facts['programs']?.['editor']).toEqual({
    name: 'sh',
    from: '$VISUAL',
    file: expect.stringMatching(/^\/.*\/sh$/),
  })
  expect(facts['environment']).toMatchObject({ TERM: 'xterm-256color' })
  expect(facts['config']).toContainEqual({ file: '~/.config/wend/config.yml', exists: false, keys: 0 })
  const text = (await runWend(['doctor'], { cwd, env })).stdout
  for (const said of [stdout, text]) {
    expect(said).not.toMatch(/hunter|NOTES_TOKEN/)
    expect(said).not.toContain(home)
  }
  expect(text).toMatch(/^vault {6}.* \(marked by \.wend\)\n {11}1 note, links as in mkdocs$/m)
})

test('what is wrong is named, and the rest is still said', async () => {
  const broken = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'cache: maybe\n' })
  const config = join(broken, 'own')
  mkdirSync(join(config, 'wend'), { recursive: true })
  writeFileSync(join(config, 'wend/config.yml'), 'aliases: {list: search x}\n')
  const { stdout, stderr, exit } = await runWend(['doctor'], { cwd: broken, env: { XDG_CONFIG_HOME: config } })
  expect(exit).toBe(1)
  expect(stderr.match(/wrong value for "cache"/g)).toHaveLength(1)
  expect(stderr).toContain('the alias "list" is never used')
  expect(stdout).toContain('Node.js')
  const nowhere = await runWend(['-C', 'nowhere', 'doctor'], { cwd })
  expect([nowhere.exit, nowhere.stdout]).toEqual([1, expect.stringMatching(/^vault {6}none$/m)])
})
