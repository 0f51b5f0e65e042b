// Plants small bugs in the core, one at a time, and says how many of them the tests notice:
// `npm run mutate -- [--count 1000] [--seed 1] [--minutes 90] [--jobs 2] [--room core/parse] [--only FILE] [--list]`.
// All mutants are woven into the sources as conditions that are off. Each test file is loaded once: its tests run without a mutant,
// which says what each of them reaches; then every mutant that still lives is switched on for the tests that reach it, quickest first,
// until one fails or takes far too long. docs/mutation.md has the figures.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { transformSync } from 'esbuild'
import { mutantsOf, weave } from './mutate/mutants.js'

/** What is mutated. */
const rooms = ['core/parse/links', 'core/parse', 'core/vault', 'core/plan', 'core/checks', 'core/search']

/** The tests that may notice, in this order; those of the built program can't. */
const tests = ['core', 'properties', 'vault', 'view', 'commands', 'cli', 'servers', 'transcripts.test.ts']

/** Milliseconds of tests that a mutant is tried for; and what a run may take beyond 20 times of what its tests took without a mutant. */
const patience = { mutant: 20_000, run: 10_000 }

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '90' },
    jobs: { type: 'string', default: '2' },
    room: { type: 'string' },
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})

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

/** As many mutants of each room, drawn by the seed. */
function draw() {
  const random = randomNumbers(Number(options.seed))
  const wanted = rooms.filter((room) => options.room === undefined || options.room === room)
  if (wanted.length === 0) throw new Error(`--room takes one of: ${rooms.join(', ')}`)
  const each = Math.ceil(Number(options.count) / wanted.length)
  const drawn = wanted.flatMap((room) => {
    const inner = rooms.filter((other) => other.startsWith(`${room}/`))
    return filesIn(`src/${room}`)
      .filter((file) => !inner.some((other) => file.startsWith(`src/${other}/`)))
      .filter((file) => options.only === undefined || file.includes(options.only))
      .flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')))
      .map((mutant) => ({ ...mutant, room, order: random() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, each)
  })
  return drawn.map((mutant, id) => ({ ...mutant, id, state: 'not reached', spent: 0 }))
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

/** A thread that has a test file loaded. */
class TestFile {
  #worker
  #data

  constructor(data) {
    this.#data = data
  }

  /** The answer to a request; undefined when there is none in time, or the thread broke: the next request starts another. */
  async ask(request, milliseconds) {
    try {
      if (this.#worker === undefined) {
        this.#worker = new Worker(new URL('mutate/worker.js', import.meta.url), {
          workerData: this.#data,
          stdout: true,
          stderr: true,
          resourceLimits: { maxOldGenerationSizeMb: 3000 },
        })
        if ((await this.#answer(120_000)) === undefined) throw new Error('does not load')
      }
      this.#worker.postMessage(request)
      return await this.#answer(milliseconds)
    } catch {
      await this.close()
      return undefined
    }
  }

  #answer(milliseconds) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('out of time')), milliseconds)
      this.#worker.removeAllListeners()
      this.#worker.once('message', (answer) => (clearTimeout(timer), resolve(answer)))
      this.#worker.once('error', (error) => (clearTimeout(timer), reject(error)))
      this.#worker.once('exit', () => (clearTimeout(timer), reject(new Error('ended'))))
    })
  }

  async close() {
    this.#worker?.removeAllListeners()
    this.#worker?.on('error', () => undefined)
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}

/** Tries the mutants that still live on a test file. */
async function tryFile(file, mutants, { prepared, isOver }) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const url = pathToFileURL(resolve(file)).href
  const loaded = new TestFile({ file: url, root: process.cwd(), prepared, count: mutants.length, version })
  const found = await loaded.ask({}, 600_000)
  if (found === undefined) console.error(`${file} can't be run here`)
  const failing = found?.tests.filter(({ passes }) => !passes).length ?? 0
  if (failing > 0) console.error(`${file}: ${failing} of ${found.tests.length} tests fail without a mutant`)
  const onLoad = new Set(found?.onLoad)
  for (const mutant of mutants) {
    if (found === undefined || isOver()) break
    if (mutant.state === 'killed' || mutant.spent > patience.mutant) continue
    const which = [...found.tests.entries()]
      .filter(([, { passes, mutants: reached }]) => passes && (onLoad.has(mutant.id) || reached.includes(mutant.id)))
      .sort(([, a], [, b]) => a.milliseconds - b.milliseconds)
    if (which.length === 0) continue
    const usual = which.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0)
    const start = performance.now()
    const request = { mutant: mutant.id, which: which.map(([at]) => at), onLoad: onLoad.has(mutant.id) }
    const killed = await loaded.ask(request, patience.run + 20 * usual)
    mutant.spent += performance.now() - start
    if (mutant.state !== 'killed') mutant.state = killed === false ? 'survived' : 'killed'
    if (killed !== false) mutant.by = killed === undefined ? `${file}, out of time` : file
  }
  await loaded.close()
}

const mutants = draw()
const say = ({ file, line, was, shown, kind }) =>
  `${file}:${line} ${kind}: ${JSON.stringify(was)} → ${JSON.stringify(shown)}`
if (options.list) {
  for (const mutant of mutants) console.log(say(mutant))
  process.exit()
}

const prepared = prepare(mutants)
const start = performance.now()
const isOver = () => performance.now() - start > Number(options.minutes) * 60_000
const files = tests.flatMap((path) => filesIn(`test/${path}`)).filter((file) => file.endsWith('.test.ts'))
const count = (state) => mutants.filter((mutant) => mutant.state === state).length
const work = async () => {
  for (let file = files.shift(); file !== undefined && !isOver(); file = files.shift()) {
    const before = performance.now()
    await tryFile(file, mutants, { prepared, isOver })
    const seconds = Math.round((performance.now() - before) / 1000)
    console.error(`${file}: ${seconds} s; ${count('killed')} of ${mutants.length} killed`)
  }
}
try {
  await Promise.all(Array.from({ length: Number(options.jobs) }, work))
} finally {
  rmSync(prepared, { recursive: true, force: true })
}

for (const mutant of mutants) if (mutant.state !== 'killed') console.log(`${mutant.state}: ${say(mutant)}`)
const score = (some) => `${some.filter(({ state }) => state === 'killed').length} of ${some.length} killed`
for (const room of rooms) console.log(`${room}: ${score(mutants.filter((one) => one.room === room))}`)
console.log(`all: ${score(mutants)} (seed ${options.seed}; ${count('not reached')} reached by no test)`)
process.exit()
