// Asks a server for a long time while its notes are edited, and looks whether its memory stays level and no handle is left open.
// Usage: npm run soak [-- STEPS [lsp|mcp|mcp-http|serve…]]
/* global AbortController, fetch */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'

const program = fileURLToPath(new URL('../bin/wend.js', import.meta.url))

/** In the server: what it holds after everything that can go has gone, each time a line comes on a pipe of its own. */
const meter = `data:text/javascript,${encodeURIComponent(`import{Socket}from'node:net';
const pipe=new Socket({fd:3});pipe.unref();pipe.on('data',()=>{gc();setTimeout(()=>{gc();const m=process.memoryUsage();
const kinds={};for(const k of process.getActiveResourcesInfo())kinds[k]=(kinds[k]??0)+1;
pipe.write(JSON.stringify({megabytes:(m.heapUsed+m.external)/1048576,kinds})+'\\n')},50)})`)}`

function start(root, args) {
  const child = spawn(process.execPath, ['--expose-gc', '--import', meter, program, '-C', root, ...args], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, HOME: root, XDG_STATE_HOME: `${root}-state`, XDG_CACHE_HOME: `${root}-cache` },
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr = (stderr + chunk).slice(-4000)))
  child.on('exit', (code) => code !== 130 && code && process.stderr.write(`the server ended with ${code}: ${stderr}\n`))
  const answers = createInterface({ input: child.stdio[3] })[Symbol.asyncIterator]()
  const look = async () => {
    child.stdio[3].write('?')
    const { value } = await answers.next()
    return { ...JSON.parse(value), files: readdirSync(`/proc/${child.pid}/fd`).length }
  }
  return { child, look, stderr: () => stderr }
}

const noteText = (step) =>
  `---\ntags: [t${step % 7}]\n---\n# Note ${step}\n\nWords of ${step}: [[n${(step * 7) % 40}]] and [[n${step % 40}#Part]].\n\n## Part\n\nText.\n`

/** An edit on the disk, as another program makes it. */
function edit(root, step) {
  const file = join(root, `n${step % 40}.md`)
  if (step % 10 === 9) {
    writeFileSync(`${file}.part`, noteText(step))
    renameSync(`${file}.part`, file)
  } else writeFileSync(file, noteText(step))
  if (step % 25 === 0) writeFileSync(join(root, 'more.md'), noteText(step))
  if (step % 25 === 12) rmSync(join(root, 'more.md'), { force: true })
}

async function lsp(root) {
  const server = start(root, ['lsp', '--stdio'])
  const connection = createMessageConnection(
    new StreamMessageReader(server.child.stdout),
    new StreamMessageWriter(server.child.stdin),
  )
  connection.listen()
  const uri = (name) => pathToFileURL(join(root, name)).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {},
  })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: uri('n1.md'), languageId: 'markdown', version: 1, text: noteText(1) },
  })
  const methods = [
    'hover',
    'definition',
    'completion',
    'references',
    'documentSymbol',
    'documentLink',
    'codeAction',
    'rename',
  ]
  const step = async (number) => {
    if (number % 4 === 0) edit(root, number)
    const textDocument = { uri: uri('n1.md') }
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version: number + 2 },
      contentChanges: [{ text: noteText(number) }],
    })
    const position = { line: 5, character: 15 }
    const more = {
      context: { includeDeclaration: true, diagnostics: [] },
      range: { start: position, end: position },
      newName: 'other',
    }
    await connection
      .sendRequest(`textDocument/${methods[number % methods.length]}`, { textDocument, position, ...more })
      .catch((error) => {
        if (error.code !== -32600 && error.code !== -32803 && error.code !== -32801) throw error
      })
  }
  return { ...server, step }
}

/** What agents ask, in turn. */
const calls = [
  ['search', { query: 'words of' }],
  ['read', { note: 'n1' }],
  ['list', {}],
  ['related', { note: 'n2' }],
  ['check', {}],
  ['stats', {}],
  ['context', { notes: ['n1'] }],
]

