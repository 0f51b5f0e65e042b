import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'

/** A Python with numpy: the one named by WEND_PYTHON, or `python3`; undefined where it lacks either. */
const python = [process.env['WEND_PYTHON'], 'python3']
  .filter((name) => name !== undefined)
  .find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0)

describe('the code of the notes', () => {
  if (python === undefined) {
    test.skip('runs (skipped: no python3 with numpy here; name one in WEND_PYTHON)', () => undefined)
    return
  }
  const { stdout, stderr } = spawnSync(python, ['test/vault/checks/code_blocks.py', 'notes'], { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  test.each(Object.entries(JSON.parse(stdout) as Record<string, string>))('%s runs and does what it says', (_, error) =>
    expect(error).toBe(''),
  )
})
