// Plants small bugs in the core, one at a time, and says how many of them the tests notice:
// `npm run mutate -- [--count 1000] [--seed 1] [--minutes 90] [--jobs 2] [--room core/parse] [--list]`.
// Mutants are drawn by the seed, as many of each room; each is planted in a copy of the project. A mutant is killed when a test of its
// room fails or does not end in time; those that survive are tried against the tests of the whole core as well. docs/mutation.md has
// the figures.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'
import { parseArgs } from 'node:util'
import ts from 'typescript'

/** What is mutated, and the tests that are its own. */
const rooms = {
  'core/parse/links': ['test/core/parse'],
  'core/parse': ['test/core/parse'],
  'core/vault': ['test/core/vault'],
  'core/plan': ['test/core/plan'],
  'core/checks': ['test/core/checks'],
  'core/search': ['test/core/search'],
}

/** What a mutant that its room's own tests let live must survive as well. */
const others = ['test/core', 'test/vault', 'test/properties', 'test/view', 'test/commands']

/** Milliseconds that tests of a mutant may take: those of its room, then the others. */
const patience = [90_000, 300_000]

const swaps = new Map(
  Object.entries({
    '===': '!==',
    '!==': '===',
    '<': '<=',
    '<=': '<',
    '>': '>=',
    '>=': '>',
    '&&': '||',
    '||': '&&',
    '+': '-',
    '-': '+',
    '*': '/',
    '/': '*',
    '++': '--',
    '--': '++',
    '+=': '-=',
    '-=': '+=',
  }),
)

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '90' },
    jobs: { type: 'string', default: String(Math.min(2, cpus().length)) },
    room: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})

/** The mutants of a file: where its text changes, into what, and what kind of bug that is. */
function mutantsOf(file) {
  const text = readFileSync(file, 'utf8')
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const mutants = []
  const add = (node, now, kind) => {
    const start = node.getStart(tree)
    const { line } = tree.getLineAndCharacterOfPosition(start)
    mutants.push({ file, line: line + 1, start, end: node.end, was: text.slice(start, node.end), now, kind })
  }
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const sign = node.operatorToken
      const now = swaps.get(sign.getText(tree))
      if (now !== undefined && !joinsText(node)) add(sign, now, 'operator')
      if (sign.kind === ts.SyntaxKind.QuestionQuestionToken) add(node, node.left.getText(tree), 'default dropped')
    } else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition
      add(condition, 'true', 'condition dropped')
      add(condition, 'false', 'condition dropped')
    } else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.ExclamationToken) add(node, node.operand.getText(tree), 'negation dropped')
    } else if (ts.isNumericLiteral(node)) {
      add(node, String(Number(node.text) + 1), 'constant')
    } else if (ts.isStringLiteral(node) && !ts.isExternalModuleReference(node.parent)) {
      if (!isName(node)) add(node, node.text === '' ? "'mutant'" : "''", 'constant')
    } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      add(node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true', 'constant')
    } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
      add(node, ';', 'call dropped')
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return mutants
}

/** Whether a `+` joins texts: `-` in its place would be a bug that nobody makes. */
function joinsText({ left, right, operatorToken }) {
  return operatorToken.kind === ts.SyntaxKind.PlusToken && [left, right].some((side) => ts.isStringLiteralLike(side))
}

/** Whether a string is a word of a closed set, which the compiler watches, and not a text. */
function isName({ parent }) {
  return ts.isPropertyAssignment(parent) || ts.isCaseClause(parent) || ts.isExportDeclaration(parent)
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** As many mutants of each room, in turns, so that a run that is cut short has seen all rooms. */
function draw() {
  const random = randomNumbers(Number(options.seed))
  const wanted = Object.keys(rooms).filter((room) => options.room === undefined || options.room === room)
  if (wanted.length === 0) throw new Error(`--room takes one of: ${Object.keys(rooms).join(', ')}`)
  const each = Math.ceil(Number(options.count) / wanted.length)
  const drawn = wanted.map((room) => {
    const inner = Object.keys(rooms).filter((other) => other.startsWith(`${room}/`))
    const files = filesIn(`src/${room}`).filter((file) => !inner.some((other) => file.startsWith(`src/${other}/`)))
    const all = files.flatMap(mutantsOf).map((mutant) => ({ mutant, order: random() }))
    return all
      .sort((a, b) => a.order - b.order)
      .slice(0, each)
      .map(({ mutant }) => ({ room, ...mutant }))
  })
  return Array.from({ length: each }).flatMap((_, at) => drawn.flatMap((of) => of.slice(at, at + 1)))
}

/** A copy of what tests need, with the packages of this one. */
function copyProject() {
  const root = mkdtempSync(join(tmpdir(), 'wend-mutants-'))
  for (const part of ['src', 'test', 'notes', 'docs', 'scripts', 'bin', 'package.json', 'jest.config.js'])
    cpSync(part, join(root, part), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
  return root
}

/** Whether tests notice: they fail, or do not end in time. */
function isNoticed(root, tests, milliseconds) {
  return new Promise((resolve) => {
    const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
    const child = spawn(process.execPath, [...jest, '--bail', '--runInBand', '--silent', ...tests], {
      cwd: root,
      stdio: 'ignore',
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code !== 0)
    })
  })
}

async function tryMutant(root, { room, file, start, end, now }) {
  const text = readFileSync(file, 'utf8')
  writeFileSync(join(root, file), text.slice(0, start) + now + text.slice(end))
  try {
    return (await isNoticed(root, rooms[room], patience[0])) || (await isNoticed(root, others, patience[1]))
  } finally {
    writeFileSync(join(root, file), text)
  }
}

const mutants = draw()
const say = ({ file, line, was, now }) => `${file}:${line} ${JSON.stringify(was.slice(0, 60))} → ${JSON.stringify(now)}`
if (options.list) {
  for (const mutant of mutants) console.log(say(mutant))
  process.exit()
}

const until = performance.now() + Number(options.minutes) * 60_000
const tried = []
const work = async () => {
  const root = copyProject()
  try {
    for (let next = mutants.shift(); next !== undefined && performance.now() < until; next = mutants.shift()) {
      const killed = await tryMutant(root, next)
      tried.push({ ...next, killed })
      if (!killed) console.log(`survived: ${say(next)}`)
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
await Promise.all(Array.from({ length: Number(options.jobs) }, work))

const score = (some) => `${some.filter(({ killed }) => killed).length} of ${some.length} killed`
for (const room of Object.keys(rooms)) console.log(`${room}: ${score(tried.filter((one) => one.room === room))}`)
console.log(`all: ${score(tried)} (seed ${options.seed})`)
