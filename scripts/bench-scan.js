// Time of the markdown scanner per character, for plain prose and for input made to hurt, and how it grows with four times the length.
// Usage: node scripts/bench-scan.js [name …]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const SHORT = 100_000
const LONG = 400_000
const ROUNDS = 7

const folder = await mkdtemp(join(tmpdir(), 'wend-bench-'))
const outfile = join(folder, 'scan.mjs')
const entry = new URL('../src/core/parse/scan-markdown.ts', import.meta.url).pathname
await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', outfile })
const { scanMarkdown } = await import(pathToFileURL(outfile).href)
await rm(folder, { recursive: true })

const prose =
  'The quick brown fox jumps over the lazy dog, and then it rests under a tree near the river.\n' +
  'It dreams of other foxes; they run through wide fields and never look back at the hills behind.\n\n'
const repeated = (piece) => (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const after = (start, piece) => (length) => start + repeated(piece)(length - start.length)
const growing = (length) => {
  let text = ''
  for (let run = 1; text.length < length; run++) text += `${'`'.repeat(run)} a `
  return text.slice(0, length)
}

/** What is made for each length. The first is what the others are compared with. */
const inputs = {
  prose: repeated(prose),
  'notes with links': repeated(
    `# Heading\n\n${prose}See [[another note]] and [a text](path/to.md).\n\n- one \`code\`\n- two *words*\n\n`,
  ),
  'one line of words': repeated('plain words in one line '),
  'nested quotes': (length) => `${'>'.repeat(length - 1)}a`,
  'quotes, 10,000 deep': repeated(`${'>'.repeat(10_000)}a\n`),
  'quotes with spaces': repeated(`${'> '.repeat(50)}a\n`),
  'lazy lines in quotes': after(`${'> '.repeat(1000)}a\n`, 'b b b b b b b b b b\n'),
  '***': repeated('***'),
  '*a **a ': repeated('*a **a '),
  '***a***': repeated('***a***'),
  '<!--': repeated('<!--'),
  '<!-- a ': repeated('<!-- a '),
  '- - - -': repeated('- '),
  '- - - a': repeated(`${'- '.repeat(1000)}a\n`),
  'deep list, blank lines': (length) => `${'- '.repeat(length / 4)}a${'\n'.repeat(length / 2)}`,
  'deep list, indented': after(`${'- '.repeat(5000)}a\n`, `${' '.repeat(9000)}b\n`),
  '1) 1) 1)': repeated('1) '),
  '![[]()': repeated('![[]()'),
  '[[[[': repeated('['),
  ']]]]': repeated(']'),
  '[[[…]]]': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
  '[[a ': repeated('[[a '),
  '[a](b': repeated('[a](b'),
  '[a](<b': repeated('[a](<b'),
  '[a](b "': repeated('[a](b "'),
  '[a](((': repeated('[a](('),
  '[a](b c ': repeated('[a](b c '),
  '[a](…)': (length) => '[a]('.repeat(length / 5) + ')'.repeat(length / 5),
  '[a [b](c) ': repeated('[a [b](c) '),
  '[a][b': after('[b]: x\n\n', '[a][b'),
  '[a]: b "': repeated('[a]: b "\n'),
  '[^a': repeated('[^a'),
  backticks: repeated('`'),
  'backticks of growing length': growing,
  '`a``b': repeated('`a``b'),
  $: repeated('$'),
  '$a ': repeated('$a '),
  $a: repeated('$a'),
  '$$ lines': repeated('$$\n\n'),
  '%%': repeated('%'),
  '%% a ': repeated('%% a '),
  '%% lines': repeated('%%\n'),
  'lines with %% ': repeated('a %% b\n'),
  'lines with <!-- %% ': repeated('a <!-- %% b %%\n'),
  'lines with ` %% ': repeated('a ` %% b\n'),
  '<': repeated('<'),
  '<a ': repeated('<a '),
  '<a b="': repeated('<a b="'),
  '<http://': repeated('<http://'),
  'a.a.a@b': repeated('a.a.a@b'),
  '<a.a.a@b': repeated('<a.a.a@b'),
  '<?': repeated('<?'),
  '<![CDATA[': repeated('<![CDATA['),
  '#': repeated('#'),
  '\\': repeated('\\'),
  '&amp;': repeated('&amp;'),
  '^a lines': repeated('^a\n'),
  '| | |': repeated('|'),
  'a|b tables': repeated('a|b\n-|-\n'),
  'blank lines': repeated('\n'),
  'carriage returns': repeated('\r'),
  spaces: repeated(' '),
  tabs: repeated('\t'),
  '<div> lines': repeated('<div>\n'),
  ideographs: repeated('中'),
}

/** User time of this process: other programs on the machine count less than by the clock. */
function time(text) {
  const before = process.cpuUsage()
  const repeats = Math.max(1, Math.round(LONG / text.length))
  for (let i = 0; i < repeats; i++) scanMarkdown(text, 0)
  const { user, system } = process.cpuUsage(before)
  return ((user + system) * 1000) / (text.length * repeats)
}

function best(text) {
  let least = Infinity
  for (let round = 0; round < ROUNDS; round++) least = Math.min(least, time(text))
  return least
}

for (let round = 0; round < 3; round++) for (const make of Object.values(inputs)) scanMarkdown(make(20_000), 0)
const wanted = process.argv.slice(2)
const rows = Object.entries(inputs).filter(([name]) => wanted.length === 0 || name === 'prose' || wanted.includes(name))
process.stdout.write(`${'input'.padEnd(30)} ns/char   x prose   growth\n`)
let base = Infinity
for (const [name, make] of rows) {
  base = Math.min(base, best(inputs.prose(LONG)))
  const long = best(make(LONG))
  const growth = long / best(make(SHORT))
  const cells = [long.toFixed(1).padStart(7), (long / base).toFixed(1).padStart(9), growth.toFixed(1).padStart(8)]
  process.stdout.write(`${name.padEnd(30)}${cells.join('')}\n`)
}
