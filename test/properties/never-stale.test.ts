import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { anyPath, noteText } from '../support/random-vault.ts'
import { runWend } from '../support/run-wend.ts'

/** `WEND_STEPS` asks for more; what fails prints its seed. */
const steps = Number(process.env['WEND_STEPS'] ?? 200)
const inOneVault = 50

const base = realpathSync(mkdtempSync(join(tmpdir(), 'wend-stale-')))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const commands = [
  ['list', '--json'],
  ['list', '--columns', 'title,tags,path,modified', '--sort', 'title'],
  ['search', 'prose'],
  ['search', 'title of gamma', '--json'],
  ['search', '--exact', 'block'],
  ['search', 'proof OR outlook', '--limit', '3'],
  ['show', 'alpha', '--embeds', '2'],
  ['links', 'alpha', '--depth', '2'],
  ['backlinks', 'beta', '--json'],
  ['related', 'alpha'],
  ['mentions', 'gamma'],
  ['context', 'alpha'],
  ['check', '--infos'],
  ['check', '--json'],
  ['tags'],
  ['topics'],
  ['tasks'],
  ['stats', '--json'],
  ['orphans'],
  ['graph'],
  ['index'],
  ['path', 'alpha', 'beta'],
  ['learn', 'beta'],
  ['completion', '--for', 'show', ':'],
] as const

const configurations = [
  '',
  'ignore: [sub/]\n',
  'search:\n  synonyms: [[prose, words]]\n',
  'check:\n  ignore: [gamma.md]\n',
  'ignore: ["*.png"]\nlinks:\n  style: wiki\n',
]

/** What happens to a vault between two commands. */
const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), path: anyPath, text: noteText }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path: anyPath, to: anyPath }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path: anyPath }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('attach' as const),
      path: anyPath.map((path) => path.replace(/md$/, 'png')),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('same size and time' as const), path: anyPath }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), path: anyPath, to: anyPath }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('config' as const), text: fc.constantFrom(...configurations) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('ignore' as const),
      text: fc.constantFrom('', 'sub/deep/\n', 'beta.md\n'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('checkout' as const), branch: fc.constantFrom('one', 'two') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('nothing' as const) }) },
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function git(root: string, ...args: readonly string[]): void {
  const settings = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false']
  spawnSync('git', ['-C', root, ...settings, ...args], { stdio: 'ignore' })
}

/** A repository with two branches between which can be gone to and fro. */
function makeRepository(root: string): void {
  for (const name of ['alpha', 'beta']) write(join(root, `${name}.md`), `# ${name}\n\nplain prose [[beta]] #tag\n`)
  write(join(root, '.wend/config.yml'), '')
  git(root, 'init', '-q', '-b', 'one')
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'one')
  git(root, 'checkout', '-qb', 'two')
  write(join(root, 'gamma.md'), '# Gamma\n\nOnly here: [[alpha]].\n\n- [ ] a task\n')
  write(join(root, 'beta.md'), '# Beta of two\n\nprose, a block ^b1\n')
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'two')
}

/** Changes files as other programs do; what can't be done in the vault as it is is no step. */
function carryOut(root: string, step: Change): void {
  try {
    if (step.kind === 'edit') write(join(root, step.path), step.text)
    else if (step.kind === 'rename') renameSync(join(root, step.path), join(root, step.to))
    else if (step.kind === 'remove') rmSync(join(root, step.path))
    else if (step.kind === 'attach') write(join(root, step.path), 'no picture')
    else if (step.kind === 'swap') swap(join(root, step.path), join(root, step.to))
    else if (step.kind === 'same size and time') turnLetters(join(root, step.path))
    else if (step.kind === 'config') write(join(root, '.wend/config.yml'), step.text)
    else if (step.kind === 'ignore') write(join(root, '.gitignore'), step.text)
    else if (step.kind === 'checkout') git(root, 'checkout', '-qf', step.branch)
  } catch (error) {
    if ((error as { code?: string }).code === undefined) throw error
  }
}

function swap(one: string, other: string): void {
  if (!existsSync(other)) return
  renameSync(one, `${one}.swap`)
  renameSync(other, one)
  renameSync(`${one}.swap`, other)
}

/** Other words of the same length, and the time set back. */
function turnLetters(file: string): void {
  const { atimeMs, mtimeMs } = statSync(file)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.includes('prose') ? text.replace('prose', 'wordy') : text.replace('Note', 'Nota'))
  utimesSync(file, atimeMs / 1000, mtimeMs / 1000)
}

test(
  `a command prints with its caches what it prints without, after any of ${steps} steps`,
  async () => {
    let vaults = 0
    const walk = fc.array(fc.tuple(change, fc.constantFrom(...commands)), {
      minLength: inOneVault,
      maxLength: inOneVault,
    })
    await fc.assert(
      fc.asyncProperty(walk, async (all) => {
        const [root, cache] = [join(base, `${vaults}`, 'vault'), join(base, `${vaults++}`, 'cache')]
        makeRepository(root)
        const env = { XDG_CACHE_HOME: cache }
        for (const [step, command] of all) {
          carryOut(root, step)
          const kept = await runWend(command, { cwd: root, env })
          const fresh = await runWend([...command, '--no-cache'], { cwd: root, env })
          expect([command, kept]).toEqual([command, fresh])
        }
        rmSync(dirname(root), { recursive: true })
      }),
      { numRuns: Math.ceil(steps / inOneVault) },
    )
  },
  60_000 + steps * 1000,
)
