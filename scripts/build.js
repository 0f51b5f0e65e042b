// Bundles the program into dist/: main.cjs starts it, the packs beside it are the rest, as scripts that V8 can be handed
// compiled (src/cli/load-program.ts). Run by `npm run build` and by `prepare`.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { buildId } from './build-id.js'
import { buildWeb } from './build-web.js'
import { splitProgram } from './split-program.js'
import { packagesOf, thirdPartyNotices } from './third-party-notices.js'

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
const define = { WEND_VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname' }
const shared = {
  absWorkingDir: new URL('..', import.meta.url).pathname,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  // marked-terminal highlights with cli-highlight, which loads every language; the renderer highlights by itself.
  alias: {
    'cli-highlight': './scripts/no-highlight.js',
    'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js',
  },
  logLevel: 'warning',
}

const web = new URL('../dist/web/', import.meta.url).pathname
const { texts, inputs } = await splitProgram({
  ...shared,
  define: { ...define, WEND_BUILD: JSON.stringify(buildId()) },
})
const dist = new URL('../dist/', import.meta.url)
await rm(dist, { recursive: true, force: true })
await mkdir(dist)
await buildWeb(web)
const hash = createHash('sha256')
await writeFile(new URL('THIRD-PARTY-NOTICES.txt', dist), thirdPartyNotices(packagesOf(inputs)))
for (const [name, text] of Object.entries(texts)) {
  hash.update(text)
  await writeFile(new URL(`${name}.pack.js`, dist), text)
}
await build({
  ...shared,
  // CommonJS starts 8 ms sooner than a module.
  format: 'cjs',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
  entryPoints: { main: 'src/main.ts', 'finish-publication': 'src/finish-publication.ts' },
  define: { ...define, WEND_PROGRAM_HASH: JSON.stringify(hash.digest('hex').slice(0, 16)) },
  plugins: [
    {
      name: 'program-in-packs',
      setup: (setup) =>
        setup.onResolve({ filter: /^\.\/cli\/run\.ts$/ }, () => ({
          path: new URL('../src/cli/load-program.ts', import.meta.url).pathname,
        })),
    },
  ],
})
