import { beforeAll, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

const schema = JSON.parse(readFileSync('docs/schema/wend.schema.json', 'utf8')) as { $defs: Record<string, unknown> }
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
beforeAll(() => void ajv.addSchema(schema, 'wend'))

const garden = resolve('test/vaults/garden')

describe('the JSON contract', () => {
  test.each([
    ['list', ['list']],
    ['table', ['list', '--columns', 'title,status,path']],
    ['table', ['list', '--group-by', 'tags', '--count']],
    ['noteCount', ['list', '--count']],
    ['schema', ['schema']],
    ['orphans', ['orphans']],
    ['search', ['search', 'sour', 'coffee']],
    ['search', ['search', 'sour', 'coffee', '--explain']],
    ['search', ['search', '--exact', 'grounds', '--context', '1']],
    ['search', ['search', '--fuzzy', 'grnd size']],
    ['search', ['related', 'iced-coffee']],
    ['links', ['links', 'espresso']],
    ['links', ['links', 'water chemistry', '--depth', '2']],
    ['backlinks', ['backlinks', 'espresso']],
    ['check', ['check']],
    ['graph', ['graph']],
    ['wander', ['wander', 'espresso']],
    ['wander', ['wander', 'espresso', '--auto', '3']],
    ['path', ['path', 'cold-brew', 'grind size', '--undirected', '--all']],
    ['learn', ['learn', 'cold-brew']],
    ['context', ['context', 'espresso', '--tokens', '300']],
    ['context', ['context', 'sour', 'coffee']],
    ['random', ['random', '-n', '2']],
    ['today', ['today']],
    ['show', ['show', 'espresso']],
    ['topics', ['topics']],
    ['tags', ['tags']],
    ['stats', ['stats']],
    ['config', ['config']],
    ['doctor', ['doctor']],
    ['configRow', ['config', 'get', 'history']],
    ['configChange', ['config', 'set', 'history', '300', '--dry-run']],
    ['new', ['new', 'A title', '--dry-run']],
    ['index', ['index']],
    ['publish', ['publish', '../site', '--dry-run']],
  ])('%s: wend %j', async (name, args) => {
    const { stdout } = await runWend([...args, '--json'], { cwd: garden })
    const validate = ajv.getSchema(`wend#/$defs/${name}`)
    validate?.(JSON.parse(stdout))
    expect(validate?.errors).toBeNull()
    expect(stdout.length).toBeGreaterThan(10)
  })

  test('what was changed, and what is in the trash', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    for (const [name, args] of [
      ['mv', ['mv', 'a', 'b.md']],
      ['redo', ['undo']],
      ['redo', ['redo']],
      ['new', ['new', 'C']],
      ['mv', ['rm', 'c']],
      ['mv', ['undo', '2']],
      ['history', ['undo', '--list']],
      ['redo', ['redo', '2']],
      ['trash', ['trash', 'list']],
      ['mv', ['trash', 'restore', 'c.md', '--dry-run']],
      ['trash', ['trash', 'empty', '--force']],
      ['mv', ['index', '--write', 'INDEX.md']],
    ] as const) {
      const { stdout } = await runWend([...args, '--json'], { cwd })
      const validate = ajv.getSchema(`wend#/$defs/${name}`)
      validate?.(JSON.parse(stdout))
      expect([args, validate?.errors]).toEqual([args, null])
      expect(stdout.length).toBeGreaterThan(10)
    }
  })

  test('tasks, open and done', async () => {
    const cwd = makeVault({ 'a.md': '# A\n\n- [ ] write it\n- [x] read it\n' })
    for (const args of [['tasks'], ['tasks', '--done']]) {
      const { stdout } = await runWend([...args, '--json'], { cwd })
      const validate = ajv.getSchema('wend#/$defs/tasks')
      validate?.(JSON.parse(stdout))
      expect([args, validate?.errors]).toEqual([args, null])
      expect(stdout).toContain(args.length === 1 ? '"write it"' : '"read it"')
    }
  })

  test('one document a line holds the same records', async () => {
    const whole = JSON.parse((await runWend(['list', '--json'], { cwd: garden })).stdout) as unknown[]
    const lines = (await runWend(['list', '--format', 'ndjson'], { cwd: garden })).stdout.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(whole)
  })
})
