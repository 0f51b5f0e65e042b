import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { wholeReport } from '../../../../src/core/query/note-row.ts'
import { keptRows } from '../../../../src/io/cache/notes/kept-rows.ts'
import { readCachedVault } from '../../../../src/io/cache/notes/read-cached-vault.ts'
import { readVault } from '../../../../src/io/files/read-vault.ts'
import { plainStyle, type Layout, type StyleName } from '../../../../src/view/style.ts'
import { listLook, listRow, listText } from '../../../../src/view/text/list-text.ts'
import { makeVault } from '../../../support/make-vault.ts'
import { edit, files } from '../../../support/random-vault.ts'
import { spawnWend } from '../../../support/run-wend.ts'

const base = mkdtempSync(join(tmpdir(), 'wend-rows-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const options = { ignore: [], follow: false }

const coloured = { ...plainStyle, paint: (name: StyleName, text: string) => `<${name}>${text}</>` }
const layouts: readonly Layout[] = [
  { width: 80, style: plainStyle },
  { width: 12, style: plainStyle },
  { width: 80, style: coloured },
]

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** The list of a vault through the cache; undefined when this run made the index. */
function kept(root: string, file: string, layout: Layout): string | undefined {
  const { vault, store } = readCachedVault(root, options, { file, build: 'one' })
  const list = {
    look: listLook(layout),
    paths: () => wholeReport(vault).notes.map(({ path }) => path),
    rowOf: (note: Parameters<typeof listRow>[0]) => listRow(note, layout),
  }
  return store && Buffer.from(keptRows(store, file, list)).toString()
}

const fresh = (root: string, layout: Layout) => listText(wholeReport(readVault(root, options)), layout)

describe('a list whose rows are kept', () => {
  test('is the list of the notes as they are, after any edits, in every look', () => {
    let count = 0
    fc.assert(
      fc.property(
        files,
        fc.array(fc.tuple(edit, fc.constantFrom(...layouts)), { minLength: 1, maxLength: 8 }),
        (start, edits) => {
          const root = join(base, `vault-${count++}`)
          const file = join(base, `cache-${count}`, 'index')
          mkdirSync(root)
          for (const [path, text] of start) write(root, path, text)
          for (const [{ path, text }, layout] of edits) {
            for (let turn = 0; turn < 3; turn++)
              expect(kept(root, file, layout) ?? fresh(root, layout)).toBe(fresh(root, layout))
            if (text === null) rmSync(join(root, path), { force: true })
            else write(root, path, text)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('neutralises what a terminal would obey', () => {
    const root = mkdtempSync(join(base, 'hostile-'))
    const file = join(base, 'cache-hostile', 'index')
    write(root, 'a.md', '---\ntitle: "A\\u001b[2J"\ntopics: ["b\\nc"]\n---\nText \u202e here.\n')
    for (let turn = 0; turn < 3; turn++) kept(root, file, layouts[0] as Layout)
    expect(kept(root, file, layouts[0] as Layout)).toBe('A^[[2J  b^Jc\n  Text <U+202E> here.\n')
  })

  test('keeps no rows in a vault, which may come from a stranger', () => {
    const rowsOf = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.includes('-rows-'))
    const cwd = makeVault({ 'a.md': '# A\n' })
    const env = { XDG_CACHE_HOME: mkdtempSync(join(base, 'user-')) }
    for (let turn = 0; turn < 2; turn++) spawnWend(['list'], { cwd, env })
    expect(rowsOf(join(env.XDG_CACHE_HOME, 'wend'))).toHaveLength(1)
    write(cwd, '.wend/config.yml', 'cache: vault\n')
    for (let turn = 0; turn < 2; turn++) spawnWend(['list'], { cwd, env })
    expect(readdirSync(join(cwd, '.wend', 'cache'))).toContain('index')
    expect(rowsOf(join(cwd, '.wend', 'cache'))).toEqual([])
  }, 60_000)

  test('is made anew where the file of rows is damaged', () => {
    const root = mkdtempSync(join(base, 'damaged-'))
    const file = join(base, 'cache-damaged', 'index')
    for (const name of ['a', 'b', 'c']) write(root, `${name}.md`, `# ${name}\n\nText of ${name}.\n`)
    const layout = layouts[0] as Layout
    const truth = fresh(root, layout)
    for (let turn = 0; turn < 2; turn++) kept(root, file, layout)
    const rows = join(dirname(file), readdirSync(dirname(file)).find((name) => name.includes('-rows-')) ?? '')
    const whole = readFileSync(rows)
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(rows, at % 3 === 0 ? bytes.subarray(0, at) : bytes)
      expect(kept(root, file, layout)).toBe(truth)
    }
  })
})
