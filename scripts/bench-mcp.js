// Measures `wend mcp` on a vault of 10,000 notes: `npm run bench:mcp [-- NOTES CALLS]`. CPU time of the server, of all its threads, as
// Linux counts it in nanoseconds, so that other programs on the machine do not matter much; and how long the client waited, which
// means something only where nothing else runs.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createInterface } from 'node:readline'
import { writeVault } from './bench-vault.js'

const [notes, calls] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 20_000)]
const bin = join(import.meta.dirname, '..', 'bin', 'wend.js')
const root = mkdtempSync(join(tmpdir(), 'wend-bench-mcp-'))
const env = { ...process.env, XDG_CACHE_HOME: `${root}-cache`, XDG_STATE_HOME: `${root}-state` }
const words =
  'gradient model policy value reward note sample network layer attention token loss entropy prior kernel variance bias'.split(
    ' ',
  )
const chosen = (list, order) => list[(order * 7919) % list.length]
const noteAt = (order) => `note-${String((order * 104_729) % notes).padStart(6, '0')}`

/** What is asked, in turn. */
const questions = [
  ['search', (order) => ({ query: `${chosen(words, order)} ${chosen(words, order + 5)}` })],
  ['read', (order) => ({ note: noteAt(order), links: true })],
  ['list', (order) => ({ where: [`words>${100 + (order % 300)}`], sort: 'modified' })],
  ['links', (order) => ({ note: noteAt(order) })],
  ['backlinks', (order) => ({ note: noteAt(order) })],
  ['related', (order) => ({ note: noteAt(order) })],
  ['path', (order) => ({ from: noteAt(order), to: noteAt(order + 3) })],
  ['learn', (order) => ({ note: noteAt(order) })],
  ['context', (order) => ({ notes: [`${chosen(words, order)} ${chosen(words, order + 2)}`] })],
  ['check', (order) => ({ paths: [`area-${order % 37}`] })],
  ['stats', () => ({})],
  ['tags', () => ({})],
  ['topics', () => ({})],
]

class Server {
  #waiting = new Map()
  #last = 0
  constructor() {
    this.process = spawn('node', [bin, '-C', root, 'mcp'], { env })
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      const message = JSON.parse(line)
      this.#waiting.get(message.id)?.(message)
      this.#waiting.delete(message.id)
    })
  }
  ask(method, params) {
    const id = ++this.#last
    this.process.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }
  async call(name, args) {
    const { result, error } = await this.ask('tools/call', { name, arguments: args })
    if (result?.isError === true || error !== undefined)
      throw new Error(`${name} ${JSON.stringify(args)}: ${JSON.stringify(error ?? result).slice(0, 300)}`)
  }
  /** Milliseconds of CPU time so far. */
  cpu() {
    const tasks = `/proc/${this.process.pid}/task`
    const of = (task) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0])
    return readdirSync(tasks).reduce((sum, task) => sum + of(task), 0) / 1e6
  }
  megabytes(field) {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8')
    return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)[1]) / 1024)
  }
  async end() {
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.stdin.end()
    await ended
  }
}

const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)]
const shown = (time) => `${time.toFixed(1)} ms`

async function firstAnswer() {
  const server = new Server()
  await server.ask('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'bench', version: '1' },
  })
  const atInitialize = server.cpu()
  await server.call('search', { query: 'gradient variance' })
  console.log(`initialize after ${shown(atInitialize)}, first search answered after ${shown(server.cpu())} of CPU time`)
  return server
}

async function eachTool(server) {
  const [all, allWaits] = [[], []]
  for (const [name, args] of questions) {
    const [times, waits] = [[], []]
    for (let order = 1; order <= 40; order++) {
      const [before, since] = [server.cpu(), performance.now()]
      await server.call(name, args(order))
      waits.push(performance.now() - since)
      times.push(server.cpu() - before)
    }
    all.push(...times)
    allWaits.push(...waits)
    console.log(
      `${name.padEnd(10)} median ${shown(percentile(times, 0.5))}, 95 % within ${shown(percentile(times, 0.95))}; waited ${shown(percentile(waits, 0.5))}, ${shown(percentile(waits, 0.95))}`,
    )
  }
  console.log(
    `all: 95 % within ${shown(percentile(all, 0.95))}, waited ${shown(percentile(allWaits, 0.95))}; at most ${server.megabytes('VmHWM')} MB so far`,
  )
}

async function afterChanges(server) {
  const times = []
  for (let order = 1; order <= 10; order++) {
    const path = join(root, 'area-0', 'deep-0', 'note-000000.md')
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nOne more line ${order}.\n`)
    const before = server.cpu()
    await server.call('search', { query: `more line ${chosen(words, order)}` })
    times.push(server.cpu() - before)
  }
  console.log(
    `search just after a note changed: median ${shown(percentile(times, 0.5))}, worst ${shown(Math.max(...times))}`,
  )
}

async function manyCalls(server) {
  const quick = questions.filter(([name]) => !['check', 'path'].includes(name))
  for (let call = 0; call < calls; call++) {
    if (call % Math.ceil(calls / 5) === 0) console.log(`after ${call} calls: ${server.megabytes('VmRSS')} MB`)
    const [name, args] = quick[call % quick.length]
    await server.call(name, args(call))
  }
  console.log(`after ${calls} calls: ${server.megabytes('VmRSS')} MB, at most ${server.megabytes('VmHWM')} MB`)
}

try {
  writeVault(root, notes)
  spawnSync('node', [bin, '-C', root, 'search', 'gradient'], { env })
  await pause(3000)
  spawnSync('node', [bin, '-C', root, 'search', 'gradient'], { env })
  const server = await firstAnswer()
  await eachTool(server)
  await afterChanges(server)
  await manyCalls(server)
  await server.end()
} finally {
  for (const end of ['', '-cache', '-state']) rmSync(root + end, { recursive: true, force: true })
}
