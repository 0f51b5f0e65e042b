// Measures whole processes in turn with `node -e 0`, so that what slows the machine slows all alike: CPU and wall time as
// medians, peak memory, and ratios. Writes docs/performance.md between its marks. `--quick` leaves out the large vaults.
// The standalone executable is measured too where it is built, or that of `--standalone FILE`. Needs bash; peak memory also GNU time.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { endPeers, peerJobs } from './bench-peers.js'
import { writeVault } from './bench-vault.js'

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    rounds: { type: 'string' },
    sizes: { type: 'string' },
    standalone: { type: 'string' },
    write: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const root = mkdtempSync(join(tmpdir(), 'wend-bench-'))
const env = {
  ...process.env,
  XDG_CACHE_HOME: join(root, 'cache'),
  XDG_CONFIG_HOME: join(root, 'config'),
  NO_COLOR: '1',
}
const wend = [process.execPath, resolve('bin/wend.js')]
const empty = [process.execPath, '-e', '0']
const readLoop = resolve('scripts/bench-read-loop.cjs')
const built = resolve('dist-standalone/wend')
const standalone = flags.standalone ? resolve(flags.standalone) : existsSync(built) ? built : undefined
const started = Date.now()

const memoryFile = join(root, 'memory')
const withMemory = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-o', memoryFile, '-f', '%M'] : []

/** Runs a command once: milliseconds of CPU and of wall time, and peak resident memory in MB where GNU time is there to tell. */
function measure({ command, cwd }) {
  const script = 'TIMEFORMAT="%3U %3S %3R"; time "$@" </dev/null >/dev/null 2>/dev/null'
  const { stderr } = spawnSync('bash', ['-c', script, 'bench', ...withMemory, ...command], {
    env,
    cwd,
    encoding: 'utf8',
  })
  const [user, system, wall] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  const kilobytes = withMemory.length > 0 ? readFileSync(memoryFile, 'utf8').trim().split('\n').at(-1) : undefined
  return { cpu: (user + system) * 1000, wall: wall * 1000, memory: kilobytes && Math.round(Number(kilobytes) / 1024) }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Medians of jobs run in turns; `before` prepares each run and is not measured. */
function compare(jobs, rounds) {
  const runs = jobs.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [order, job] of jobs.entries()) {
      job.before?.()
      runs[order].push(measure(job))
    }
  const of = (order, field) => median(runs[order].map((run) => run[field]))
  return jobs.map(({ name }, order) => ({
    name,
    cpu: of(order, 'cpu'),
    wall: of(order, 'wall'),
    ratio: of(order, 'cpu') / of(0, 'cpu'),
    memory: of(order, 'memory'),
  }))
}

function table(title, rows) {
  const lines = rows.map(
    ({ name, cpu, wall, ratio, memory: peak }) =>
      `| ${name} | ${Math.round(cpu)} | ${Math.round(wall)} | ${ratio.toFixed(2)} | ${peak ?? ''} |`,
  )
  const text = `### ${title}\n\n| | CPU ms | wall ms | × \`node -e 0\` | peak MB |\n|---|---:|---:|---:|---:|\n${lines.join('\n')}\n`
  console.log(`\n${text}`)
  return text
}

/** What is measured in every state of the vault. */
const argumentsOf = ({ note }) =>
  Object.entries({
    list: ['list'],
    backlinks: ['backlinks', note],
    check: ['check'],
    search: ['search', 'attention'],
    show: ['show', note],
  })

function jobsOf(program, vault, sample, label) {
  return argumentsOf(sample).map(([name, args]) => ({
    name: `${label} ${name}`,
    command: [...program, '-C', vault, ...args],
  }))
}

/** What the commands load; known once they have run. */
let loads

/** What takes long is measured `few` times; other programs would take hours on the largest vault. */
function measureVault(name, vault, sample, { rounds, few = flags.quick ? 1 : 3, hasPeers = true }) {
  for (const job of jobsOf(wend, vault, sample, 'wend')) for (let turn = 0; turn < 2; turn++) measure(job)
  for (const job of standalone ? jobsOf([standalone], vault, sample, 'standalone') : []) measure(job)
  const warm = compare(
    [
      { name: '`node -e 0`', command: empty },
      { name: 'bare read loop', command: [process.execPath, readLoop, vault] },
      ...jobsOf(wend, vault, sample, 'wend'),
      ...(standalone ? jobsOf([standalone], vault, sample, 'standalone') : []),
    ],
    rounds,
  )
  loads ??= loadTable()
  const one = (job) => compare([{ name: '`node -e 0`', command: empty }, job], Math.min(rounds, few))[1]
  const peers = hasPeers ? peerJobs(vault, sample, env).map(one) : []
  endPeers(vault, env)
  return table(name, [...warm, ...peers, ...changedJobs(vault, sample).map(one), ...firstJobs(vault, sample).map(one)])
}

