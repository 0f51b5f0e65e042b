// Renames random notes of copies of vaults, checks that nothing new is wrong, renames back and compares every byte.
// Usage: node scripts/round-trip.js [--notes 50] [--seed 1] VAULT...
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What wend keeps for its user while this runs. */
const state = { XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'wend-state-')) }

const wendFile = fileURLToPath(new URL('../bin/wend.js', import.meta.url))

/** Runs wend in a vault; fails unless the exit code is one of those allowed. */
function wend(vault, args, allowed = [0]) {
  const result = spawnSync(process.execPath, [wendFile, '-C', vault, '--no-cache', ...args], {
    env: { ...process.env, ...state },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (!allowed.includes(result.status))
    throw new Error(`wend ${args.join(' ')}: exit ${result.status}\n${result.stderr}`)
  return result.stdout
}

function problems(vault, names) {
  const report = JSON.parse(wend(vault, ['check', '--json'], [0, 1]))
  return report.problems.map(({ code, path, line }) => `${code} ${names.get(path) ?? path}:${line}`).sort()
}

function bytes(vault) {
  const files = new Map()
  for (const name of readdirSync(vault, { recursive: true }).sort())
    if (!name.startsWith('.wend') && statSync(join(vault, name)).isFile())
      files.set(name, readFileSync(join(vault, name)).toString('base64'))
  return files
}

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A new name for a note: other words, and now and then another folder. */
function newName(path, number, random) {
  const slash = path.lastIndexOf('/') + 1
  const folder =
    random() < 0.3 ? ['Moved here/', '', 'Moved here/deeper (still)/'][Math.floor(random() * 3)] : path.slice(0, slash)
  return `${folder}${path.slice(slash).replace(/\.md$/, '')} Renamed ${number}.md`
}

/** Renames `count` notes of a copy of a vault there and back; resolves to what went wrong. */
export function roundTrip(source, count, seed) {
  const vault = join(mkdtempSync(join(tmpdir(), 'wend-round-trip-')), 'vault')
  cpSync(source, vault, { recursive: true })
  const before = bytes(vault)
  const found = problems(vault, new Map())
  const random = randomNumbers(seed)
  const paths = JSON.parse(wend(vault, ['list', '--json'])).map(({ path }) => path)
  const chosen = paths
    .map((path) => ({ path, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
  const renames = chosen.map(({ path }, number) => [path, newName(path, number, random)])
  for (const [from, to] of renames) wend(vault, ['mv', from, to, '--only', 'file', '--quiet'])
  const after = problems(vault, new Map(renames.map(([from, to]) => [to, from])))
  const fresh = after.filter((problem) => !found.includes(problem))
  for (const [from, to] of renames.toReversed()) wend(vault, ['mv', to, from, '--only', 'file', '--quiet'])
  const back = bytes(vault)
  const changed = [...new Set([...before.keys(), ...back.keys()])].filter((name) => before.get(name) !== back.get(name))
  if (changed.length === 0) rmSync(vault, { recursive: true })
  return { vault, renamed: renames.length, fresh, changed }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(`--${name}`)
    return at < 0 ? otherwise : Number(process.argv.splice(at, 2)[1])
  }
  const count = option('notes', 50)
  const seed = option('seed', 1)
  for (const source of process.argv.slice(2)) {
    const { vault, renamed, fresh, changed } = roundTrip(source, count, seed)
    console.log(
      `${basename(source)}: ${renamed} notes renamed and back, ${fresh.length} new problems, ${changed.length} files changed`,
    )
    for (const problem of fresh.slice(0, 10)) console.log(`  new: ${problem}`)
    for (const name of changed.slice(0, 10)) console.log(`  changed: ${name} (in ${vault})`)
    if (fresh.length + changed.length > 0) process.exitCode = 1
  }
}
