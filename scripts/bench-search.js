// Measures the first search of a vault, one after 500 notes changed, and a warm one, beside minisearch indexing the same texts: CPU of
// whole processes, files read, in one run. `npm run bench:search [NOTES]`; 10,000 notes without a number. Build before.
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { writeVault } from './bench-vault.js'

function notesOf(root) {
  return readdirSync(root, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, name))
    .sort()
}

function indexWithMiniSearch(root) {
  const index = new MiniSearch({ fields: ['title', 'body'] })
  for (const [id, path] of notesOf(root).entries())
    index.add({ id, title: path.replace(/^.*\/|\.md$/g, ''), body: readFileSync(path, 'utf8') })
}

function bench(count) {
  const folder = mkdtempSync(join(tmpdir(), 'wend-bench-search-'))
  try {
    const root = join(folder, 'vault')
    writeVault(root, count)
    const wend = new URL('../bin/wend.js', import.meta.url).pathname
    const search = () => cpuOf([wend, '--vault', root, 'search', 'attention gradient', '-n', '3'], folder)
    const others = cpuOf([new URL(import.meta.url).pathname, '--minisearch', root], folder)
    print('minisearch, indexing', others, others)
    print('wend, the first search', search(), others)
    for (const path of notesOf(root).filter((_path, at) => at % Math.ceil(count / 500) === 0))
      appendFileSync(path, '\nSome words changed.\n')
    print('wend, 500 notes changed', search(), others)
    print('wend, warm', search(), others)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Tells on the fourth descriptor what a process took, when it ends. */
const told =
  'data:text/javascript,import { writeSync } from "node:fs"; process.on("exit", () => { const { user, system } = process.cpuUsage(); writeSync(3, String(user + system)) })'

/** Seconds of CPU that a program of Node takes. */
function cpuOf(args, folder) {
  const { status, output } = spawnSync(process.execPath, ['--import', told, ...args], {
    env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
  return Number(output[3]) / 1e6
}

function print(name, seconds, others) {
  console.log(`${name.padEnd(26)}${seconds.toFixed(2).padStart(7)} s${(seconds / others).toFixed(2).padStart(7)}`)
}

const [first, second] = process.argv.slice(2)
if (first === '--minisearch') indexWithMiniSearch(second)
else bench(Number(first ?? 10_000))