async function mcp(root) {
  const server = start(root, ['mcp'])
  const waiting = new Map()
  createInterface({ input: server.child.stdout }).on('line', (line) => {
    const message = JSON.parse(line)
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  let last = 0
  const ask = (method, params) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve)
      server.child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: last, method, params })}\n`)
    })
  await ask('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'soak', version: '1' },
  })
  server.child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`)
  const step = async (number) => {
    if (number % 2 === 0) edit(root, number)
    const [name, args] = calls[number % calls.length]
    const answer = await ask('tools/call', { name, arguments: args })
    if (answer.error !== undefined) throw new Error(JSON.stringify(answer.error))
  }
  return { ...server, step }
}

async function mcpHttp(root) {
  const server = start(root, ['mcp', '--http', '0', '--no-token'])
  const url = await addressOf(server.child)
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  const step = async (number) => {
    if (number % 2 === 0) edit(root, number)
    const [name, args] = calls[number % calls.length]
    const body = JSON.stringify({ jsonrpc: '2.0', id: number, method: 'tools/call', params: { name, arguments: args } })
    const controller = new AbortController()
    const answer = await fetch(url, { method: 'POST', headers, body, signal: controller.signal })
    // Some clients leave before they have heard everything.
    if (number % 13 === 0) return controller.abort()
    const text = await answer.text()
    if (!text.includes('"result"')) throw new Error(text.slice(0, 300))
  }
  return { ...server, step }
}

/** The address that a server prints once it takes requests. */
async function addressOf(child) {
  let url
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      if (url === undefined) url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec((printed += String(chunk)))?.[0]
    })
  for (let tries = 0; url === undefined && tries < 200; tries++) await wait(50)
  return url
}

async function serve(root) {
  const server = start(root, ['serve', '--port', '0'])
  const url = await addressOf(server.child)
  const places = ['', 'n1.html', 'n2.html', 'wend/search.js', 'index.json', 'none.html', 'n3.md']
  const step = async (number) => {
    if (number % 4 === 0) edit(root, number)
    const controller = new AbortController()
    const answer = await fetch(url + places[number % places.length], { signal: controller.signal })
    // Some readers leave before they have heard everything.
    if (number % 13 === 0) controller.abort()
    else await answer.arrayBuffer()
  }
  return { ...server, step }
}

/** Runs a server through so many steps; gives what it held after a quarter of them and at the end. */
export async function soak(start, steps) {
  const root = mkdtempSync(join(tmpdir(), 'wend-soak-'))
  mkdirSync(join(root, '.wend'))
  for (let number = 0; number < 40; number++) writeFileSync(join(root, `n${number}.md`), noteText(number))
  const { child, look, step, stderr } = await start(root)
  const looks = []
  let problem
  try {
    for (let number = 1; number <= steps; number++) {
      await step(number)
      if (number % Math.ceil(steps / 8) === 0 || number === steps) {
        await wait(1000)
        looks.push(await look())
      }
    }
  } catch (error) {
    problem = `${error} ${stderr()}`
  }
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.kill()) await ended
  for (const folder of [root, `${root}-state`, `${root}-cache`])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  return { looks, problem }
}

const servers = { lsp, mcp, 'mcp-http': mcpHttp, serve }
const [steps = '20000', ...names] = process.argv.slice(2)
for (const [name, begin] of Object.entries(servers)) {
  if (names.length > 0 && !names.includes(name)) continue
  const { looks, problem } = await soak(begin, Number(steps))
  // The first quarter warms up: code is compiled, caches fill up to their bounds.
  const early = looks[Math.floor(looks.length / 4)]
  const late = looks.at(-1)
  const level = problem === undefined && late.megabytes <= early.megabytes * 1.1
  const closed = problem === undefined && late.files <= early.files + 2
  console.log(
    `${name}: ${steps} steps, ${looks.map(({ megabytes }) => megabytes.toFixed(1)).join(' ')} MB, open files ${early?.files} to ${late?.files}${level && closed ? '' : '  WRONG'}${problem ?? ''}`,
  )
  if (!level || !closed) {
    console.log(JSON.stringify(late?.kinds))
    process.exitCode = 1
  }
}
