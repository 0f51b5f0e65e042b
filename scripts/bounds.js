// Measures what hostile input costs: each command on 20 kB of it within 2 s of CPU and 300 MB, and linear growth at 1x, 2x, 4x.
// Usage: npm run bounds [-- WORDS OF INPUTS…]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../bin/wend.js', import.meta.url))
const [mostSeconds, mostMegabytes, size] = [2, 300, 20_000]

const repeat = (text) => (bytes) => text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes)
const fenced = (language, inner) => (bytes) => `\`\`\`${language}\n${inner(bytes)}\n\`\`\`\n`
const nested = (open, close) => (bytes) => {
  const depth = Math.floor(bytes / (open.length + close.length))
  return open.repeat(depth) + close.repeat(depth)
}
const counted = (line) => (bytes) => {
  let text = ''
  for (let number = 0; text.length < bytes; number++) text += line(number)
  return text
}

/** Files of the vault by name, of so many bytes. */
const inputs = {
  quotes: { 'x.md': repeat('>') },
  'quotes and blanks': { 'x.md': repeat('> ') },
  'list markers': { 'x.md': repeat('- ') },
  'deep list': { 'x.md': (bytes) => counted((n) => `${' '.repeat(2 * (n % 100))}- a\n`)(bytes) },
  'deeper list': {
    'x.md': (bytes) => Array.from({ length: Math.sqrt(bytes) }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
  },
  'numbered list': { 'x.md': repeat('1. a\n') },
  emphasis: { 'x.md': repeat('*a **a ') },
  'triple emphasis': { 'x.md': repeat('***a*** ') },
  underscores: { 'x.md': repeat('_a__') },
  strikethrough: { 'x.md': repeat('~~a~') },
  highlights: { 'x.md': repeat('==a=') },
  comments: { 'x.md': repeat('<!-- a ') },
  'percent comments': { 'x.md': repeat('%% a ') },
  tags: { 'x.md': repeat('<a b="') },
  'closed tags': { 'x.md': nested('<b>', '</b>') },
  declarations: { 'x.md': repeat('<?a <!A <![CDATA[') },
  'broken images': { 'x.md': repeat('![[]()') },
  brackets: { 'x.md': repeat('[') },
  'pairs of brackets': { 'x.md': nested('[', ']') },
  'brackets and parentheses': { 'x.md': repeat('[a](') },
  'nested links': { 'x.md': nested('[a', '](b)') },
  'wiki brackets': { 'x.md': repeat('[[a') },
  'wiki links': { 'x.md': repeat('[[a]] ') },
  'different wiki links': { 'x.md': counted((n) => `[[a${n}]] `) },
  'markdown links': { 'x.md': repeat('[a](b.md) ') },
  'reference links': { 'x.md': counted((n) => `[a${n}] `) },
  references: { 'x.md': counted((n) => `[a${n}]: b\n`) },
  footnotes: { 'x.md': counted((n) => `a[^${n}]\n\n[^${n}]: b [^${n + 1}]\n\n`) },
  embeds: { 'x.md': repeat('![[x]]\n\n') },
  mails: { 'x.md': repeat('a.a.a@b') },
  addresses: { 'x.md': repeat('http://a.b/(((') },
  'one word': { 'x.md': repeat('a') },
  'long line': { 'x.md': repeat('word ') },
  backticks: { 'x.md': counted((n) => `${'`'.repeat((n % 200) + 1)}a`) },
  fences: { 'x.md': repeat('```\n~~~\n') },
  backslashes: { 'x.md': repeat('\\') },
  entities: { 'x.md': repeat('&amp;&#1;&a') },
  headings: { 'x.md': repeat('# a\n') },
  'different headings': { 'x.md': counted((n) => `## a${n}\n\n`) },
  underlines: { 'x.md': repeat('a\n=\n') },
  'a wide table': {
    'x.md': (bytes) => [repeat('|a'), repeat('|-'), repeat('|b')].map((one) => one(bytes / 3)).join('\n'),
  },
  'a long table': { 'x.md': (bytes) => `|a|b|\n|-|-|\n${repeat('|a|b|\n')(bytes)}` },
  'table of pipes': { 'x.md': (bytes) => `|a|\n|-|\n${repeat('|')(bytes)}` },
  tasks: { 'x.md': repeat('- [ ] a #t 📅 2026-01-01\n') },
  hashtags: { 'x.md': repeat('#a/') },
  'different hashtags': { 'x.md': counted((n) => `#a${n} `) },
  'block names': { 'x.md': counted((n) => `a ^b${n}\n\n`) },
  'combining marks': { 'x.md': repeat('a\u0301\u0301\u0301\u0301') },
  'wide letters': { 'x.md': repeat('漢字 ') },
  'joined emoji': { 'x.md': repeat('👨‍👩‍👧‍👦\u200d') },
  'right to left': { 'x.md': repeat('\u202eא\u202c') },
  dollars: { 'x.md': repeat('$a') },
  'nested formula': { 'x.md': (bytes) => `$$${nested('{', '}')(bytes)}$$` },
  fractions: { 'x.md': (bytes) => `$$${nested('\\frac{a}{', '}')(bytes)}$$` },
  'scripts of scripts': { 'x.md': (bytes) => `$$a${nested('^{a', '}')(bytes)}$$` },
  'left and right': { 'x.md': (bytes) => `$$${nested('\\left(', '\\right)')(bytes)}$$` },
  'many formulas': { 'x.md': repeat('$a^2$ ') },
  macros: { 'x.md': repeat('$\\def\\a{\\a\\a}\\a$ ') },
  flowchart: {
    'x.md': fenced('mermaid', (bytes) => `flowchart TD\n${counted((n) => `a${n}-->a${(n * 7) % 97}\n`)(bytes)}`),
  },
  subgraphs: { 'x.md': fenced('mermaid', (bytes) => `flowchart TD\n${repeat('subgraph a\n')(bytes)}`) },
  sequence: {
    'x.md': fenced('mermaid', (bytes) => `sequenceDiagram\n${counted((n) => `a${n}->>a${n + 1}: b\n`)(bytes)}`),
  },
  code: { 'x.md': fenced('js', repeat('/*`${(')) },
  'code of brackets': { 'x.md': fenced('html', repeat('<a ')) },
  'front matter of brackets': { 'x.md': (bytes) => `---\na: ${repeat('[')(bytes)}\n---\n` },
  'front matter of keys': { 'x.md': (bytes) => `---\n${counted((n) => `k${n}: v\n`)(bytes)}---\n` },
  'front matter of aliases': {
    'x.md': (bytes) =>
      `---\na: &a [x,x]\n${counted((n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`},*a]\n`)(bytes)}---\n`,
  },
  'front matter, deep': {
    'x.md': (bytes) =>
      `---\n${Array.from({ length: Math.sqrt(bytes) }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}\n---\n`,
  },
  'unclosed front matter': { 'x.md': (bytes) => `---\n${repeat('a: b\n')(bytes)}` },
  dashes: { 'x.md': repeat('---\n') },
  canvas: {
    'x.md': () => '# X\n',
    'x.canvas': (bytes) =>
      `{"nodes":[${counted((n) => `${n ? ',' : ''}{"id":"${n}","type":"text","text":"[[a]]"}`)(bytes)}]}`,
  },
  'canvas of brackets': { 'x.md': () => '# X\n', 'x.canvas': repeat('[') },
  base: { 'x.md': () => '![[x.base]]\n', 'x.base': (bytes) => `filters: ${JSON.stringify(nested('(', ')')(bytes))}\n` },
  'base of sums': {
    'x.md': () => '![[x.base]]\n',
    'x.base': (bytes) => `filters: ${JSON.stringify(`1${repeat('+1')(bytes)}`)}\n`,
  },
  'ignore patterns': { 'x.md': () => '# X\n', '.gitignore': repeat('**/a/'), [`${'a/'.repeat(80)}y.md`]: () => 'y' },
  'many ignore patterns': { 'x.md': () => '# X\n', '.gitignore': repeat('**/a*b*c*\n') },
  'index template': { 'x.md': () => '# X\n', '.wend/index.md': repeat('{{#topics}}{{') },
  configuration: {
    'x.md': () => '# X\n',
    '.wend/config.yml': (bytes) => `ignore: [${counted((n) => `"a${n}*",`)(bytes)}]\n`,
  },
}

const everyCommand = [
  ['show', 'x'],
  ['check'],
  ['export', 'x'],
  ['list', '--json'],
  ['search', 'word'],
  ['search', '--exact', '/(a+)+$/'],
  ['links', 'x'],
  ['stats'],
  ['index'],
  ['tasks'],
  ['mentions', 'x'],
  ['related', 'x'],
  ['context', 'x'],
  ['graph'],
  ['tags'],
  ['list', '--base', 'x.base'],
  ['mv', 'x', 'z', '--dry-run'],
  ['check', '--fix', '--dry-run'],
  ['publish', 'SITE', '--dry-run'],
]
const growing = [['show', 'x'], ['check'], ['export', 'x']]

const meter = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))`

/** Seconds of CPU and megabytes of one run. */
function measure(cwd, args) {
  const run = spawnSync(process.execPath, ['--import', meter, program, ...args, '--no-cache'], {
    cwd,
    env: { ...process.env, HOME: cwd, XDG_STATE_HOME: join(cwd, '../state'), COLUMNS: '80' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
  })
  if (run.status === null || !run.output[3]) return { seconds: Infinity, megabytes: Infinity, stderr: run.stderr }
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(run.output[3])
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024, stderr: run.stderr }
}

function makeVault(base, files, bytes) {
  const cwd = join(base, 'vault')
  rmSync(cwd, { recursive: true, force: true })
  for (const [name, content] of Object.entries({ '.wend/config.yml': () => '', 'a.md': () => '# A\n', ...files })) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), content(bytes))
  }
  return cwd
}

const base = mkdtempSync(join(tmpdir(), 'wend-bounds-'))
const asked = process.argv.slice(2)
const names = Object.keys(inputs).filter((name) => asked.length === 0 || asked.some((word) => name.includes(word)))
const wrong = []
let worst = { seconds: 0, megabytes: 0 }
let runs = 0
const wantsEvery = asked.length > 0 || process.env.WEND_BOUNDS === 'all'
for (const name of names) {
  const cwd = makeVault(base, inputs[name], size)
  const few = growing.concat(
    name.startsWith('base') ? [['list', '--base', 'x.base']] : [],
    name.startsWith('index') ? [['index']] : [],
  )
  const first = new Map()
  for (const args of wantsEvery ? everyCommand : few) {
    const { seconds, megabytes, stderr } = measure(cwd, args)
    runs++
    first.set(args.join(' '), seconds)
    if (seconds > worst.seconds) worst = { ...worst, seconds, slowest: `${name}, ${args.join(' ')}` }
    if (megabytes > worst.megabytes) worst = { ...worst, megabytes, largest: `${name}, ${args.join(' ')}` }
    if (seconds > mostSeconds || megabytes > mostMegabytes || /bug in wend|RangeError/.test(stderr))
      wrong.push(
        `${name}, ${args.join(' ')}: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB ${stderr.slice(0, 200)}`,
      )
  }
  const large = makeVault(base, inputs[name], 4 * size)
  for (const args of growing) {
    const { seconds } = measure(large, args)
    runs++
    const at1 = first.get(args.join(' ')) ?? 0
    // Starting takes a part of each; what grows with the square of the input is 16 times as long.
    if (seconds > 0.6 + 4.5 * at1 - 0.2 * 3 && seconds - at1 > 0.5) {
      const middle = measure(makeVault(base, inputs[name], 2 * size), args).seconds
      if (seconds - middle > 3 * (middle - at1))
        wrong.push(`${name}, ${args.join(' ')} grows: ${at1.toFixed(2)}, ${middle.toFixed(2)}, ${seconds.toFixed(2)} s`)
      makeVault(base, inputs[name], 4 * size)
    }
  }
}
rmSync(base, { recursive: true, force: true })
console.log(
  `${names.length} inputs, ${runs} runs: slowest ${worst.seconds.toFixed(2)} s of CPU (${worst.slowest}), largest ${worst.megabytes.toFixed(0)} MB (${worst.largest}), ${wrong.length} beyond the bounds`,
)
for (const line of wrong) console.log(`  ${line}`)
if (wrong.length > 0) process.exitCode = 1
