// Measures whole processes in turn with `node -e 0`, so that what slows the machine slows all alike: CPU and wall time as
// medians, peak memory, and ratios. Writes docs/performance.md between its marks. `--quick` leaves out the large vaults.
// `--standalone FILE` measures that executable too. Needs bash; peak memory also GNU time.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
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
const started = Date.now()

/** Runs a command once; milliseconds of CPU and of wall time. */
function measure(command) {
  const script = 'TIMEFORMAT="%3U %3S %3R"; time "$@" </dev/null >/dev/null 2>/dev/null'
  const { stderr } = spawnSync('bash', ['-c', script, 'bench', ...command], { env, encoding: 'utf8' })
  const [user, system, wall] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { cpu: (user + system) * 1000, wall: wall * 1000 }
}

/** Peak resident memory in MB, or undefined without GNU time. */
function memory(command) {
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '%M', ...command], { env, encoding: 'utf8' })
  return status === null ? undefined : Math.round(Number(stderr?.trim().split('\n').at(-1)) / 1024)
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Medians of jobs run in turns; `before` prepares each run and is not measured. */
function compare(jobs, rounds) {
  const runs = jobs.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [order, { command, before }] of jobs.entries()) {
      before?.()
      runs[order].push(measure(command))
    }
  const base = median(runs[0].map(({ cpu }) => cpu))
  return jobs.map(({ name, command }, order) => {
    const cpu = median(runs[order].map((run) => run.cpu))
    const wall = median(runs[order].map((run) => run.wall))
    return { name, cpu, wall, ratio: cpu / base, memory: memory(command) }
  })
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

/** Other programs that do a job on a folder of notes, where they are installed. */
const peers = [
  ['rg -c .', 'rg', (vault) => ['rg', '-c', '.', vault]],
  ['zk list', 'zk', (vault) => ['zk', '-W', vault, 'list', '--quiet', '--no-pager']],
  ['iwe find', 'iwe', (vault) => ['bash', '-c', `cd '${vault}' && iwe find`]],
  ['qmd update + ls', 'qmd', (vault) => ['bash', '-c', `cd '${vault}' && qmd update && qmd ls`]],
  ['foam list notes', 'foam', (vault) => ['bash', '-c', `cd '${vault}' && foam list notes`]],
  ['lychee --offline', 'lychee', (vault) => ['lychee', '--offline', '--no-progress', vault]],
  ['glow (one note)', 'glow', (vault, note) => ['glow', join(vault, note)]],
  ['fzf --filter over rg --files', 'fzf', (vault) => ['bash', '-c', `rg --files '${vault}' | fzf --filter attention`]],
]
const installed = peers.filter(([, program]) => spawnSync('bash', ['-c', `command -v ${program}`]).status === 0)

function jobsOf(program, vault, { file, note }, label) {
  return [
    ['list', ['list']],
    ['backlinks', ['backlinks', note]],
    ['check', ['check']],
    ['search', ['search', 'attention']],
    ['show', ['show', note]],
  ].map(([name, args]) => {
    const command = [...program, '-C', vault, ...args]
    // The note may have changed since the round before; what is measured is a page that was shown already.
    return { name: `${label} ${name}`, command, file, ...(name === 'show' && { before: () => measure(command) }) }
  })
}

function measureVault(name, vault, sample, rounds) {
  for (const job of jobsOf(wend, vault, sample, 'wend')) for (let turn = 0; turn < 3; turn++) measure(job.command)
  const touched = join(vault, sample.file)
  const text = readFileSync(touched, 'utf8')
  let turn = 0
  const list = [...wend, '-C', vault, 'list']
  const jobs = [
    { name: '`node -e 0`', command: empty },
    { name: 'bare read loop', command: [process.execPath, readLoop, vault] },
    ...jobsOf(wend, vault, sample, 'wend'),
    {
      name: 'wend show, a page not shown before',
      command: [...wend, '-C', vault, 'show', sample.note],
      before: () => rmSync(join(env.XDG_CACHE_HOME, 'wend', 'pages'), { recursive: true, force: true }),
    },
    {
      name: 'wend list, one note changed',
      command: list,
      before: () => writeFileSync(touched, `${text}\nChanged ${turn++} times.\n`),
    },
    ...(flags.standalone ? jobsOf([resolve(flags.standalone)], vault, sample, 'standalone') : []),
    ...installed.map(([label, , command]) => ({ name: label, command: command(vault, sample.file) })),
  ]
  const warm = compare(jobs, rounds)
  writeFileSync(touched, text)
  const cold = compare(
    [
      { name: '`node -e 0`', command: empty },
      { name: 'wend list, first index', command: list, before: () => rmSync(join(root, 'cache'), { recursive: true }) },
      { name: 'wend list --no-cache', command: [...list, '--no-cache'] },
    ],
    Math.min(rounds, 3),
  )
  return table(name, [...warm, ...cold.slice(1)])
}

function startTable(rounds) {
  const jobs = [
    { name: '`node -e 0`', command: empty },
    { name: 'wend --version', command: [...wend, '--version'] },
    { name: 'wend --help', command: [...wend, '--help'] },
    ...(flags.standalone ? [{ name: 'standalone --version', command: [resolve(flags.standalone), '--version'] }] : []),
  ]
  for (let turn = 0; turn < 2; turn++) for (const { command } of jobs) measure(command)
  return table('Start', compare(jobs, rounds))
}

try {
  mkdirSync(env.XDG_CACHE_HOME, { recursive: true })
  const rounds = Number(flags.rounds ?? (flags.quick ? 3 : 10))
  const parts = [startTable(rounds)]
  const shipped = join(root, 'shipped')
  cpSync('notes', shipped, { recursive: true })
  const first = { file: 'attention.md', note: 'attention' }
  parts.push(measureVault('168 notes (the vault that ships)', shipped, first, rounds))
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
        size > 20000 ? Math.min(rounds, 3) : rounds,
      ),
    )
    rmSync(vault, { recursive: true })
  }
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
