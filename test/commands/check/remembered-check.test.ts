import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ignore from 'ignore'
import { chooseRules } from '../../../src/core/checks/choose-rules.ts'
import type { Config } from '../../../src/core/model/config.ts'
import { problemCodes } from '../../../src/core/model/problem-code.ts'
import type { Vault } from '../../../src/core/vault/vault.ts'
import type { Context } from '../../../src/commands/command.ts'
import { findProblems, type RowsFound, rowsOf } from '../../../src/commands/check/find-problems.ts'
import { checkAgain, type CheckMemory, checkWhole } from '../../../src/commands/check/remembered-check.ts'
import { updatedAnswer } from '../../../src/io/cache/notes/derived-answer.ts'
import { readCachedVault } from '../../../src/io/cache/notes/read-cached-vault.ts'
import { readVault } from '../../../src/io/files/read-vault.ts'

const base = mkdtempSync(join(tmpdir(), 'wend-recheck-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

// Files count as settled at once.
beforeAll(() => void jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1e6))
afterAll(() => void jest.restoreAllMocks())

const options = { ignore: [], follow: false }

const names = ['alpha', 'beta', 'gamma', 'sub/delta', 'sub/Ünïcode', 'Alpha']
const paths = [...names.map((name) => `${name}.md`), 'pic.png', 'sub/pic.png', '.hidden']
const targets = [
  ...names,
  'alhpa',
  'Betta',
  'Title of beta',
  'Alias gama',
  'quite another thing',
  'fermentation',
  'it',
  'Prof',
]

const line = fc.oneof(
  fc.constantFrom(...targets).map((target) => `See [[${target}]].`),
  fc
    .tuple(fc.constantFrom(...targets), fc.constantFrom('Proof', 'Prof', '^b1', '^b2', 'it'))
    .map((all) => `Or [[${all.join('#')}]].`),
  fc
    .constantFrom(...targets)
    .map((target) => `And [it](${encodeURI(target)}.md#proof) <!-- wend-ignore broken-link -->.`),
  fc.constantFrom('pic', 'pik', 'Pic', 'gone').map((name) => `![[${name}.png]] ![](sub/${name}.png)`),
  fc.constantFrom('Proof', 'proof', 'Prooof', 'Eigen vectors', 'Another').map((text) => `## ${text}`),
  fc.constantFrom(
    'plain',
    'a block ^b1',
    '[[#Proof]]',
    '[gone](../out.md)',
    '[h](.hidden)',
    'mark[^1]',
    '[^1]: note',
    '[x]: y',
    '$open',
  ),
)

const noteText = fc
  .record({
    title: fc.option(fc.constantFrom('Title of alpha', 'Title of beta', 'beta', 'Proof')),
    alias: fc.option(fc.constantFrom('Alias gamma', 'alpha', 'it')),
    heading: fc.constantFrom('', '# Title of beta\n', '# Note\n'),
    summary: fc.constantFrom('', 'Fermentation\n', 'Quite another thing is said.\n'),
    lines: fc.array(line, { maxLength: 6 }),
  })
  .map(({ title, alias, heading, summary, lines }) => {
    const front = [...(title === null ? [] : [`title: ${title}`]), ...(alias === null ? [] : [`aliases: [${alias}]`])]
    const head = front.length > 0 ? `---\n${front.join('\n')}\n---\n` : ''
    return `${head}${heading}\n${summary}\n${lines.join('\n\n')}\n`
  })

const anyPath = fc.constantFrom(...paths)
const change = fc.oneof(
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('add' as const), path: anyPath, line }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('shift' as const), path: anyPath }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), path: anyPath }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('write' as const), path: anyPath, text: noteText }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), path: anyPath }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), path: anyPath, to: anyPath }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outside' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('look' as const) }) },
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function apply(root: string, one: Change): void {
  if (one.kind === 'outside') return flip(join(root, '..', 'out.md'))
  if (one.kind === 'look') return void cached(root)
  const file = join(root, one.path)
  if (one.kind === 'write') return write(file, one.text)
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return
  const text = readFileSync(file, 'utf8')
  if (one.kind === 'add') write(file, `${text}\n${one.line}\n`)
  else if (one.kind === 'cut') write(file, text.slice(0, text.lastIndexOf('\n\n') + 1))
  else if (one.kind === 'shift') write(file, text.replace(/^(---\n.*?\n---\n|)/s, '$1\n'))
  else if (one.kind === 'remove') rmSync(file)
  else if (one.kind === 'rename') renameSync(file, join(root, one.to))
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function flip(file: string): void {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) writeFileSync(file, '')
  else rmSync(file)
}

const cached = (root: string) => readCachedVault(root, options, { file: `${root}-cache/index`, build: 'one' })

const requests = [
  { config: { rules: {} }, choice: {}, checkIgnore: [] },
  {
    config: { rules: { orphan: 'info', 'duplicate-title': 'error' } },
    choice: { strict: true },
    checkIgnore: ['sub/'],
  },
  { config: { rules: {} }, choice: { only: problemCodes.filter((code) => code !== 'broken-url') }, checkIgnore: [] },
] as const

