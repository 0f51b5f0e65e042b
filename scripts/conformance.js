// Runs the scenarios of the protocol's official conformance suite that ask for no tools of a test server against `wend mcp --http`:
// `npm run conformance`. The suite needs Node 22; both are installed from the registry into a temporary folder, which is kept for the
// next run. Without the registry this says so and is no failure.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const suite = '@modelcontextprotocol/conformance@0.1.16'
const node = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const scenarios = [
  'server-initialize',
  'ping',
  'tools-list',
  'resources-list',
  'prompts-list',
  'dns-rebinding-protection',
]

const folder = join(tmpdir(), 'wend-conformance')
const modules = join(folder, 'node_modules')
const program = join(modules, '@modelcontextprotocol', 'conformance', 'dist', 'index.js')
const node22 = join(modules, node, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

function isInstalled() {
  if (existsSync(program) && existsSync(node22)) return true
  mkdirSync(folder, { recursive: true })
  const install = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', suite, `${node}@22`]
  spawnSync('npm', install, { stdio: 'ignore', shell: process.platform === 'win32' })
  return existsSync(program) && existsSync(node22)
}

/** Starts the server and gives its address. */
function serve() {
  const server = spawn('node', ['bin/wend.js', '-C', 'notes', 'mcp', '--http', '0', '--no-token'])
  const address = new Promise((resolve, reject) => {
    server.stderr.on('data', (said) => {
      const found = /http:\S+/.exec(String(said))
      if (found) resolve(found[0])
    })
    server.once('exit', () => reject(new Error('the server did not start')))
  })
  return { server, address }
}

async function run() {
  if (!isInstalled()) {
    console.log(`skipped: ${suite} and ${node}@22 are not available from the registry`)
    return
  }
  const { server, address } = serve()
  const url = await address
  const failed = scenarios.filter((scenario) => {
    const { status } = spawnSync(node22, [program, 'server', '--url', url, '--scenario', scenario], { cwd: folder })
    console.log(`${status === 0 ? 'passed' : 'FAILED'} ${scenario}`)
    return status !== 0
  })
  server.kill('SIGINT')
  console.log(`${scenarios.length - failed.length} of ${scenarios.length} scenarios passed`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

await run()
