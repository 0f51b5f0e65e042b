import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { parseCommandLine } from '../../src/cli/command-line/parse-command-line.ts'
import type { Process } from '../../src/cli/process.ts'
import { environmentVariables } from '../../src/cli/help/surroundings.ts'
import { helpTopics } from '../../src/cli/help/topics.ts'
import { registry } from '../../src/commands/registry.ts'
import { splitCommand } from '../../src/io/programs/split-command.ts'
import { formatsOf } from '../../src/view/format-report.ts'
import { runWend } from '../support/run-wend.ts'

const file = 'man/wend.1'
const cwd = process.cwd()

/** `UPDATE_DOCS=1 npm test -- test/docs` rewrites the page. */
test('man/wend.1 is the page that wend help --man writes, and the package has it', async () => {
  const { stdout, stderr, exit } = await runWend(['help', '--man'], { cwd })
  expect([stderr, exit]).toEqual(['', 0])
  if (process.env['UPDATE_DOCS'] === '1') {
    mkdirSync('man', { recursive: true })
    writeFileSync(file, stdout)
  }
  expect(readFileSync(file, 'utf8')).toBe(stdout)
  const { man, files } = JSON.parse(readFileSync('package.json', 'utf8')) as { man: string; files: readonly string[] }
  expect([man, files]).toEqual([`./${file}`, expect.arrayContaining(['man'])])
  for (const { name } of registry) expect(stdout).toContain(`\n.SS ${name}\n`)
  expect(stdout).toMatch(/^[\n -~]*$/)
})

test('the formatter of manual pages has nothing to say of it, where there is one', () => {
  const { status, stderr } = spawnSync('man', ['-l', '--warnings', '-Tutf8', file], { encoding: 'utf8' })
  if (status === 0) expect(stderr).toBe('')
  else console.warn('skipped: manual pages are not formatted here')
})

test('the variables of the environment that the program asks are named', () => {
  const named = new Set(environmentVariables.flatMap(([names]) => names.split(', ')))
  const asked = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('web-client'))
    .flatMap((path) => [...readFileSync(`src/${path}`, 'utf8').matchAll(/env\['([A-Z_]+)'\]/g)])
    .map(([, name = '']) => name)
  // What only tells which system this is, or belongs to Node.js.
  const ofTheSystem = ['OS', 'NODE_DISABLE_COMPILE_CACHE']
  expect([...new Set(asked)].filter((name) => !named.has(name) && !ofTheSystem.includes(name))).toEqual([])
})

test('every format has its line, and every example is a command line that is read', async () => {
  const parts = (await Promise.all(helpTopics.map(({ parts: made }) => made()))).flat()
  const terms = parts.flatMap((part) => (typeof part === 'string' ? [] : part.map(([term]) => term)))
  const words = new Set(terms.flatMap((term) => term.split(', ')))
  const formats = new Set<string>()
  for (const { load } of registry)
    for (const format of ((await load()).reports ?? []).flatMap(formatsOf)) formats.add(format)
  expect([...formats].filter((format) => !words.has(format))).toEqual([])
  const examples = terms.filter((term) => term.startsWith('wend '))
  expect(examples.length).toBeGreaterThan(12)
  for (const line of examples) {
    const argv = splitCommand(line.replaceAll('\\t', '\t')).slice(1)
    const fake = { env: {}, stdout: {}, stderr: {}, stdin: {} } as unknown as Process
    expect([line, await parseCommandLine(argv, fake)]).toEqual([
      line,
      expect.objectContaining({ args: expect.anything() }),
    ])
  }
})

test('topics are found by their words, and a command of that name has its help before it', async () => {
  for (const { name } of helpTopics) expect((await runWend(['help', name], { cwd })).exit).toBe(0)
  expect((await runWend(['help', 'exit', 'codes'], { cwd })).stdout).toMatch(/^What the exit code says\n/)
  expect((await runWend(['help', 'links'], { cwd })).stdout).toMatch(/^Usage: wend links[^]*\nHow links are written/)
  expect((await runWend(['help', 'nothing'], { cwd })).exit).toBe(2)
})
