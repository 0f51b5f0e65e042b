// Plants an import that the rules forbid and fails unless the tool reports it: rules that silently match nothing are worse than none.
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'

const canary = 'src/core/model/canary-import.ts'
const planted = [
  "import '../../io/files/read-text.ts'",
  "import 'chalk'",
  "import 'node:fs'",
  "import 'node:child_process'",
].join('\n')
writeFileSync(canary, `${planted}\n`)
try {
  const { stdout, stderr } = spawnSync(
    'npx',
    ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src'],
    { encoding: 'utf8' },
  )
  const missed = [
    'core-knows-only-core',
    'model-imports-nothing',
    'home-of-chalk',
    'one-file-opens-files',
    'one-file-starts-programs',
  ].filter((rule) => !`${stdout}${stderr}`.includes(rule))
  if (missed.length > 0) {
    console.error(`The import rules did not notice a planted violation of: ${missed.join(', ')}\n${stdout}${stderr}`)
    process.exitCode = 1
  } else console.log('import rules: the planted violation was noticed')
} finally {
  rmSync(canary)
}