/** Each command right after a note changed. */
function changedJobs(vault, sample) {
  const touched = join(vault, sample.file)
  const text = readFileSync(touched, 'utf8')
  let turn = 0
  const before = () => writeFileSync(touched, `${text}\nChanged ${turn++} times.\n`)
  return jobsOf(wend, vault, sample, 'wend').map((job) => ({ ...job, name: `${job.name}, one note changed`, before }))
}

/** Each command where nothing is cached, and a list without a cache. */
function firstJobs(vault, sample) {
  const before = () => rmSync(join(root, 'cache'), { recursive: true, force: true })
  return [
    ...jobsOf(wend, vault, sample, 'wend').map((job) => ({ ...job, name: `${job.name}, first`, before })),
    { name: 'wend list --no-cache', command: [...wend, '-C', vault, 'list', '--no-cache'] },
  ]
}

/** What each command loaded of the program: the packs in its kept code, and their size as written and compiled. */
function loadTable() {
  const folder = join(root, 'cache', 'wend')
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.code'))
    .map((name) => {
      const bytes = readFileSync(join(folder, name))
      const packs = bytes
        .toString('latin1', 16, 16 + bytes.readUInt32LE(4))
        .split('\n')
        .map((line) => line.split(' ')[0])
      const size = packs.reduce((sum, pack) => sum + statSync(join('dist', `${pack}.pack.js`)).size, 0)
      const command = name.replace(/^.*-([a-z]+)\.code$/, '$1')
      return `| ${command} | ${packs.join(', ')} | ${Math.round(size / 1024)} | ${Math.round(bytes.length / 1024)} |`
    })
  const text = `### What each command loads\n\n| | packs | kB of source | kB compiled |\n|---|---|---:|---:|\n${lines.join('\n')}\n`
  console.log(`\n${text}`)
  return text
}

function startTable(rounds) {
  const jobs = [
    { name: '`node -e 0`', command: empty },
    { name: 'wend --version', command: [...wend, '--version'] },
    { name: 'wend --help', command: [...wend, '--help'] },
    ...(standalone ? [{ name: 'standalone --version', command: [standalone, '--version'] }] : []),
  ]
  for (let turn = 0; turn < 2; turn++) for (const job of jobs) measure(job)
  return table('Start', compare(jobs, rounds))
}

try {
  mkdirSync(env.XDG_CACHE_HOME, { recursive: true })
  const rounds = Number(flags.rounds ?? (flags.quick ? 3 : 10))
  const parts = [startTable(rounds)]
  const shipped = join(root, 'shipped')
  cpSync('notes', shipped, { recursive: true })
  const first = { file: 'attention.md', note: 'attention' }
  parts.push(measureVault('168 notes (the vault that ships)', shipped, first, { rounds }))
  const sizes = flags.sizes?.split(',').map(Number) ?? (flags.quick ? [1000] : [1000, 10000, 100000])
  for (const size of sizes) {
    const vault = join(root, `v${size}`)
    writeVault(vault, size)
    const sample = { file: 'area-7/note-000007.md', note: 'note-000007' }
    parts.push(
      measureVault(
        `${size.toLocaleString('en-US')} notes (generated)`,
        vault,
        sample,
        size > 20000 ? { rounds: Math.ceil(rounds / 3), few: 1, hasPeers: false } : { rounds },
      ),
    )
    rmSync(vault, { recursive: true })
  }
  parts.splice(1, 0, loads)
  if (flags.write) writeReport(parts, rounds)
} finally {
  rmSync(root, { recursive: true, force: true })
}

function writeReport(parts, rounds) {
  const page = 'docs/performance.md'
  const [start, end] = ['<!-- bench: start -->', '<!-- bench: end -->']
  const facts = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, medians of ${rounds} runs in turns, ${Math.round((Date.now() - started) / 1000)} s in all.`
  const text = `${start}\n\n${facts}\n\n${parts.join('\n')}\n${end}`
  if (!existsSync(page)) return appendFileSync(page, `${text}\n`)
  const old = readFileSync(page, 'utf8')
  const at = old.indexOf(start)
  writeFileSync(page, at < 0 ? `${old}\n${text}\n` : old.slice(0, at) + text + old.slice(old.indexOf(end) + end.length))
}
