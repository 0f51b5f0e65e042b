// Splits the program into packs: files of modules that are read and compiled only by the commands that need them.
import { build, transform } from 'esbuild'
import { lazyEntries, lazyPackages } from './lazy-packages.js'

/** The packs, and the sources, or folders of sources, that start each: what they import statically goes with them, unless an earlier pack has it. */
const packs = {
  core: [
    'src/cli/run.ts',
    'src/commands/list/list.ts',
    'src/commands/links/links.ts',
    'src/commands/check/check.ts',
    'src/core/parse/sentences.ts',
    'src/io/cache/notes/read-cached-vault.ts',
    'src/io/cache/notes/kept-answer.ts',
    'src/io/files/read-text.ts',
    'src/io/vault/outer-rules.ts',
    'src/io/vault/vault-dialects.ts',
    'src/io/vault/vault-dates.ts',
  ],
  check: ['src/commands/check/find-problems.ts'],
  where: ['src/core/search/expression/parse-expression.ts'],
  search: [
    'src/commands/search/search.ts',
    'src/commands/search/search-source.ts',
    'src/io/cache/search/read-cached-search.ts',
  ],
  wrap: ['src/view/wrap-wide.ts', 'src/view/render/runs/wrap-runs.ts'],
  style: ['src/cli/terminal/terminal-style.ts', 'node_modules/supports-hyperlinks/index.js'],
  parse: ['src/core/parse/parse-note.ts'],
  show: ['src/commands/show/show.ts', 'src/io/cache/kept-pages.ts'],
  render: ['src/view/render/render-note.ts', 'src/view/render/load-engines.ts'],
  highlight: ['src/view/render/highlight-code.ts', 'node_modules/highlight.js/es/'],
  math: ['src/view/math/inline-math.ts', 'src/view/math/display-math.ts'],
  lsp: ['src/servers/lsp/serve-lsp.ts'],
  mcp: ['src/servers/mcp/serve-mcp.ts', 'src/servers/mcp/serve-http.ts'],
  web: [
    'src/commands/web/publish.ts',
    'src/commands/web/serve.ts',
    'src/servers/web/site-build.ts',
    'src/servers/web/serve-site.ts',
  ],
}

/** Modules larger than this that belong to no pack make one each; the small ones share the last. */
const large = 60_000

/** Bundles the program; resolves to the text of each pack by name, plain ASCII, and the files that they were made of. */
export async function splitProgram(options) {
  const { outputFiles, metafile } = await build({
    ...options,
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
    outdir: 'out',
    chunkNames: '[hash]',
    entryPoints: [{ in: 'src/cli/run.ts', out: 'run' }, ...lazyEntries],
    plugins: [lazyPackages({ split: true })],
  })
  const chunks = outputFiles.map(({ path, text }) => {
    const file = path.split(/[\\/]/).at(-1)
    return { file, text, ...metafile.outputs[`out/${file}`] }
  })
  const ids = idsOf(chunks)
  const texts = {}
  for (const { file, text } of chunks) {
    const { code } = await transform(
      text.replace(/"\.\/([\w-]+\.js)"/g, (whole, name) => quoted(ids.get(name)) ?? whole),
      {
        format: 'cjs',
        platform: 'node',
        target: options.target,
        minify: true,
        supported: { 'dynamic-import': false },
      },
    )
    const [pack, number] = ids.get(file).slice(1).split('/')
    ;(texts[pack] ??= []).push(`${number}:function(module,exports){${code}}`)
  }
  const packed = Object.fromEntries(
    Object.entries(texts).map(([pack, modules]) => [
      pack,
      ascii(`(function(require,__dirname,__filename){return{${modules.join(',\n')}}})`),
    ]),
  )
  return { texts: packed, inputs: Object.keys(metafile.inputs) }
}

const quoted = (id) => id && `"${id}"`

/** Where each output file goes: `#pack/number`; the program's entry is `#core/0`. */
function idsOf(chunks) {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]))
  const packOf = new Map()
  const put = (file, pack) => {
    if (packOf.has(file)) return
    packOf.set(file, pack)
    for (const { path, kind } of byFile.get(file).imports)
      if (kind === 'import-statement' && path.startsWith('out/')) put(path.slice(4), pack)
  }
  for (const [pack, entries] of Object.entries(packs))
    for (const entry of entries) {
      const isEntry = ({ entryPoint = '' }) =>
        entry.endsWith('/') ? entryPoint.startsWith(entry) : entryPoint === entry
      const found = chunks.filter(isEntry)
      if (found.length === 0) throw new Error(`scripts/split-program.js: nothing loads ${entry} on its own`)
      for (const { file } of found) put(file, pack)
    }
  for (const { file, bytes } of chunks)
    if (!packOf.has(file)) packOf.set(file, bytes > large ? file.replace('.js', '') : 'rest')
  const counts = {}
  return new Map([...packOf].map(([file, pack]) => [file, `#${pack}/${(counts[pack] = (counts[pack] ?? -1) + 1)}`]))
}

/** esbuild leaves other characters in regular expressions; as ASCII a file is read without being decoded. */
function ascii(text) {
  return text.replace(/[^\0-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
