import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Command } from '../../src/commands/command.ts'
import { registry } from '../../src/commands/registry.ts'
import { makeUserState } from '../../src/io/changes/user-state.ts'
import { bytes, content, expectSound, fuzzVault, markdown, removeVaults, share, toRemove } from '../support/fuzzing.ts'
import { runWend, testEnvironment } from '../support/run-wend.ts'

const { patience, ...limits } = share(4)
afterEach(removeVaults)

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
          expectSound(args, await runWend([...args, '--no-cache'], { cwd: fuzzVault({ 'a.md': a, 'b.md': b }) }))
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
            expectSound(args, await runWend([...args, '--no-cache'], { cwd: fuzzVault(files) }))
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
            const cwd = fuzzVault({ 'a.md': '# A\n', 'b.md': '# B\n' })
            const state = mkdtempSync(join(tmpdir(), 'wend-state-'))
            toRemove(state)
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
          const cwd = fuzzVault({ 'a.md': '# A\n\n[[b]] #t\n', 'b.md': '# B\n' })
          if (args.some((arg) => /^(?:--external|--save|--write|-C|--vault)/.test(arg) || arg.includes('\0'))) return
          expectSound(args, await runWend(args, { cwd, env: testEnvironment() }))
        }),
        limits,
      )
    },
    patience,
  )
})
