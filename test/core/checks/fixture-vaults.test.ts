import { describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemCodes } from '../../../src/core/model/problem-code.ts'
import { runWend } from '../../support/run-wend.ts'

const folder = join(import.meta.dirname, '../../vaults')
const vaults = readdirSync(folder).filter((name) => existsSync(join(folder, name, '.expected')))

/** `UPDATE_VAULTS=1 npm test -- test/core/checks` rewrites the `.expected` files; read the difference before committing it. */
const update = process.env['UPDATE_VAULTS'] === '1'

async function lines(vault: string, args: readonly string[]): Promise<string> {
  // The folder is named, since a vault without a mark of its own belongs to the repository around it.
  return (await runWend(['-C', '.', ...args], { cwd: join(folder, vault) })).stdout
}

/**
 * What wend makes of a vault: where each link leads (target, status, file), then each problem. It stands beside the notes in
 * `.expected`, so that nothing in the notes themselves is there for the test.
 */
async function reading(vault: string): Promise<string> {
  const notes = (await lines(vault, ['list', '--sort', 'path', '--format', 'paths'])).trimEnd().split('\n')
  const links: string[] = []
  for (const note of notes) {
    const template = '{{path}}:{{line}}:{{column}} {{kind}} {{target}}#{{anchor}} = {{status}} {{resolved}}'
    links.push(await lines(vault, ['links', note, '--format', template]))
  }
  const template = '{{path}}:{{line}}:{{column}} {{severity}} {{code}} {{target}} ? {{suggestions}}'
  const problems = await lines(vault, ['check', '--format', template])
  return `# links\n${links.join('')}# problems\n${problems}`
}

describe('fixture vaults', () => {
  test.each(vaults)('%s', async (vault) => {
    const file = join(folder, vault, '.expected')
    const read = await reading(vault)
    if (update) writeFileSync(file, read)
    else expect(read).toBe(readFileSync(file, 'utf8'))
  })

  test('show each problem at least once', () => {
    const all = vaults.map((vault) => readFileSync(join(folder, vault, '.expected'), 'utf8')).join('')
    // Their own tests have them: files of other programs beside the notes, and a rule that is off.
    const needsMore = new Set(['broken-url', 'unreadable-file', 'conflict-marks', 'sync-conflict', 'unused-attachment'])
    expect(problemCodes.filter((code) => !needsMore.has(code) && !all.includes(` ${code} `))).toEqual([])
  })
})
