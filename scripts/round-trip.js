// Renames each note, folder, heading and tag of copies of vaults there and back, and compares every byte of the vault each time.
// Usage: npm run round-trip -- [--most 25] [--seed 1] [--generated 3] [VAULT…]
//   --most N       of each kind in each vault at most N, chosen by the seed (default: all)
//   --generated N  also N vaults that are made by the seed, with every way to write a link (default 3)
// Without VAULTs: the notes of the repository, the vaults of its tests, and those beside the checkout (`shared/vaults`).
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { generatedVault, randomNumbers } from './generated-vault.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The program as a function, so that thousands of commands need no process each. */
export async function loadProgram() {
  const { build } = await import('esbuild')
  const folder = mkdtempSync(join(tmpdir(), 'wend-round-trip-program-'))
  const outfile = join(folder, 'run.mjs')
  const banner = "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n"
  await build({
    entryPoints: [join(root, 'src/cli/run.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    mainFields: ['module', 'main'],
    define: { WEND_VERSION: '"0"', WEND_BUILD: '"round-trip"' },
    banner: { js: banner },
    logLevel: 'error',
  })
  const { run } = await import(pathToFileURL(outfile).href)
  rmSync(folder, { recursive: true })
  return run
}

/** Runs a command line in a vault; fails unless the exit code is one of those allowed. */
export async function wend(run, vault, args, allowed = [0]) {
  const written = { stdout: '', stderr: '' }
  const sink = (name) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += chunk
        done()
      },
    })
  const state = join(dirname(vault), 'state')
  const exit = await run({
    argv: ['node', 'wend', '-C', vault, '--quiet', ...args],
    env: { PATH: process.env.PATH, HOME: state, XDG_STATE_HOME: state, XDG_CACHE_HOME: state, XDG_CONFIG_HOME: state },
    cwd: () => vault,
    stdin: Readable.from([]),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  })
  return { ...written, exit, isAllowed: allowed.includes(exit) }
}

/** Every file of a vault with its bytes. */
function filesOf(vault) {
  const files = new Map()
  for (const name of readdirSync(vault, { recursive: true }).sort())
    if (!name.startsWith('.wend') && statSync(join(vault, name)).isFile())
      files.set(name, readFileSync(join(vault, name)).toString('latin1'))
  return files
}

function differences(before, after) {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
}

/**
 * Headings as `mv NOTE#HEADING` takes them, with what is written for the way back, markup and all; one whose text another heading of the note
 * has is passed by.
 */
