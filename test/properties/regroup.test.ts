import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readVault } from '../../src/io/vault/read-vault.ts'
import { markedMeaning, markedText, markedVaults, mayGo, sharedPlaces } from '../support/marked-notes.ts'
import { runWend } from '../support/run-wend.ts'

/** Vaults tried; raise it to look harder. */
const runs = Number(process.env['WEND_REGROUPINGS'] ?? 25)

test('after extract, inline, split and merge every link leads where it led, and undo restores every byte', async () => {
  await fc.assert(
    fc.asyncProperty(markedVaults, async ({ texts, one, other, what, anchor, isApart }) => {
      const dir = isApart ? ['--dir', 'new/deep'] : []
      const names = texts.map(([path]) => path)
      const note = names[one % names.length] ?? ''
      const into = names[other % names.length] ?? ''
      fc.pre(note !== into)
      const root = vaultOnDisk(texts.map(([path, content], at) => [path, markedText(content, at)]))
      const movesBlock = what === 'extract' && anchor.startsWith('^')
      const before = bytes(root)
      const links = meaning(root)
      const lines = {
        extract: ['extract', `./${note}#${anchor}`, ...dir],
        split: ['split', `./${note}`, ...dir],
        inline: ['inline', `./${note}`, '--into', `./${into}`],
        merge: ['merge', `./${note}`, `./${into}`],
      }
      const there = await runWend(lines[what as keyof typeof lines], { cwd: root })
      expect([0, 1]).toContain(there.exit)
      if (there.exit === 0) {
        const now = meaning(root)
        for (const [name, place] of links)
          if (now.has(name) && place !== 'lost')
            expect([name, ...sharedPlaces(place, now.get(name) ?? '', movesBlock)]).not.toEqual([name])
        expect([...links.keys()].filter((name) => !now.has(name) && !mayGo(name))).toEqual([])
        expect((await runWend(['undo'], { cwd: root })).exit).toBe(0)
      }
      expect(bytes(root)).toEqual(before)
      rmSync(root, { recursive: true })
    }),
    { numRuns: runs },
  )
}, 600_000)

function vaultOnDisk(texts: readonly (readonly [string, string])[]): string {
  const root = mkdtempSync(join(tmpdir(), 'wend-regroup-'))
  for (const [path, content] of [...texts, ['img/p.png', 'x'], ['.wend/config.yml', '']] as const) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** The bytes of each file that is the user's. */
function bytes(root: string): Readonly<Record<string, string>> {
  const all = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = all.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('/.wend/'))
  return Object.fromEntries(files.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')]))
}

function meaning(root: string): ReadonlyMap<string, string> {
  const vault = readVault(root, { ignore: [], follow: false })
  return markedMeaning(vault, (path) => readFileSync(join(root, path), 'utf8'))
}
