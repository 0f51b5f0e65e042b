import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { testEnvironment } from '../../support/run-wend.ts'

const folder = mkdtempSync(join(tmpdir(), 'wend-output-'))
writeFileSync(join(folder, 'many.md'), `# Many\n\n${'[[many]] '.repeat(2_000)}\n`)

/** Runs a line of shell in which `$WEND` is the built program. */
function shell(line: string): { readonly stdout: string; readonly status: number | null } {
  const WEND = `${process.execPath} ${resolve('bin/wend.js')} -C ${folder}`
  return spawnSync('bash', ['-o', 'pipefail', '-c', line], { env: testEnvironment({ WEND }), encoding: 'utf8' })
}

describe('standard output that is no terminal', () => {
  test('a file holds all of a long answer', () => {
    shell(`$WEND links many --json > ${folder}/out.json`)
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toHaveLength(2_000)
  })

  test('a pipe whose reader starts late gets all of it', () => {
    expect(shell('$WEND links many --json | (sleep 0.3; cat) | wc -c').stdout).toBe(
      shell('$WEND links many --json | wc -c').stdout,
    )
  })

  test('a pipe that takes no more for now is waited for', () => {
    const nonBlocking = `python3 -c 'import fcntl, os, sys; fcntl.fcntl(1, fcntl.F_SETFL, os.O_NONBLOCK); os.execvp(sys.argv[1], sys.argv[1:])'`
    const { stdout } = shell(`${nonBlocking} $WEND links many --json | (sleep 0.5; cat) | tail -c 3`)
    expect(stdout).toBe('\n]\n')
  })

  test('a reader that goes away is no failure', () => {
    expect(shell('$WEND links many --json | head -1').status).toBe(0)
  })
})
