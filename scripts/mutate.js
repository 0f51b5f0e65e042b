// Plants small bugs in the core, one at a time, and says how many of them the tests notice:
// `npm run mutate -- [--count 1000] [--seed 1] [--minutes 90] [--jobs 2] [--room core/parse] [--only FILE] [--tests core/vault,view]
// [--results FILE] [--again FILE] [--list]`.
// All mutants are woven into the sources as conditions that are off. Each test file is loaded once: its tests run without a mutant,
// which says what each of them reaches; then every mutant that still lives is switched on for the tests that reach it, until one fails or
// takes far too long. Slow tests are asked last, of what all others let live. docs/mutation.md has the figures.
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { clearInterval, setInterval } from 'node:timers'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { transformSync } from 'esbuild'
import { thatCompile } from './mutate/compiler.js'
import { mutantsOf, weave } from './mutate/mutants.js'

/** What is mutated. */
const rooms = ['core/parse/links', 'core/parse', 'core/vault', 'core/plan', 'core/checks', 'core/search']

/** The tests that may notice, in this order; those of the built program can't. */
const tests = [
  'core',
  'properties',
  'vault',
  'view',
  'commands',
  'cli',
  'transcripts.test.ts',
  'shared-vaults.test.ts',
  'eval',
  'docs',
  'io',
  'servers',
]

/**
 * Milliseconds of processor time: of tests that a mutant is tried for, of a test that is quick, and of what a run may take beyond 20 times
 * what its tests took without a mutant; `wall` is of the clock, for tests that wait for ever.
 */
const patience = { mutant: 15_000, quick: 200, run: 5000, wall: 300_000 }

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '90' },
    jobs: { type: 'string', default: '2' },
    room: { type: 'string' },
    only: { type: 'string' },
    tests: { type: 'string', default: tests.join(',') },
    results: { type: 'string' },
    again: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})

/** A mutant, to a reader. */
const say = ({ file, line, was, shown, kind }) =>
  `${file}:${line} ${kind}: ${JSON.stringify(was)} → ${JSON.stringify(shown)}`

function filesIn(path) {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Those of some mutants that lived in earlier results: at the same line, or at another where lines have moved. */
function livedBefore(some, results) {
  const lived = readFileSync(results, 'utf8')
    .split('\n')
    .map((line) => line.replace(/^.*?: /, ''))
  const withoutLine = (said) => said.replace(/:\d+ /, ' ')
  const found = some.filter((mutant) => take(lived, say(mutant)))
  const moved = lived.map(withoutLine)
  return [...found, ...some.filter((mutant) => !found.includes(mutant) && take(moved, withoutLine(say(mutant))))]
}

/**
 * As many mutants of each room that compile, drawn by the seed: the same ones whichever rooms are asked for. With `--again` those that
 * lived in its results.
 */
function draw() {
  const wanted = rooms.filter((room) => options.room === undefined || options.room === room)
  if (wanted.length === 0) throw new Error(`--room takes one of: ${rooms.join(', ')}`)
  const each = Math.ceil(Number(options.count) / wanted.length)
  const drawn = wanted.map((room) => {
    const random = randomNumbers(Number(options.seed) * rooms.length + rooms.indexOf(room))
    const inner = rooms.filter((other) => other.startsWith(`${room}/`))
    return filesIn(`src/${room}`)
      .filter((file) => !inner.some((other) => file.startsWith(`src/${other}/`)))
      .filter((file) => options.only === undefined || file.includes(options.only))
      .flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')))
      .map((mutant) => ({ ...mutant, room, order: random() }))
      .sort((a, b) => a.order - b.order)
  })
  const tried = options.again === undefined ? firstThatCompile(drawn, each) : livedBefore(drawn.flat(), options.again)
  return tried.map((mutant, id) => ({ ...mutant, id, state: 'not reached', spent: 0 }))
}

/** So many of each list that compile, the first ones: of 240 at one seed 178 did, of plans 23 of 40. */
function firstThatCompile(lists, each) {
  const compiling = new Set(thatCompile(lists.flatMap((some) => some.slice(0, 2 * each))))
  return lists.flatMap((some) => some.filter((mutant) => compiling.has(mutant)).slice(0, each))
}

/** Whether a name is in a list, from which it is taken then. */
function take(names, name) {
  const at = names.indexOf(name)
  if (at >= 0) names.splice(at, 1)
  return at >= 0
}

/** Writes all sources and tests without types, the mutants woven in; gives the folder. */
function prepare(mutants) {
  const folder = mkdtempSync(join(tmpdir(), 'wend-mutants-'))
  for (const file of [...filesIn('src'), ...filesIn('test')]) {
    const text = readFileSync(file, 'utf8')
    const own = mutants.filter((mutant) => mutant.file === file)
    const woven = own.length === 0 ? text : weave(text, own)
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), transformSync(woven, { loader: 'ts', format: 'esm', target: 'node20' }).code)
  }
  return folder
}

/** A process that has a test file loaded. */
class TestFile {
  #data
  #child

  constructor(data) {
    this.#data = JSON.stringify(data)
  }

