import { describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registry } from '../../src/commands/registry.ts'

const rows = readFileSync('docs/bounds.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && line.includes('`src/'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const files = new Set(rows.map((cells) => /`(src\/[^`]+)`/.exec(cells[5] ?? '')?.[1] ?? ''))

/** Files that decode or make a pattern, and why no limit of their own is needed. */
const needNone: Readonly<Record<string, readonly string[]>> = {
  'they hand the work to a module with a row': [
    'src/commands/arguments/note-filters.ts',
    'src/commands/write/draft-note.ts',
    'src/core/parse/json-problem.ts',
    'src/core/plan/front-matter/front-matter-text.ts',
    'src/core/plan/front-matter/list-items.ts',
    'src/core/plan/front-matter/nested-key.ts',
    'src/core/plan/front-matter/page-property.ts',
    'src/core/plan/front-matter/set-property.ts',
    'src/core/checks/properties/note-schemas.ts',
    'src/core/query/base/base-pattern.ts',
    'src/core/search/exact-matches.ts',
    'src/core/search/expression/operands.ts',
    'src/core/search/written-patterns.ts',
    'src/io/vault/menus.ts',
  ],
  'the pattern is fixed, or letters that stand for themselves, with nothing that repeats a repeat': [
    'src/commands/write/folder-of-days.ts',
    'src/core/plan/rename/rename-tag.ts',
    'src/core/plan/spelling/restore-spellings.ts',
    'src/core/parse/dialects/logseq.ts',
    'src/core/parse/dialects/logseq-task.ts',
    'src/core/parse/inlines/openings.ts',
    'src/core/search/as-written.ts',
    'src/core/search/ranking/spellings.ts',
    'src/core/search/words/scan-words.ts',
    'src/core/plan/front-matter/keep-updated.ts',
    'src/core/plan/front-matter/toml-property.ts',
    'src/core/plan/front-matter/yaml-scalar.ts',
    'src/core/plan/regroup/cut-out.ts',
    'src/servers/browse/view/view-list.ts',
    'src/view/display-width.ts',
    'src/view/html/html.ts',
    'src/view/html/single-style.ts',
    'src/view/formats/json.ts',
    'src/view/neutralise.ts',
    'src/view/wrap-wide.ts',
    'src/view/render/runs/wrap-runs.ts',
  ],
  'it reads the settings of a folder, once, in linear time': [
    'src/io/config/config-file.ts',
    'src/io/config/config-text.ts',
    'src/io/config/edit-config.ts',
    'src/io/config/setting-values.ts',
    'src/io/config/tool-files.ts',
    'src/io/config/tool-settings.ts',
    'src/io/config/user-names.ts',
  ],
  'it reads what the program or its user wrote': ['src/io/files/read-asset.ts', 'src/io/pictures/encode-png.ts'],
  'it runs in a browser, on what its reader typed': ['src/web-client/find/search-source.ts'],
}

const decodes =
  /from '(?:yaml|smol-toml|jsonc-parser|picomatch|node:zlib|@jsquash|katex)|import\('(?:yaml|picomatch|smol-toml)'\)|new RegExp\(|gray-matter/

describe('docs/bounds.md', () => {
  test('names every file that decodes or makes a pattern, or it is said here why not', () => {
    const all = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => join('src', name))
    const found = all.filter(
      (name) =>
        name.endsWith('.ts') &&
        !name.startsWith('src/io/cache/') &&
        (/\/decode-(?!text)/.test(name) || decodes.test(readFileSync(name, 'utf8'))),
    )
    const known = new Set([...files, ...Object.values(needNone).flat()])
    expect(found.filter((name) => !known.has(name))).toEqual([])
  })

  test.each(rows.map((cells) => [cells[1] ?? '', cells] as const))(
    '%s: the numbers are those of the code',
    (_what, cells) => {
      const file = /`(src\/[^`]+)`/.exec(cells[5] ?? '')?.[1] ?? ''
      expect([file, existsSync(file)]).toEqual([file, true])
      const source = readFileSync(file, 'utf8')
      const numbers = cells.slice(2, 5).flatMap((cell) => cell.match(/\b\d[\d_]{3,}\b/g) ?? [])
      const elsewhere = file.endsWith('decode-by-wasm.ts')
        ? readFileSync('src/io/pictures/decode-picture.ts', 'utf8')
        : ''
      expect(numbers.filter((number) => !(source + elsewhere).includes(number))).toEqual([])
    },
  )

  test('every command of the registry is measured by npm run bounds', async () => {
    const name = '../../scripts/bounds-inputs.js'
    const { commandLines } = (await import(name)) as { readonly commandLines: Readonly<Record<string, unknown>> }
    expect(Object.keys(commandLines).sort()).toEqual(registry.map((entry) => entry.name).sort())
  })
})
