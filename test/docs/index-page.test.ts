import { expect, test } from '@jest/globals'
import { resolve } from 'node:path'
// Loaded first: jest's loader fails when two dynamic imports meet the same module for the first time.
import '../../src/io/vault/vault-file.ts'
import { runWend } from '../support/run-wend.ts'

test('the index page of the shipped notes is up to date, and is no note', async () => {
  const cwd = resolve('.')
  const { exit, stderr } = await runWend(['--vault', 'notes', 'index', '--check', 'notes/README.md'], { cwd })
  expect([exit, stderr]).toEqual([0, 'wend: notes/README.md is up to date\n'])
  expect((await runWend(['--vault', 'notes', 'list', '--format', 'paths'], { cwd })).stdout).not.toContain('README')
})
