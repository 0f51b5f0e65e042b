import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { LiveVault, watchVault } from '../../../src/io/live/live-vault.ts'
import { readVault } from '../../../src/io/vault/read-vault.ts'
import type { Vault } from '../../../src/core/vault/vault.ts'
import { edit, files } from '../../support/random-vault.ts'
import { expectSame } from '../../support/expect-same.ts'
import { vaultAnswers } from '../../support/vault-answers.ts'

const root = mkdtempSync(join(tmpdir(), 'wend-live-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const options = { ignore: [], follow: false }
const byPath = (a: { readonly path: string }, b: { readonly path: string }) => (a.path < b.path ? -1 : 1)

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** What a vault says, whatever the order in which the walk came by its attachments. */
function answers(vault: Vault) {
  const { attachments, notes } = vaultAnswers(vault)
  return { notes, attachments: [...attachments].sort(byPath) }
}

test('a vault brought up to date with edits, told of or not, answers as one read anew', () => {
  fc.assert(
    fc.property(
      files,
      fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean()), { minLength: 1, maxLength: 4 }),
      (start, steps) => {
        const folder = mkdtempSync(join(root, 'vault-'))
        for (const [path, text] of start) write(folder, path, text)
        const live = new LiveVault(folder, options, readVault(folder, options))
        for (const [edits, told] of steps) {
          for (const { path, text } of edits) {
            if (text === null) rmSync(join(folder, path), { force: true })
            else write(folder, path, text)
          }
          live.refresh(told ? new Set(edits.map(({ path }) => path)) : undefined)
          expectSame(answers(live.vault), answers(readVault(folder, options)))
        }
        rmSync(folder, { recursive: true })
      },
    ),
    { numRuns: 60 },
  )
})

/** A watched vault, and a way to wait for what it comes to. */
function watched(texts: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(root, 'watched-'))
  for (const [path, text] of Object.entries(texts)) write(folder, path, text)
  const states: Vault[] = []
  const watch = watchVault(folder, options, readVault(folder, options), { tell: (vault) => states.push(vault) })
  const until = async (holds: (titles: readonly string[]) => boolean): Promise<readonly string[]> => {
    for (let turn = 0; turn < 500; turn++) {
      const titles = states.at(-1)?.notes.map(({ title }) => title) ?? []
      if (holds(titles)) return titles
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(
      `never: ${
        states
          .at(-1)
          ?.notes.map(({ title }) => title)
          .join(', ') ?? 'told of nothing'
      }`,
    )
  }
  return { folder, states, watch, until }
}

test.each([
  ['one is gone', (folder: string) => rmSync(join(folder, 'b.md'))],
  ['one is no text', (folder: string) => write(folder, 'b.md', '\0')],
  ['one is new', (folder: string) => write(folder, 'c.md', '# Three')],
])('of notes that change at once, of which %s, none is forgotten', async (_what, change) => {
  const folder = mkdtempSync(join(root, 'at-once-'))
  for (const name of ['a', 'b', 'd']) write(folder, `${name}.md`, `# ${name}`)
  const live = new LiveVault(folder, options, readVault(folder, options))
  for (const name of ['a', 'd']) write(folder, `${name}.md`, `# Other ${name}`)
  change(folder)
  // Longer than the system's clock ticks, so that the stamps of the files are trusted.
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(live.refresh(new Set(['a.md', 'b.md', 'c.md', 'd.md']))).toBe(true)
  expect(live.vault.note('a.md')?.title).toBe('Other a')
  expect(live.vault.note('d.md')?.title).toBe('Other d')
  expect(live.vault.notes.map(({ path }) => path)).toEqual(readVault(folder, options).notes.map(({ path }) => path))
})

test('edits, new notes in new folders, moves and removals are told of', async () => {
  const { folder, watch, until } = watched({ 'a.md': '# One', 'sub/b.md': '# Two' })
  try {
    write(folder, 'a.md', '# First')
    await until((titles) => titles.includes('First'))
    write(folder, 'new/deep/c.md', '# Three')
    await until((titles) => titles.includes('Three'))
    write(folder, 'new/deep/d.md', '# Four')
    await until((titles) => titles.includes('Four'))
    renameSync(join(folder, 'sub'), join(folder, 'other'))
    write(folder, 'other/b.md', '# Second')
    await until((titles) => titles.includes('Second') && !titles.includes('Two'))
    write(folder, 'swap.tmp', '# Fifth')
    renameSync(join(folder, 'swap.tmp'), join(folder, 'a.md'))
    await until((titles) => titles.includes('Fifth') && !titles.includes('First'))
    rmSync(join(folder, 'new'), { recursive: true })
    expect(await until((titles) => !titles.includes('Three'))).toEqual(['Fifth', 'Second'])
    write(folder, '.gitignore', 'other/\n')
    expect(await until((titles) => !titles.includes('Second'))).toEqual(['Fifth'])
  } finally {
    watch.close()
  }
})

test('many changes at once are told once or twice, hidden files and what lies outside never', async () => {
  const { folder, states, watch, until } = watched(
    Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`n${at}.md`, `# Old ${at}`])),
  )
  const outside = mkdtempSync(join(root, 'outside-'))
  try {
    symlinkSync(outside, join(folder, 'link'))
    for (let note = 0; note < 60; note++) write(folder, `n${note}.md`, `# New ${note}`)
    await until((titles) => titles.every((title) => title.startsWith('New')))
    expect(states.length).toBeLessThan(6)
    const before = states.length
    write(folder, '.git/index', 'x')
    write(folder, 'node_modules/p/readme.md', '# Package')
    write(outside, 'secret.md', '# Secret')
    write(folder, 'n0.md', '# Last')
    const titles = await until((all) => all.includes('Last'))
    expect(titles).toHaveLength(60)
    expect(states.length).toBeLessThan(before + 4)
  } finally {
    watch.close()
  }
})

test('what changed between the reading and the watching is told of', async () => {
  const folder = mkdtempSync(join(root, 'between-'))
  write(folder, 'a.md', '# Before')
  const vault = readVault(folder, options)
  write(folder, 'a.md', '# After')
  let title = ''
  watchVault(folder, options, vault, { tell: (now) => (title = now.notes[0]?.title ?? '') }).close()
  expect(title).toBe('After')
})
