import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { KeptFolder } from '../../../../src/io/cache/kept-folder.ts'
import { readCachedVault } from '../../../../src/io/cache/notes/read-cached-vault.ts'
import { readVault } from '../../../../src/io/vault/read-vault.ts'
import { expectSame } from '../../../support/expect-same.ts'
import { vaultAnswers } from '../../../support/vault-answers.ts'

const base = mkdtempSync(join(tmpdir(), 'wend-look-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const options = { ignore: ['drafts/'], follow: false }

const names = [
  'a.md',
  'b.md',
  'c.png',
  'in',
  'in.md',
  'drafts',
  '.hidden.md',
  '.gitignore',
  '.ignore',
  'node_modules',
  'ü.md',
]
const path = fc
  .array(fc.constantFrom('in', 'drafts', 'in.md', 'deep'), { maxLength: 2 })
  .chain((folders) => fc.constantFrom(...names).map((name) => [...folders, name].join('/')))
const text = fc.constantFrom('# One\n', '# Two [[a]]\n', '*.md\n!b.md\n', 'in/\n', 'c.png\n', '\0binary')

const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), path, text }) },
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('folder' as const), path }),
  fc.record({ kind: fc.constant('link' as const), path, to: path }),
  fc.record({ kind: fc.constant('move' as const), path, to: path }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

/** Makes a change; one that the file system refuses is none. */
function apply(root: string, one: Change): void {
  const file = join(root, one.path)
  try {
    if (one.kind === 'remove') return rmSync(file, { recursive: true, force: true })
    if (one.kind === 'move') return existsSync(join(root, one.to)) ? undefined : renameSync(file, join(root, one.to))
    const kept = one.kind === 'write' && lstatSync(file, { throwIfNoEntry: false })?.isFile()
    if (!kept) rmSync(file, { recursive: true, force: true })
    mkdirSync(one.kind === 'folder' ? file : dirname(file), { recursive: true })
    if (one.kind === 'write') writeFileSync(file, one.text)
    else if (one.kind === 'link') symlinkSync(join(root, one.to), file)
  } catch {
    return
  }
}

const changes = fc.array(change, { minLength: 1, maxLength: 6 })

describe('the files of a vault that is kept', () => {
  test('are those of one read anew, whatever became of files, folders, links and ignore files', () => {
    let count = 0
    fc.assert(
      fc.property(changes, fc.array(changes, { minLength: 1, maxLength: 5 }), (start, later) => {
        const root = join(base, `vault-${count++}`)
        const files = new KeptFolder(join(base, `cache-${count}`), 'one', root)
        mkdirSync(root)
        for (const turn of [start, ...later]) {
          for (const one of turn) apply(root, one)
          const kept = () => vaultAnswers(readCachedVault(root, options, files).vault)
          const truth = vaultAnswers(readVault(root, options))
          expectSame(kept(), truth)
          expectSame(kept(), truth)
        }
      }),
      { numRuns: 100 },
    )
  })

  test.each<readonly [string, (root: string) => void]>([
    ['a note that became a folder', (root) => (rmSync(join(root, 'a.md')), mkdirSync(join(root, 'a.md')))],
    ['a note that became a link', (root) => (rmSync(join(root, 'a.md')), symlinkSync('b.md', join(root, 'a.md')))],
    [
      'a folder that became a link',
      (root) => (renameSync(join(root, 'in'), join(base, 'away')), symlinkSync(join(base, 'away'), join(root, 'in'))),
    ],
    [
      'a folder that became a file',
      (root) => (rmSync(join(root, 'in'), { recursive: true }), writeFileSync(join(root, 'in'), '')),
    ],
    [
      'an attachment that became a folder',
      (root) => (
        rmSync(join(root, 'c.png')),
        mkdirSync(join(root, 'c.png')),
        writeFileSync(join(root, 'c.png', 'x.md'), '# X\n')
      ),
    ],
    ['an ignore file that says something else', (root) => writeFileSync(join(root, 'rules', '.gitignore'), 'two.md\n')],
    [
      'an ignore file that became a folder',
      (root) => (rmSync(join(root, 'rules', '.gitignore')), mkdirSync(join(root, 'rules', '.gitignore'))),
    ],
    ['a hidden file more', (root) => writeFileSync(join(root, '.new.md'), '# New\n')],
  ])('notices %s under the same name', (_name, edit) => {
    const root = mkdtempSync(join(base, 'same-'))
    const files = new KeptFolder(`${root}-cache`, 'one', root)
    for (const [at, content] of [
      ['a.md', '# A\n'],
      ['b.md', '# B\n'],
      ['in/d.md', '# D\n'],
      ['c.png', ''],
      ['rules/.gitignore', 'one.md\n'],
      ['rules/one.md', '# One\n'],
      ['rules/two.md', '# Two\n'],
    ] as const) {
      mkdirSync(dirname(join(root, at)), { recursive: true })
      writeFileSync(join(root, at), content)
    }
    const kept = () => vaultAnswers(readCachedVault(root, options, files).vault)
    kept()
    edit(root)
    rmSync(join(base, 'none'), { force: true })
    expect(kept()).toEqual(vaultAnswers(readVault(root, options)))
    rmSync(join(base, 'away'), { recursive: true, force: true })
  })
})
