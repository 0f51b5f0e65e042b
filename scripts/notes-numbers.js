// Prints the computed numbers of the shipped notes (test/vault/checks/): all as JSON, or those of the notes named.
import { spawnSync } from 'node:child_process'
import { buildSync } from 'esbuild'

const { outputFiles } = buildSync({
  entryPoints: ['test/vault/checks/print.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
})
const { status } = spawnSync(process.execPath, ['--input-type=module', '-', ...process.argv.slice(2)], {
  input: outputFiles[0].text,
  stdio: ['pipe', 'inherit', 'inherit'],
})
process.exitCode = status ?? 1
