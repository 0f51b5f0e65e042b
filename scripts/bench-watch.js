// Time of bringing a vault in memory up to date after one note was written (10,000 notes unless a count is given), from the
// moment the change is known: looking at the file, reading, parsing, resolving its links. Half of the edits change links too.
// Usage: node scripts/bench-watch.js [notes]
import { appendFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import { writeVault } from './bench-vault.js'

const count = Number(process.argv[2] ?? 10_000)
const folder = await mkdtemp(join(tmpdir(), 'wend-bench-'))
try {
  const source = (file) => JSON.stringify(new URL(`../src/${file}`, import.meta.url).pathname)
  const outfile = join(folder, 'live.mjs')
  await build({
    stdin: {
      contents: `export { LiveVault } from ${source('io/live/live-vault.ts')}\nexport { readVault } from ${source('io/vault/read-vault.ts')}`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
    banner: { js: `import { createRequire } from 'node:module'\nconst require = createRequire(${source('main.ts')})` },
  })
  const { LiveVault, readVault } = await import(pathToFileURL(outfile).href)
  const root = join(folder, 'vault')
  writeVault(root, count)
  const options = { ignore: [], follow: false }
  await wait(60)
  const live = new LiveVault(root, options, readVault(root, options))
  measure('all files looked at, none changed', 10, () => live.refresh(undefined))
  // Links are resolved once, as any answer about them would have it.
  live.vault.backlinkCount(live.vault.notes[0].path)
  const times = (name, text) =>
    measure(name, 200, (turn) => {
      live.refresh(new Set([touched(turn, text)]))
    })
  const touched = (turn, text) => {
    const { path } = live.vault.notes[(turn * 7919) % live.vault.notes.length]
    appendFileSync(join(root, path), text(turn))
    return path
  }
  times('one note written', (turn) => `\nMore words ${turn}.\n`)
  times('one note written, with a new link', (turn) => `\nSee [[note-${String(turn * 31).padStart(6, '0')}]].\n`)
} finally {
  await rm(folder, { recursive: true })
}

function measure(name, turns, work) {
  const times = Array.from({ length: turns }, (_, turn) => {
    const start = process.hrtime.bigint()
    work(turn)
    return Number(process.hrtime.bigint() - start) / 1e6
  }).sort((a, b) => a - b)
  const at = (share) => times[Math.min(turns - 1, Math.floor(turns * share))].toFixed(2)
  console.log(`${name.padEnd(40)} median ${at(0.5)} ms   95 % ${at(0.95)} ms   longest ${at(1)} ms`)
}