function headingsOf(vault, notes) {
  return notes.flatMap(({ path, headings }) => {
    const lines = readFileSync(join(vault, path), 'utf8').split(/\r?\n/)
    const texts = headings.map(({ text }) => text.toLowerCase())
    return headings.flatMap(({ text, level, line }) => {
      const written = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(lines[line - 1] ?? '')?.[1]
      const isOne = texts.filter((other) => other === text.toLowerCase()).length === 1
      if (level === 1 || !isOne || written === undefined || !/^[^#|[\]^<>{}\\]+$/.test(written)) return []
      return [{ from: `${path}#${text}`, name: `Renamed: ${text}`, written }]
    })
  })
}

/** What can be renamed in a vault: each with the command there and the command back. */
async function renamesOf(run, vault) {
  const said = async (...args) => {
    const { stdout } = await wend(run, vault, [...args, '--json'], [0, 1])
    return stdout === '' ? [] : JSON.parse(stdout)
  }
  const listed = await said('list')
  const shown = []
  for (const { path } of listed) shown.push((await said('show', path)) ?? {})
  const notes = listed.map(({ path }, at) => ({ path, headings: shown[at].headings ?? [] }))
  const folders = readdirSync(vault, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(vault.length + 1))
    .filter((path) => notes.some((note) => note.path.startsWith(`${path}/`)))
  const tags = (await said('tags')).map(({ name }) => name)
  const renamed = (path) => path.replace(/(\.\w+)?$/, (extension) => ` Renamed${extension}`)
  return {
    notes: notes.flatMap(({ path }) => [
      { there: ['mv', path, renamed(path), '--only', 'file'], back: ['mv', renamed(path), path, '--only', 'file'] },
      {
        there: ['mv', path, `Moved here/${basename(path)}`],
        back: ['mv', `Moved here/${basename(path)}`, `./${path}`],
      },
    ]),
    folders: folders.map((path) => ({
      there: ['mv', path, `${path} renamed`],
      back: ['mv', `${path} renamed`, path],
    })),
    headings: headingsOf(vault, notes).map(({ from, name, written }) => ({
      there: ['mv', from, name],
      back: ['mv', `${from.slice(0, from.indexOf('#'))}#${name}`, written],
    })),
    tags: tags.map((tag) => ({
      there: ['tag', 'rename', tag, `${tag}-renamed`],
      back: ['tag', 'rename', `${tag}-renamed`, tag],
    })),
  }
}

/** So many of a list, chosen by a seed, in their order. */
function some(list, most, random) {
  if (list.length <= most) return list
  const chosen = list.map((item, at) => ({ item, at, key: random() })).sort((a, b) => a.key - b.key)
  return chosen
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/**
 * Renames what a copy of a vault holds there and back, one after the other; resolves to how many of each kind came back with every byte,
 * how many were refused there (with nothing changed), and what did not come back. `checked`: nothing new may be wrong in between.
 */
export async function roundTrips(run, source, { most = Number.POSITIVE_INFINITY, seed = 1, checked = false } = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wend-round-trip-')))
  const vault = join(folder, 'vault')
  cpSync(source, vault, { recursive: true })
  mkdirSync(join(vault, '.wend'), { recursive: true })
  const random = randomNumbers(seed)
  const before = filesOf(vault)
  const found = checked ? await problemsOf(run, vault) : new Map()
  const result = { counts: {}, refused: [], wrong: [] }
  for (const [kind, renames] of Object.entries(await renamesOf(run, vault))) {
    result.counts[kind] = 0
    for (const { there, back } of some(renames, most, random)) {
      const gone = await wend(run, vault, there)
      const fresh = checked && gone.isAllowed ? newProblems(found, await problemsOf(run, vault)) : []
      if (fresh.length > 0) result.wrong.push(`${there.join(' ')}: ${fresh.join(', ')}`)
      const told = !gone.isAllowed ? gone : await wend(run, vault, back)
      const changed = differences(before, filesOf(vault))
      if (changed.length === 0 && told.isAllowed) result.counts[kind]++
      else if (changed.length === 0 && !gone.isAllowed)
        result.refused.push(`${there.join(' ')}: ${gone.stderr.split('\n')[0]}`)
      else {
        result.wrong.push(`${there.join(' ')}: ${told.isAllowed ? changed.join(', ') : told.stderr.split('\n')[0]}`)
        restore(vault, before, changed)
      }
    }
  }
  rmSync(folder, { recursive: true })
  return result
}

/** How often each problem of links is found. */
async function problemsOf(run, vault) {
  const { stdout } = await wend(run, vault, ['check', '--json'], [0, 1])
  const counts = new Map()
  for (const { code } of JSON.parse(stdout).problems)
    if (/^(?:broken|missing-file|ambiguous|outside)/.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

function newProblems(before, after) {
  return [...after].flatMap(([code, count]) => (count > (before.get(code) ?? 0) ? [`new ${code}`] : []))
}

function restore(vault, before, changed) {
  for (const name of changed) {
    if (!before.has(name)) {
      rmSync(join(vault, name), { force: true })
      continue
    }
    mkdirSync(dirname(join(vault, name)), { recursive: true })
    writeFileSync(join(vault, name), Buffer.from(before.get(name), 'latin1'))
  }
}

/** The vaults that are looked through when none is named. */
function usualVaults() {
  const tests = join(root, 'test/vaults')
  const shared = [join(root, 'shared/vaults'), join(root, '../shared/vaults')].find((path) => existsSync(path))
  const within = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [join(folder, entry.name)] : [],
    )
  return [join(root, 'notes'), ...within(tests), ...(shared === undefined ? [] : within(shared))]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(`--${name}`)
    return at < 0 ? otherwise : Number(process.argv.splice(at, 2)[1])
  }
  const [most, seed, generated] = [option('most'), option('seed', 1), option('generated', 3)]
  const named = process.argv.slice(2).map((path) => resolve(path))
  const made = Array.from({ length: generated }, (_none, at) => generatedVault(seed + at))
  const run = await loadProgram()
  const total = { back: 0, refused: 0, wrong: 0 }
  for (const source of [...(named.length > 0 ? named : usualVaults()), ...made]) {
    const { counts, refused, wrong } = await roundTrips(run, source, { most, seed })
    const said = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
    console.log(
      `${basename(source)}: ${said.join(', ')} there and back; ${refused.length} refused, ${wrong.length} wrong`,
    )
    for (const line of refused.slice(0, 5)) console.log(`  refused: ${line}`)
    for (const line of wrong.slice(0, 10)) console.log(`  wrong: ${line}`)
    total.back += Object.values(counts).reduce((sum, count) => sum + count, 0)
    total.refused += refused.length
    total.wrong += wrong.length
  }
  for (const folder of made) rmSync(dirname(folder), { recursive: true })
  console.log(`${total.back} renames there and back with every byte; ${total.refused} refused, ${total.wrong} wrong`)
  if (total.wrong > 0) process.exitCode = 1
}
