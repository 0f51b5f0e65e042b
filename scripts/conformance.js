// Runs the server scenarios of the protocol's official conformance suite: `npm run conformance`. Those that need nothing of a test server
// go against `wend mcp --http`, those that call tools, resources and prompts of one against `test/conformance/fixture-server.ts`, which
// stands on the same transport. The suite needs Node 22; both are installed from the registry into a temporary folder, which is kept
// for the next run. Without the registry this says so and is no failure.
import { build } from 'esbuild'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const suite = '@modelcontextprotocol/conformance@0.1.16'
const node = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

const ofWend = ['server-initialize', 'ping', 'tools-list', 'resources-list', 'prompts-list', 'dns-rebinding-protection']
const ofFixtures = [
  'logging-set-level',
  'completion-complete',
  'tools-call-simple-text',
  'tools-call-image',
  'tools-call-audio',
  'tools-call-embedded-resource',
  'tools-call-mixed-content',
  'tools-call-with-logging',
  'tools-call-error',
  'tools-call-with-progress',
  'json-schema-2020-12',
  'resources-read-text',
  'resources-read-binary',
  'resources-templates-read',
  'resources-subscribe',
  'resources-unsubscribe',
  'prompts-get-simple',
  'prompts-get-with-args',
  'prompts-get-embedded-resource',
  'prompts-get-with-image',
]
// They ask the client back while a tool runs, or for a stream that outlives a request.
const left = [
  'tools-call-sampling',
  'tools-call-elicitation',
  'elicitation-sep1034-defaults',
  'elicitation-sep1330-enums',
  'server-sse-polling',
  'server-sse-multiple-streams',
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

/** Builds the server of the fixtures beside the packages that it loads, and gives its file. */
async function buildFixtures() {
  const outfile = join('node_modules', `.wend-fixture-server-${process.pid}.mjs`)
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' }
  await build({ entryPoints: ['test/conformance/fixture-server.ts'], outfile, ...options })
  return outfile
}

/** Starts a server, runs scenarios against it, and gives those that failed. */
async function failedOf(args, scenarios) {
  const server = spawn('node', args)
  const url = await new Promise((resolve, reject) => {
    server.stderr.on('data', (said) => {
      const found = /http:\S+/.exec(String(said))
      if (found) resolve(found[0])
    })
    server.once('exit', () => reject(new Error('the server did not start')))
  })
  const failed = scenarios.filter((scenario) => {
    const ran = [program, 'server', '--url', url, '--scenario', scenario]
    const { status } = spawnSync(node22, ran, { cwd: folder, timeout: 120_000 })
    console.log(`${status === 0 ? 'passed' : 'FAILED'} ${scenario}`)
    return status !== 0
  })
  server.kill('SIGINT')
  return failed
}

async function run() {
  if (!isInstalled()) {
    console.log(`skipped: ${suite} and ${node}@22 are not available from the registry`)
    return
  }
  const fixtures = await buildFixtures()
  try {
    const failed = [
      ...(await failedOf(['bin/wend.js', '-C', 'notes', 'mcp', '--http', '0', '--no-token'], ofWend)),
      ...(await failedOf([fixtures], ofFixtures)),
    ]
    const all = ofWend.length + ofFixtures.length
    console.log(`${all - failed.length} of ${all} scenarios passed; left out: ${left.join(', ')}`)
    process.exitCode = failed.length === 0 ? 0 : 1
  } finally {
    rmSync(fixtures)
  }
}

await run()