  /** The answer to a request; undefined when it takes more processor time than that, or the process broke: the next one starts another. */
  async ask(request, milliseconds) {
    try {
      if (this.#child === undefined) {
        this.#child = fork(new URL('mutate/worker.js', import.meta.url), [this.#data], {
          execArgv: ['--max-old-space-size=3000'],
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        })
        await this.#answer(60_000)
      }
      this.#child.send(request)
      return await this.#answer(milliseconds)
    } catch {
      this.close()
      return undefined
    }
  }

  #answer(milliseconds) {
    const child = this.#child
    const start = [processorTime(child.pid), performance.now()]
    return new Promise((resolve, reject) => {
      const look = () => {
        if (processorTime(child.pid) - start[0] > milliseconds || performance.now() - start[1] > patience.wall)
          end(() => reject(new Error('out of time')))
      }
      const timer = setInterval(look, 500)
      const end = (then) => {
        clearInterval(timer)
        child.removeAllListeners()
        then()
      }
      child.once('message', (answer) => end(() => resolve(answer)))
      child.once('exit', () => end(() => reject(new Error('ended'))))
    })
  }

  close() {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }
}

/** Milliseconds that a process has run for, as Linux says; elsewhere those that have passed. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, '').split(' ')
    return (Number(fields[12]) + Number(fields[13])) * 10
  } catch {
    return performance.now()
  }
}

/** What is known of a test file after its tests ran without a mutant; undefined when it can't be run here. */
async function look(loaded, file) {
  const found = await loaded.ask({}, 600_000)
  if (found === undefined) console.error(`${file} can't be run here`)
  const failing = found?.tests.filter(({ passes }) => !passes).length ?? 0
  if (failing > 0) console.error(`${file}: ${failing} of ${found.tests.length} tests fail without a mutant`)
  return found
}

/** Tries the mutants that still live on the quick or the slow tests of a file; gives what is known of it then. */
async function tryFile(file, { known, isWanted, isOver }) {
  const loaded = new TestFile({
    file: pathToFileURL(resolve(file)).href,
    root: process.cwd(),
    prepared,
    count: mutants.length,
    version,
  })
  const found = known ?? (await look(loaded, file))
  const wanted = found?.tests.map((test, at) => ({ ...test, at })).filter((test) => test.passes && isWanted(test)) ?? []
  wanted.sort((a, b) => a.milliseconds - b.milliseconds)
  for (const mutant of wanted.length === 0 ? [] : mutants) {
    if (isOver()) break
    if (mutant.state === 'killed' || mutant.spent > patience.mutant) continue
    const onLoad = found.onLoad.includes(mutant.id)
    const which = wanted.filter(({ mutants: reached }) => onLoad || reached.includes(mutant.id))
    if (which.length === 0) continue
    const usual = which.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
    const request = { mutant: mutant.id, which: which.map(({ at }) => at), onLoad }
    const answer = await loaded.ask(request, patience.run + 20 * usual)
    mutant.spent += answer?.milliseconds ?? 0
    if (answer?.isNoticed !== false) Object.assign(mutant, { state: 'killed', by: file })
    else if (mutant.state !== 'killed') mutant.state = 'survived'
  }
  loaded.close()
  return found
}

const mutants = draw()
if (options.list) {
  writeFileSync(1, mutants.map((mutant) => `${say(mutant)}\n`).join(''))
  process.exit()
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const prepared = prepare(mutants)
const start = performance.now()
const isOver = () => performance.now() - start > Number(options.minutes) * 60_000
const count = (state) => mutants.filter((mutant) => mutant.state === state).length

/** What lives, and the scores. */
function results() {
  const living = mutants.filter(({ state }) => state !== 'killed').map((mutant) => `${mutant.state}: ${say(mutant)}`)
  const score = (some) => `${some.filter(({ state }) => state === 'killed').length} of ${some.length} killed`
  const scores = rooms.map((room) => `${room}: ${score(mutants.filter((one) => one.room === room))}`)
  const all = `all: ${score(mutants)} (seed ${options.seed}; ${count('not reached')} reached by no test)`
  return [...living, ...scores, all, ''].join('\n')
}

/** Tries what lives on files in turn, on several at once. */
async function tryAll(files, { known = new Map(), isWanted }) {
  const queue = [...files]
  const found = new Map()
  const work = async () => {
    for (let file = queue.shift(); file !== undefined && !isOver(); file = queue.shift()) {
      const before = performance.now()
      found.set(file, await tryFile(file, { known: known.get(file), isWanted, isOver }))
      const seconds = Math.round((performance.now() - before) / 1000)
      console.error(`${file}: ${seconds} s; ${count('killed')} of ${mutants.length} killed`)
      if (options.results !== undefined) writeFileSync(options.results, results())
    }
  }
  await Promise.all(Array.from({ length: Number(options.jobs) }, work))
  return found
}

try {
  // Of few mutants all tests are asked at once.
  const isQuick = ({ milliseconds }) => options.again !== undefined || milliseconds <= patience.quick
  const files = options.tests
    .split(',')
    .flatMap((path) => filesIn(`test/${path}`))
    .filter((file) => file.endsWith('.test.ts'))
  const known = await tryAll(files, { isWanted: isQuick })
  const slow = files.filter((file) => known.get(file)?.tests.some((test) => !isQuick(test)))
  await tryAll(slow, { known, isWanted: (test) => !isQuick(test) })
} finally {
  rmSync(prepared, { recursive: true, force: true })
}

process.stdout.write(results())
process.exit()
