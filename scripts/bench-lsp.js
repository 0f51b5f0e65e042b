// Measures the language server with a client that types: `npm run bench:lsp [-- NOTES]` (10,000 unless said). A warm cache is made first.
// Times are those of the client (wall) and of the server's process (CPU), in milliseconds; memory is its resident set.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { writeVault } from './bench-vault.js'

const count = Number(process.argv[2] ?? 10_000)
const root = mkdtempSync(join(tmpdir(), 'wend-bench-lsp-'))
const program = resolve('bin/wend.js')
const env = { ...process.env, XDG_CACHE_HOME: join(root, '.state'), XDG_STATE_HOME: join(root, '.state') }
writeVault(join(root, 'vault'), count)
mkdirSync(join(root, 'vault/.wend'), { recursive: true })
spawnSync('node', [program, '-C', join(root, 'vault'), 'stats'], { env, stdio: 'ignore' })

const notes = readdirSync(join(root, 'vault'), { recursive: true }).filter((path) => path.endsWith('.md'))
const path = join(root, 'vault', notes[Math.floor(notes.length / 2)])
const text = readFileSync(path, 'utf8')
const uri = pathToFileURL(path).href

const server = spawn('node', [program, '-C', join(root, 'vault'), 'lsp'], { env })
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
)
let told = () => undefined
connection.onNotification('textDocument/publishDiagnostics', () => told())
connection.listen()

/** CPU of the server so far, in milliseconds (Linux counts in hundredths of a second). */
function cpu() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const memory = () =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024)

async function timed(work) {
  const [begun, used] = [performance.now(), cpu()]
  await work()
  return { wall: performance.now() - begun, cpu: cpu() - used }
}

function say(what, samples) {
  const walls = samples.map(({ wall }) => wall).sort((one, other) => one - other)
  const at = (share) => walls[Math.min(walls.length - 1, Math.floor(walls.length * share))].toFixed(0)
  const mean = (samples.reduce((sum, sample) => sum + sample.cpu, 0) / samples.length).toFixed(1)
  console.log(`${what}: least ${at(0)}, median ${at(0.5)}, 95 % ${at(0.95)} ms; CPU ${mean} ms each`)
}

let version = 1
let lines = text.split('\n').length - 1
/** Puts text at the end of the note, as somebody who types there. */
const type = (typed, line, character) =>
  connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: typed }],
  })

const first = await timed(async () => {
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(join(root, 'vault')).href,
    capabilities: {},
  })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version, text },
  })
  await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })
})
console.log(`${count} notes`)
say('start to the first answer', [first])

/** Types a link letter by letter, asks what it may become after each, and waits for the problems after the last key. */
async function typeLink(word) {
  await type('\n[[', lines, 0)
  lines += 1
  let character = 2
  const completions = []
  for (const letter of word) {
    await type(letter, lines, character++)
    const position = { line: lines, character }
    completions.push(
      await timed(() => connection.sendRequest('textDocument/completion', { textDocument: { uri }, position })),
    )
  }
  const problems = new Promise((done) => (told = done))
  return { completions, diagnostics: await timed(async () => (await type(']]', lines, character), problems)) }
}

const words = ['gradient', 'policy', 'kernel', 'bias', 'sparse', 'lu', 'vinter', 'zzzz', 'state', 'model']
const warmUp = await typeLink('first')
const links = []
for (let round = 0; round < 5; round++) for (const word of words) links.push(await typeLink(word))
const completions = links.flatMap((link) => link.completions)
const diagnostics = links.map((link) => link.diagnostics)
say('warm-up, not in what follows: completion', warmUp.completions)
say('warm-up, not in what follows: problems', [warmUp.diagnostics])
console.log(`${completions.length} completions, ${diagnostics.length} times problems`)
say('completion after each letter', completions)
say('problems after the last key', diagnostics)
console.log(`memory: ${memory()} MB`)
await connection.sendRequest('shutdown')
await connection.sendNotification('exit')
rmSync(root, { recursive: true })
