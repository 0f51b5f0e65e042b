// Measures search: `npm run eval:search [SECOND_VAULT] [--misses]`. SECOND_VAULT is a checkout of Obsidian's English help.
// `npm run eval:search -- --other VAULT QUERIES.tsv` measures any other vault by a table of kind, query, right files.
import { rm } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const bundle = new URL('../test/eval/.report.mjs', import.meta.url)
await build({
  entryPoints: [new URL('../test/eval/report.ts', import.meta.url).pathname],
  outfile: bundle.pathname,
  bundle: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  target: 'node20',
  banner: {
    js: "import { createRequire as wendRequire } from 'node:module'; const require = wendRequire(import.meta.url);",
  },
  external: ['libsql'],
  logLevel: 'warning',
})
try {
  const { report } = await import(bundle)
  const args = process.argv.slice(2)
  const [other, queries] = args.includes('--other') ? args.slice(args.indexOf('--other') + 1) : []
  const second = other === undefined ? args.find((arg) => !arg.startsWith('-')) : undefined
  await report({
    shipped: new URL('../notes', import.meta.url).pathname,
    ...(second === undefined ? {} : { second }),
    ...(other === undefined || queries === undefined
      ? {}
      : { other: { vault: other, queries: pathToFileURL(queries).href } }),
    print: (line) => console.log(line),
    misses: args.includes('--misses'),
  })
} finally {
  await rm(bundle, { force: true })
}
