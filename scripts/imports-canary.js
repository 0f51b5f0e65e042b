// Plants an import for each rule of the imports and fails unless the tool reports every one: a rule that silently matches nothing
// is worse than none.
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** The file that breaks a rule, and what it imports. */
const planted = {
  'no-cycles': ['src/core/model/canary-first.ts', './canary-second.ts'],
  'no-lazy-cycles': ['src/core/model/canary-lazy.ts', './canary-lazy-second.ts'],
  'words-know-no-index': ['src/core/search/words/canary-words.ts', '../index/segment.ts'],
  'io-files-stand-alone': ['src/io/files/canary-files.ts', '../cache/checksum.ts'],
  'vault-rooms-stand-apart': ['src/io/cache/canary-rooms.ts', '../network/check-urls.ts'],
  'core-is-pure': ['src/core/query/canary-pure.ts', 'node:fs'],
  'core-knows-only-core': ['src/core/query/canary-core.ts', '../../io/files/read-text.ts'],
  'model-imports-nothing': ['src/core/model/canary-model.ts', '../vault/vault.ts'],
  'parse-knows-model': ['src/core/parse/canary-parse.ts', '../vault/vault.ts'],
  'vault-knows-model': ['src/core/vault/canary-vault.ts', '../parse/parse-note.ts'],
  'query-knows-vault': ['src/core/search/canary-search.ts', '../checks/check-vault.ts'],
  'view-is-pure': ['src/view/canary-pure.ts', 'node:fs'],
  'view-knows-model': ['src/view/canary-view.ts', '../core/vault/vault.ts'],
  'io-knows-core': ['src/io/cache/canary-io.ts', '../../view/style.ts'],
  'commands-know-no-cli': ['src/commands/list/canary-command.ts', '../../cli/once.ts'],
  'browser-is-apart': ['src/web-client/canary-browser.ts', '../io/files/read-text.ts'],
  'nothing-imports-the-browser': ['src/view/html/canary-html.ts', '../../web-client/theme.ts'],
  'commander-in-cli': ['src/view/canary-commander.ts', 'commander'],
  'one-file-opens-files': ['src/commands/list/canary-files.ts', 'node:fs'],
  'one-file-starts-programs': ['src/commands/list/canary-programs.ts', 'node:child_process'],
  'network-in-its-room': ['src/commands/list/canary-network.ts', 'node:http'],
}

/** The other halves of the planted cycles; one is closed by an import that waits. */
const seconds = [
  ['src/core/model/canary-second.ts', './canary-first.ts'],
  ['src/core/model/canary-lazy-second.ts', './canary-lazy.ts', 'lazy'],
]

const homes = forbidden.flatMap(({ name }) => (name.startsWith('home-of-') ? [name] : []))
for (const name of homes) planted[name] ??= [`src/cli/canary-${name}.ts`, name.slice('home-of-'.length)]

const unknown = forbidden.map(({ name }) => name).filter((name) => planted[name] === undefined)
const files = [...Object.values(planted), ...seconds]
try {
  for (const [file, imported, lazy] of files)
    writeFileSync(file, lazy === undefined ? `import '${imported}'\n` : `await import('${imported}')\n`)
  const { stdout } = spawnSync(
    'npx',
    ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const { violations } = JSON.parse(stdout).summary
  const missed = Object.entries(planted).filter(
    ([name, [file]]) =>
      !violations.some(
        ({ rule, from }) => rule.name === name && dirname(from) === dirname(file) && /canary-/.test(from),
      ),
  )
  for (const name of unknown) console.error(`scripts/imports-canary.js plants nothing for the rule ${name}`)
  for (const [name] of missed) console.error(`The import rules did not notice a planted violation of: ${name}`)
  if (unknown.length + missed.length > 0) process.exitCode = 1
  else console.log(`import rules: all ${Object.keys(planted).length} planted violations were noticed`)
} finally {
  for (const [file] of files) rmSync(file, { force: true })
}
