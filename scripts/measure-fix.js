// What `wend check --fix` and `--fix-typos` make of links that were spoiled on purpose and of links to notes that are not written yet.
// Usage: npm run measure:fix -- [--vaults 5] [--links 200] [--seed 1] [FOLDER...]
// Each vault, or a copy of each FOLDER, gets so many of both; the table says where they lead afterwards.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { noteNames, randomNumbers } from './generated-vault.js'
import { loadProgram, wend } from './round-trip.js'

const stemOf = (path) => path.replace(/^.*\/|\.md$/g, '')

/** Ways in which a name is misspelled. Those of `--fix`: the name is the same but for them. */
const typos = {
  case: (name) => (name.toLowerCase() === name ? name.toUpperCase() : name.toLowerCase()),
  'blanks and hyphens': (name) => (name.includes(' ') ? name.replaceAll(' ', '-') : name.replaceAll('-', ' ')),
  encoding: (name) => encodeURIComponent(name),
  'Unicode form': (name) => name.normalize('NFD'),
  extension: (name) => `${name}.markdown`,
  punctuation: (name) => name.replaceAll(/[(),]/g, ''),
  'a letter too few': (name, random) => without(name, letterAt(name, random)),
  'two letters swapped': (name, random) => swapped(name, letterAt(name, random)),
}

function letterAt(name, random) {
  const places = [...name].flatMap((letter, at) =>
    at > 0 && /[a-z]/.test(letter) && /[a-z]/.test(name[at + 1] ?? '') ? [at] : [],
  )
  return places[Math.floor(random() * places.length)] ?? 1
}

const without = (name, at) => name.slice(0, at) + name.slice(at + 1)
const swapped = (name, at) => name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2)

/** Names of notes to come, each close to one that is there: the next day, number or version, another word, a plural, a name with marks. */
const near = [
  (name) => `${name} 2`,
  (name) => name.replace(/\d+(?!.*\d)/, (number) => String(Number(number) + 1).padStart(number.length, '0')),
  (name) => `${name}s`,
  (name) => `${name}++`,
  (name) => `un${name}`,
  (name) => name.replace(/^\S+/, (word) => `${word.slice(0, -1)}x`),
  (name) => `old/${name} of today`,
]

/** Names with numbers, days and marks, between which one sign is all the difference. */
const closeNames = [
  '2026-01-03',
  'Q3 report',
  'gpt-3',
  'Chapter 12',
  'v1.2',
  'C',
  'meeting 7',
  'Hypertension',
  '肩部 训练',
  'notes 1',
]

/** A folder for a vault to be made in. */
const newFolder = () => join(realpathSync(mkdtempSync(join(tmpdir(), 'wend-measure-'))), 'vault')

function vaultWith(seed, links) {
  const random = randomNumbers(seed)
  const folder = newFolder()
  const named = noteNames(80, random)
  const paths = [...named, ...closeNames.map((name) => `${name}.md`)]
  for (const path of paths) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), `# ${stemOf(path)}\n\nWords.\n`)
  }
  return plantIn(folder, { paths, named, random, links })
}

/** A copy of a vault of others; links are made from those of its names that one note alone has. */
function copyWith(from, seed, links) {
  const folder = newFolder()
  cpSync(from, folder, { recursive: true, filter: (path) => !/\/\.(?:git|wend)$/.test(path) })
  const paths = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.md') && !/(?:^|\/)\./.test(path))
    .sort()
  const nameOf = (path) => stemOf(path).normalize('NFC').toLowerCase()
  const names = paths.map(nameOf)
  const named = paths.filter((path) => names.indexOf(nameOf(path)) === names.lastIndexOf(nameOf(path)))
  return plantIn(folder, { paths, named, random: randomNumbers(seed), links })
}

/** Writes notes with a link each: typos of `named`, and names close to those of `paths` that no note has. */
function plantIn(folder, { paths, named, random, links }) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const known = new Set(paths.map((path) => stemOf(path).normalize('NFC').toLowerCase()))
  const planted = []
  while (planted.filter(({ meant }) => meant !== undefined).length < links) {
    const meant = pick(named)
    const [kind, spoil] = pick(Object.entries(typos))
    const written = spoil(stemOf(meant), random)
    if (written === stemOf(meant) || planted.some((one) => one.written === written)) continue
    planted.push({ kind, meant, written })
  }
  while (planted.filter(({ meant }) => meant === undefined).length < links) {
    const written = pick(near)(stemOf(pick(paths)))
    if (known.has(written.normalize('NFC').toLowerCase())) continue
    planted.push({ kind: 'not written yet', written })
  }
  mkdirSync(join(folder, '.wend'), { recursive: true })
  planted.forEach(({ written }, at) => writeFileSync(join(folder, `link ${at}.md`), `# Link ${at}\n\n[[${written}]]\n`))
  return { folder, planted }
}

/** Where each planted link leads, by its note. */
async function leadsTo(run, vault) {
  const { stdout } = await wend(run, vault, ['graph', '--json'])
  return new Map(JSON.parse(stdout).edges.map(({ from, to }) => [from, to]))
}

/** What became of the planted links by a command: led there before (held), right, left as they were, wrong, redirected though not written yet. */
async function outcomes(run, { folder, planted }, args) {
  const copy = join(realpathSync(mkdtempSync(join(tmpdir(), 'wend-measure-'))), 'vault')
  cpSync(folder, copy, { recursive: true })
  const before = await leadsTo(run, copy)
  await wend(run, copy, ['check', ...args], [0, 1])
  const after = await leadsTo(run, copy)
  rmSync(dirname(copy), { recursive: true })
  const counts = {}
  for (const [at, { kind, meant }] of planted.entries()) {
    const note = `link ${at}.md`
    counts[kind] ??= { ...none }
    counts[kind][outcomeOf(before.get(note), after.get(note), meant)]++
  }
  return counts
}

const none = { held: 0, right: 0, left: 0, wrong: 0, redirected: 0 }

function outcomeOf(before, after, meant) {
  if (before !== undefined) return before === after ? 'held' : 'wrong'
  if (after === undefined) return 'left'
  if (after === meant) return 'right'
  return meant === undefined ? 'redirected' : 'wrong'
}

function sum(all) {
  const total = {}
  for (const counts of all)
    for (const [kind, outcome] of Object.entries(counts))
      for (const [word, count] of Object.entries(outcome)) (total[kind] ??= { ...none })[word] += count
  return total
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(`--${name}`)
    return at < 0 ? otherwise : Number(process.argv.splice(at, 2)[1])
  }
  const run = await loadProgram()
  const [seed, links] = [option('seed', 1), option('links', 200)]
  const count = option('vaults', 5)
  const folders = process.argv.slice(2)
  const vaults =
    folders.length > 0
      ? folders.map((from, at) => copyWith(from, seed + at, links))
      : Array.from({ length: count }, (_none, at) => vaultWith(seed + at, links))
  for (const args of [['--fix'], ['--fix-typos']]) {
    const all = []
    for (const vault of vaults) all.push(await outcomes(run, vault, args))
    console.log(`check ${args.join(' ')}`)
    console.table(sum(all))
  }
  for (const { folder } of vaults) rmSync(dirname(folder), { recursive: true })
}
