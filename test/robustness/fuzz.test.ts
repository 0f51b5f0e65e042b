import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Command } from '../../src/commands/command.ts'
import { registry } from '../../src/commands/registry.ts'
import { makeUserState } from '../../src/io/changes/user-state.ts'
import { makeVault } from '../support/make-vault.ts'
import { type Run, runWend, testEnvironment } from '../support/run-wend.ts'

/** `npm run fuzz` gives an hour; a property that fails prints its seed. */
const seconds = Number(process.env['WEND_FUZZ_SECONDS'] ?? 12)
const shares = 4
const limits = { interruptAfterTimeLimit: (seconds * 1000) / shares, markInterruptAsFailure: false, numRuns: 1_000_000 }
const patience = seconds * 1000 + 60_000

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function vaultOf(files: Readonly<Record<string, string | Buffer>>): string {
  const cwd = makeVault(files)
  made.push(cwd)
  return cwd
}

/** A command says what it did or why not; it never breaks, and sends nothing that steers a terminal. */
function expectSound(args: readonly string[], { stdout, stderr, exit }: Run): void {
  expect([0, 1, 2]).toContain(exit)
  expect([args, stderr]).toEqual([args, expect.not.stringMatching(/bug in wend|\n\s+at /)])
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
}

const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array))
const mark = fc.constantFrom(
  '[[',
  ']]',
  '![',
  '](',
  '#',
  '---',
  '```',
  '$',
  '|',
  '>',
  '- ',
  '\n',
  '\n\n',
  '\\',
  '`',
  '*',
  '%%',
  '<',
  '\u001b]0;x\u0007',
)
const markdown = fc
  .array(fc.oneof(mark, fc.constantFrom('a', 'b.md', 'word', ' ', '^id', ': ', 'é', '中')), { maxLength: 60 })
  .map((parts) => parts.join(''))
const content = fc.oneof(
  bytes,
  markdown.map((text) => Buffer.from(text)),
)

describe('whatever it is given, wend says what it did or why not', () => {
  test(
    'notes of any bytes',
    async () => {
      const lines = [
        ['list', '--json'],
        ['check', '--format', 'sarif'],
        ['show', 'a', '--plain'],
        ['search', 'word'],
        ['links', 'a'],
        ['stats'],
      ]
      await fc.assert(
        fc.asyncProperty(content, content, fc.constantFrom(...lines), async (a, b, args) => {
          expectSound(args, await runWend([...args, '--no-cache'], { cwd: vaultOf({ 'a.md': a, 'b.md': b }) }))
        }),
        limits,
      )
    },
    patience,
  )

  test(
    'configuration, ignore files and templates of any bytes',
    async () => {
      const key = fc.constantFrom('ignore', 'check', 'rules', 'theme', 'cache', 'history', 'search', 'publish', 'x')
      const yaml = fc
        .array(
          fc.tuple(
            key,
            fc.constantFrom(': ', ':\n  '),
            fc.oneof(
              markdown,
              fc.jsonValue().map((value) => JSON.stringify(value)),
            ),
          ),
        )
        .map((rows) => rows.map((row) => row.join('')).join('\n'))
      const config = fc.oneof(
        bytes,
        yaml.map((text) => Buffer.from(text)),
      )
      await fc.assert(
        fc.asyncProperty(
          config,
          content,
          fc.constantFrom(['list'], ['index'], ['check'], ['new', 'X']),
          async (settings, rules, args) => {
            const files = {
              'a.md': '# A\n',
              '.wend/config.yml': settings,
              '.gitignore': rules,
              '.wend/index.md': rules,
            }
            expectSound(args, await runWend([...args, '--no-cache'], { cwd: vaultOf(files) }))
          },
        ),
        limits,
      )
    },
    patience,
  )

  test(
    'a journal or history of any bytes, which changes no file that it does not name the content of',
    async () => {
      const step = fc.record({
        kind: fc.constantFrom('move', 'write', 'make-folder', 'remove-folder', 'x'),
        path: fc.constantFrom('a.md', 'b.md', '../x', '.git/config', '.wend/config.yml', '/etc/x', 'c/d'),
        to: fc.constantFrom('a.md', 'c.md', '../y', '.git/hooks/z'),
        hash: fc.constant('a'.repeat(64)),
        before: fc.constantFrom(null, 'b'.repeat(64)),
        after: fc.constantFrom(null, 'c'.repeat(64)),
        splices: fc.constantFrom([], [{ at: 0, removed: { base64: '' }, inserted: { base64: 'eA==' } }], [1]),
      })
      const journal = fc.record({
        id: fc.constant('deadbeefdeadbeef'),
        title: fc.string(),
        at: fc.constant(''),
        steps: fc.array(step, { maxLength: 3 }),
      })
      const text = fc.oneof(
        bytes,
        journal.map((value) => Buffer.from(JSON.stringify(value))),
      )
      await fc.assert(
        fc.asyncProperty(
          text,
          fc.constantFrom('journal', 'history/000001.json'),
          fc.constantFrom(['list'], ['undo'], ['redo'], ['set', 'a', 'k=v']),
          async (written, name, args) => {
            const cwd = vaultOf({ 'a.md': '# A\n', 'b.md': '# B\n' })
            const state = mkdtempSync(join(tmpdir(), 'wend-state-'))
            made.push(state)
            const file = join(makeUserState(cwd, { XDG_STATE_HOME: state }).folder, name)
            mkdirSync(dirname(file), { recursive: true })
            writeFileSync(file, written)
            expectSound(args, await runWend(args, { cwd, env: { XDG_STATE_HOME: state } }))
            const left = await runWend(['show', 'b', '--raw'], { cwd, env: { XDG_STATE_HOME: state } })
            expect(left.stdout).toBe('# B\n')
          },
        ),
        limits,
      )
    },
    patience,
  )

  test(
    'command lines of any words and options',
    async () => {
      const longRunning = new Set(['serve', 'mcp', 'lsp', 'browse', 'open', 'publish'])
      const entries = registry.filter(({ name }) => !longRunning.has(name))
      const commands: (readonly [string, Command])[] = []
      for (const { name, load } of entries) commands.push([name, await load()])
      const word = fc.oneof(
        fc.constantFrom(
          'a',
          'b',
          'A',
          'x/y',
          '../z',
          '',
          '-',
          '--',
          '[[a]]',
          'k=v',
          '1',
          'list',
          'rename',
          'add',
          'suggest',
        ),
        fc.string({ maxLength: 12 }),
      )
      const line = fc.constantFrom(...commands).chain(([name, command]) => {
        const flags = command.options
          .flatMap(({ flags: text }) => /--[a-z-]+/.exec(text)?.[0] ?? [])
          .filter((flag) => flag !== '--watch')
        const option = fc
          .tuple(fc.constantFrom('--json', '--quiet', ...flags), fc.option(word))
          .map((pair) => pair.filter((part) => part !== null))
        return fc
          .tuple(fc.array(word, { maxLength: 3 }), fc.array(option, { maxLength: 3 }))
          .map(([words, options]) => [name, ...words, ...options.flat()])
      })
      await fc.assert(
        fc.asyncProperty(line, async (args) => {
          const cwd = vaultOf({ 'a.md': '# A\n\n[[b]] #t\n', 'b.md': '# B\n' })
          if (args.some((arg) => /^(?:--external|--save|--write|-C|--vault)/.test(arg) || arg.includes('\0'))) return
          expectSound(args, await runWend(args, { cwd, env: testEnvironment() }))
        }),
        limits,
      )
    },
    patience,
  )
})
