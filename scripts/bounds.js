// Measures what hostile input costs: every command on 20 kB of it within 2 s of CPU and 300 MB, and linear growth at 1x, 2x, 4x.
// Commands run one after the other in one process; what seems to exceed is run again in a process of its own.
// Usage: npm run bounds [-- WORDS OF INPUTS…]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable, Writable } from 'node:stream'
import { clearInterval, setInterval } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { commandLines, inputs, questions, wordings } from './bounds-inputs.js'

const [mostSeconds, mostMegabytes, size, patience] = [2, 300, 20_000, 30]
const self = fileURLToPath(import.meta.url)

/** What is measured, in order: the lines of each vault, and the questions with each wording. */
const cases = [
  ...Object.keys(inputs).map((name) => ({ name, files: inputs[name], lines: Object.values(commandLines).flat() })),
  ...Object.keys(wordings).map((name) => ({
    name: `asked: ${name}`,
    word: wordings[name],
    files: {},
    lines: questions,
  })),
]

function makeVault(base, { files }, bytes) {
  const cwd = join(base, String(bytes))
  const all = { '.wend/config.yml': () => '', 'a.md': () => '# A\n', 'x.md': () => '# X\n' }
  for (const [name, content] of Object.entries({ ...all, ...(typeof files === 'function' ? files(bytes) : files) })) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), content(bytes))
  }
  return cwd
}

const message = (value) => `${JSON.stringify({ jsonrpc: '2.0', ...value })}\n`
const framed = (value) => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...value })
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

/** What a server is told before its input ends. */
function inputOf(command, cwd) {
  if (command === 'mcp') {
    const call = (id, name, args) => message({ id, method: 'tools/call', params: { name, arguments: args } })
    const start = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bounds', version: '1' } }
    const calls = [call(2, 'read', { note: 'x' }), call(3, 'check', {}), call(4, 'search', { query: 'word' })]
    return (
      message({ id: 1, method: 'initialize', params: start }) +
      message({ method: 'notifications/initialized' }) +
      calls.join('')
    )
  }
  if (command !== 'lsp') return ''
  const at = { textDocument: { uri: `file://${cwd}/x.md` } }
  const asked = ['documentSymbol', 'documentLink', 'semanticTokens/full', 'foldingRange', 'inlayHint', 'codeLens']
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 9 } }
  const more = { range, position: range.end, context: { diagnostics: [] } }
  return [
    framed({ id: 1, method: 'initialize', params: { processId: null, rootUri: `file://${cwd}`, capabilities: {} } }),
    framed({ method: 'initialized', params: {} }),
    ...[...asked, 'hover', 'completion', 'codeAction'].map((name, id) =>
      framed({ id: id + 2, method: `textDocument/${name}`, params: { ...at, ...more } }),
    ),
    framed({ id: 99, method: 'shutdown' }),
    framed({ method: 'exit' }),
  ].join('')
}

/** Runs one line in a vault in this process, with streams that are no terminals; what it took. */
async function run(main, { line, cwd, base, word }) {
  const stderr = []
  const sink = (parts) => new Writable({ write: (chunk, _encoding, done) => (parts?.push(chunk), done()) })
  const words = line.map((one) => (one === 'SITE' ? join(base, 'site') : one.replace('%', () => word)))
  const [HOME, state, cache, config] = [base, join(base, 'state'), join(base, 'cache'), join(base, 'config')]
  const before = process.cpuUsage()
  // The language server ends its process by itself when it is told goodbye.
  const goodbye = new Promise((resolve) => (process.exit = resolve))
  const fake = {
    argv: ['node', 'wend', ...words, ...(line.includes('--') ? [] : ['--no-cache'])],
    env: {
      PATH: process.env.PATH,
      COLUMNS: '80',
      HOME,
      XDG_STATE_HOME: state,
      XDG_CACHE_HOME: cache,
      XDG_CONFIG_HOME: config,
    },
    cwd: () => cwd,
    stdin: Readable.from([Buffer.from(inputOf(line[0], cwd))]),
    stdout: sink(),
    stderr: sink(stderr),
  }
  await Promise.race([main(fake), goodbye])
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, stderr: Buffer.concat(stderr).toString().slice(0, 300) }
}

/** In a process of its own: measures cases from a line of one on, and says on a third pipe what each line took. */
async function inside(numbers, firstLine, isOnly) {
  const exit = process.exit.bind(process)
  const base = mkdtempSync(join(tmpdir(), 'wend-bounds-'))
  process.on('exit', () => rmSync(base, { recursive: true, force: true }))
  const { main } = createRequire(self)('../dist/main.cjs')
  for (const [order, number] of numbers.entries()) {
    const one = cases[number]
    const home = join(base, String(number))
    const vaults = new Map([1, 2, 4].map((times) => [times, makeVault(home, one, size * times)]))
    const take = async (line, times) =>
      run(main, { line, cwd: vaults.get(times), base: home, word: one.word?.(size * times) ?? '' })
    if (order === 0) await take(['list'], 1)
    for (let at = order === 0 ? firstLine : 0; at < one.lines.length; at++) {
      const line = one.lines[at]
      const { seconds, stderr } = await take(line, 1)
      const growth = []
      // Linear growth is looked at closer where the step to four times the input takes more than its share.
      if (seconds > 0.05) growth.push(seconds, (await take(line, 4)).seconds)
      if (growth[1] > 5 * seconds + 0.3) growth.splice(0, 2, seconds, (await take(line, 2)).seconds, growth[1])
      globalThis.gc()
      const megabytes = process.resourceUsage().maxRSS / 1024
      writeSync(3, `${JSON.stringify({ number, at, seconds, stderr, growth, megabytes })}\n`)
      if (isOnly) exit(0)
    }
    rmSync(home, { recursive: true, force: true })
    // What follows is judged by its own memory.
    if (process.resourceUsage().maxRSS / 1024 > 0.8 * mostMegabytes) exit(0)
  }
  exit(0)
}