function requestFor({ config, choice, checkIgnore }: (typeof requests)[number]) {
  const rules = chooseRules(config as Pick<Config, 'rules'>, {
    only: [],
    skip: [],
    strict: false,
    external: false,
    ...choice,
  })
  const left = ignore().add([...checkIgnore])
  return { rules, reports: (path: string) => !left.ignores(path) }
}

const made = { whole: 0, again: 0 }

function contextOf(root: string): Context {
  const readText = (path: string): Promise<string> => Promise.resolve(readFileSync(join(root, path), 'utf8'))
  return { readText, answer: ({ make }: { make: () => unknown }) => make() } as unknown as Context
}

/** What a check says through the cache. */
async function remembered(root: string, which: number): Promise<RowsFound> {
  const request = requestFor(requests[which] ?? requests[0])
  const { vault, state = '', asked = new Map(), since = () => undefined } = cached(root)
  const choice = { file: `${root}-cache/index-answer`, build: 'one', root, state, asked, since }
  return updatedAnswer<RowsFound, CheckMemory>(choice, `check ${which}`, {
    make: () => (made.whole++, checkWhole(contextOf(root), vault, request)),
    update: async (kept) => {
      const updated = await checkAgain(contextOf(root), vault, request, kept)
      if (updated !== undefined) made.again++
      return updated
    },
  })
}

async function anew(root: string, which: number): Promise<RowsFound> {
  const vault: Vault = readVault(root, options)
  return rowsOf(await findProblems(contextOf(root), vault, requestFor(requests[which] ?? requests[0])))
}

test('a check after changes says what a check of the whole says, to the letter', async () => {
  let count = 0
  const steps = fc.array(fc.tuple(fc.array(change, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 0, 0, 1, 2)), {
    minLength: 1,
    maxLength: 8,
  })
  const start = fc.uniqueArray(fc.tuple(anyPath, noteText), { selector: ([path]) => path, minLength: 3, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(start, steps, fc.constantFrom(0, 1, 2), async (files, all, usual) => {
      const root = join(base, `at-${count++}`, 'vault')
      mkdirSync(join(root, 'sub'), { recursive: true })
      for (const [path, text] of files) write(join(root, path), text)
      await remembered(root, usual)
      for (const [changes, other] of all) {
        for (const one of changes) apply(root, one)
        const which = other === 0 ? usual : other
        expect(JSON.stringify(await remembered(root, which))).toBe(JSON.stringify(await anew(root, which)))
        expect(JSON.stringify(await remembered(root, which))).toBe(JSON.stringify(await anew(root, which)))
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 150) },
  )
  expect(made.again).toBeGreaterThan(100)
}, 120_000)

describe('what changes elsewhere when a note changes', () => {
  /** What a check says before and after one note is written, each compared with a check of the whole. */
  async function around(files: Readonly<Record<string, string>>, path: string, text: string): Promise<RowsFound> {
    const root = join(base, `one-${path}-${Math.random()}`, 'vault')
    for (const [name, content] of Object.entries(files)) write(join(root, name), content)
    await remembered(root, 0)
    const { again } = made
    write(join(root, path), text)
    const found = await remembered(root, 0)
    expect(made.again).toBe(again + 1)
    expect(found).toEqual(await anew(root, 0))
    return found
  }

  test('a title that is written down counts as the same as another', async () => {
    const files = { 'a.md': '---\ntitle: b\n---\n', 'b.md': 'Text.\n', 'c.md': 'See [[a]].\n' }
    const { rows } = await around(files, 'b.md', '---\ntitle: b\n---\nText.\n')
    expect(rows.filter(({ code }) => code === 'duplicate-title').map(({ path }) => path)).toEqual(['a.md', 'b.md'])
  })

  test('a summary that comes to say what a broken link asks for is suggested', async () => {
    const others = Array.from({ length: 250 }, (_, order) => [`n${order}.md`, `# Zzz ${order}\n\nYyy ${order}.\n`])
    const files = { ...Object.fromEntries(others), 'from.md': '[[sourdough]]\n' }
    const { rows } = await around(files, 'n7.md', '# Zzz 7\n\nSourdough\n')
    expect(rows.find(({ path }) => path === 'from.md')?.suggestions).toEqual(['n7'])
    const few = { 'a.md': '# Zzz\n\nYyy.\n', 'from.md': '[[sourdough]]\n' }
    const found = await around(few, 'a.md', '# Zzz\n\nSourdough\n')
    expect(found.rows[0]?.suggestions).toEqual(['a'])
  })

  test('a heading that comes to stand elsewhere is told by its new line', async () => {
    const files = { 'a.md': '# A\n\n## Twice\n\nx\n\n## Twice\n', 'b.md': '[[a#Twice]]\n' }
    const { rows } = await around(files, 'a.md', '# A\n\nOne line more.\n\n## Twice\n\nx\n\n## Twice\n')
    expect(rows[0]?.message).toMatch(/on line 5$/)
  })
})
