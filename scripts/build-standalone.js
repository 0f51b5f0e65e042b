// Compiles the program into one executable that needs no Node, with Bun's compiler:
// `npm run build:standalone [-- --target bun-linux-arm64 --outfile FILE]`; without a target, for this machine.
// The `bun` package keeps its compiler in a package for each platform; where its install script ran, it has moved it to itself.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { buildId } from './build-id.js'
import { buildWeb } from './build-web.js'
import { lazyPackages } from './lazy-packages.js'
import { packagesOf, thirdPartyNotices } from './third-party-notices.js'

const { values } = parseArgs({ options: { target: { type: 'string' }, outfile: { type: 'string' } } })
const outfile = values.outfile ?? join('dist-standalone', process.platform === 'win32' ? 'wend.exe' : 'wend')
const bundle = join('dist-standalone', 'wend.cjs')
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

mkdirSync(dirname(outfile), { recursive: true })
const { metafile } = await build({
  metafile: true,
  stdin: {
    contents: "import { start } from './src/main.ts'\nvoid start()\n",
    resolveDir: '.',
    loader: 'ts',
  },
  bundle: true,
  outfile: bundle,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  // As in scripts/build.js.
  alias: {
    'cli-highlight': './scripts/no-highlight.js',
    'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js',
  },
  supported: { 'dynamic-import': false },
  define: {
    WEND_VERSION: JSON.stringify(version),
    WEND_BUILD: JSON.stringify(buildId()),
    WEND_PAGES: JSON.stringify(pages('docs/problems')),
    WEND_ASSETS: JSON.stringify(await assets()),
    'import.meta.dirname': '__dirname',
  },
  plugins: [builtInChecksum(), lazyPackages()],
  logLevel: 'warning',
})

const compiler = findCompiler()
const bun = compiler.slice(0, compiler.indexOf('bin') - 1)
const packages = packagesOf([...Object.keys(metafile.inputs), `${bun}/`])
writeFileSync(join(dirname(outfile), 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages))

const target = values.target === undefined ? [] : [`--target=${values.target}`]
const { status } = spawnSync(
  compiler,
  ['build', bundle, '--compile', '--bytecode', '--format=cjs', `--outfile=${outfile}`, ...target],
  { stdio: 'inherit' },
)
rmSync(bundle, { force: true })
process.exitCode = status ?? 1

/** Has the checksum come from the runtime itself. */
function builtInChecksum() {
  const path = new URL('standalone-zlib.js', import.meta.url).pathname
  return {
    name: 'built-in-checksum',
    setup: (setup) =>
      setup.onResolve({ filter: /^node:zlib$/ }, ({ importer }) =>
        importer.endsWith('checksum.ts') ? { path } : undefined,
      ),
  }
}

/** The pages of a folder by path: beside the executable there are no files to read them from. */
function pages(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return Object.fromEntries(names.map((name) => [`${folder}/${name}`, readFileSync(join(folder, name), 'utf8')]))
}

/** What pages and decoders of pictures need, as `readAsset` looks for it: by name in dist/web, in base64. */
async function assets() {
  const web = new URL('../dist/web/', import.meta.url).pathname
  if (!existsSync(join(web, 'assets.json'))) await buildWeb(web)
  const names = readdirSync(web, { recursive: true }).filter((name) => statSync(join(web, name)).isFile())
  return Object.fromEntries(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(web, name)).toString('base64')]),
  )
}

function findCompiler() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const arch = process.arch === 'arm64' ? 'aarch64' : process.arch
  const name = process.platform === 'win32' ? 'bun.exe' : 'bun'
  const found = [`bun-${platform}-${arch}`, `bun-${platform}-${arch}-musl`]
    .map((folder) => join('node_modules', '@oven', folder, 'bin', name))
    .concat(join('node_modules', 'bun', 'bin', 'bun.exe'))
    // Before the install script has run, a text of few lines stands in for the moved one.
    .find((file) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000)
  if (found === undefined) throw new Error('the package bun has no compiler for this platform; run npm install')
  return found
}