/** Seconds of CPU that a process has taken, whatever else the machine does; undefined once it has ended. */
function secondsOf(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13)
    return (Number(user) + Number(system)) / 100
  } catch {
    return undefined
  }
}

/** What the lines of cases took, each as it comes; a line that does not end is ended. */
async function* measure(numbers, firstLine = 0, isOnly = false) {
  const args = ['--expose-gc', self, '--inside', numbers.join(), String(firstLine), ...(isOnly ? ['only'] : [])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-400)))
  let next = { number: numbers[0], at: firstLine }
  let spent = 0
  // When a result comes, not when it is looked at: while another process judges one, this one goes on and does not hang.
  child.stdio[3].on('data', () => (spent = secondsOf(child.pid) ?? spent))
  const watch = setInterval(() => {
    const now = secondsOf(child.pid)
    if (now !== undefined && now - spent > patience) child.kill('SIGKILL')
  }, 2000)
  for await (const text of createInterface({ input: child.stdio[3] })) {
    const result = JSON.parse(text)
    const { number, at } = result
    const isLast = at + 1 === cases[number].lines.length
    next = isLast ? { number: numbers[numbers.indexOf(number) + 1], at: 0 } : { number, at: at + 1 }
    yield result
  }
  clearInterval(watch)
  // Its pipe may close a moment before its end is known.
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (isOnly || next.number === undefined) return
  const rest = numbers.slice(numbers.indexOf(next.number))
  if (next.at === 0 && said === '' && child.exitCode === 0) return yield* measure(rest)
  const none = { seconds: Infinity, growth: [], megabytes: 0, stderr: said || 'does not end' }
  yield { ...next, ...none }
  if (next.at + 1 < cases[next.number].lines.length) return yield* measure(rest, next.at + 1)
  if (rest.length > 1) yield* measure(rest.slice(1))
}

/** Whether 1x, 2x, 4x grow with more than the input: the second step costs more than three times the first, and is felt. */
const grows = ([one, two, four]) => four !== undefined && four - one > 0.5 && four - two > 3 * Math.max(two - one, 0.05)
const exceeds = ({ seconds, megabytes, stderr, growth }) =>
  seconds > mostSeconds || megabytes > mostMegabytes || grows(growth) || /bug in wend|RangeError/.test(stderr)

/** The result of a process of its own, where the shared one seemed to exceed: it may have been used up by others. */
async function judge(result) {
  if (!exceeds(result) || result.seconds === Infinity) return result
  for await (const alone of measure([result.number], result.at, true)) return alone
  return result
}

async function all(numbers) {
  const worst = { seconds: 0, megabytes: 0 }
  let [runs, wrong, highest] = [0, 0, 0]
  for await (const seen of measure(numbers)) {
    // The memory of a process only rises: it is looked at where it did.
    const result = await judge(
      seen.megabytes > highest ? seen : { ...seen, megabytes: Math.min(seen.megabytes, mostMegabytes) },
    )
    highest = seen.megabytes
    runs += 1 + Math.max(0, seen.growth.length - 1)
    const { seconds, growth, megabytes, stderr } = result
    const name = `${cases[seen.number].name}, ${cases[seen.number].lines[seen.at].join(' ')}`
    if (seconds > worst.seconds) Object.assign(worst, { seconds, slowest: name })
    if (megabytes > worst.megabytes) Object.assign(worst, { megabytes, largest: name })
    if (!exceeds(result)) continue
    wrong++
    const steps = growth.map((one) => one.toFixed(2)).join(', ')
    console.log(
      `  ${name}: ${seconds.toFixed(2)} s (${steps}), ${megabytes.toFixed(0)} MB ${stderr.trim().slice(0, 200)}`,
    )
  }
  console.log(
    `${numbers.length} inputs, ${runs} runs: slowest ${worst.seconds.toFixed(2)} s of CPU (${worst.slowest}), largest ${worst.megabytes.toFixed(0)} MB (${worst.largest}), ${wrong} beyond the bounds`,
  )
  if (wrong > 0) process.exitCode = 1
}

const [mode, numbers = '', first, only] = process.argv.slice(2)
if (mode === '--inside') await inside(numbers.split(',').map(Number), Number(first), only !== undefined)
else {
  const asked = process.argv.slice(2)
  const isAsked = (name) => asked.length === 0 || asked.some((word) => name.includes(word))
  await all([...cases.keys()].filter((number) => isAsked(cases[number].name)))
}
