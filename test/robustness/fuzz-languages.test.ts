import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runWend } from '../support/run-wend.ts'
import { bytes, expectSound, fuzzVault, removeVaults, share } from '../support/fuzzing.ts'

const { patience, ...limits } = share(5)
afterEach(removeVaults)

/** More than any of these may take, in milliseconds of processor time: the machine may be busy with other tests. */
const longest = 5000

const notes = {
  'a.md':
    '---\ntitle: Alpha\ntags: [t, x/y]\nrating: 4\ndue: 2026-03-01\nlist: [1, two]\n---\n\n# Alpha\n\n[[b]] words #t\n',
  'b.md': '---\nstatus: draft\nrating: -1.5\n---\n# Beta\n\n- [ ] a task [[a]]\n',
}

/** Sentences of a language: its words in any order, joined by what may stand between. */
function sentences(words: readonly string[], between: readonly string[], most = 14): fc.Arbitrary<string> {
  const word = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'grapheme' }) },
  )
  return fc
    .array(fc.tuple(word, fc.constantFrom(...between)), { maxLength: most })
    .map((parts) => parts.flat().join(''))
}

async function tryLine(args: readonly string[], cwd: string): Promise<void> {
  const start = process.cpuUsage()
  expectSound(args, await runWend([...args, '--no-cache'], { cwd }))
  const { user, system } = process.cpuUsage(start)
  expect([args, (user + system) / 1000 < longest]).toEqual([args, true])
}

const operators = [
  'AND',
  'OR',
  'NOT',
  'and',
  '!',
  '(',
  ')',
  '=',
  '!=',
  '<',
  '>=',
  '~',
  ':',
  ',',
  '"',
  "'",
  '-',
  '*',
  '/',
  '|',
  '&&',
]
const fields = [
  'title',
  'path',
  'tag',
  'tags',
  'key',
  'rating',
  'status',
  'due',
  'has',
  'words',
  'draft',
  '4',
  '2026-03-01',
  'last monday',
  '/a+$/i',
  '/(a+)+$/',
  '/[/',
  'x/y',
  '**',
  'todo',
  'constructor',
  '__proto__',
]

describe('whatever is asked, wend says what it found or why not', () => {
  const asked = notes
  let cwd: string | undefined

  test(
    'conditions, tags, globs, dates and queries',
    async () => {
      const flags = [
        '--where',
        '--tag',
        '--path',
        '--match',
        '--created',
        '--modified-after',
        '--sort',
        '--columns',
        '--group-by',
        '--format',
        '--link-to',
      ]
      const line = fc.oneof(
        fc
          .tuple(fc.constantFrom(...flags), sentences([...fields, ...operators], ['', ' ']))
          .map(([flag, text]) => ['list', `${flag}=${text}`]),
        fc
          .tuple(
            fc.constantFrom('--explain', '--exact', '--fuzzy', '--title'),
            sentences([...fields, ...operators], ['', ' ']),
          )
          .map(([flag, text]) => ['search', flag, '--', text]),
        sentences([...fields, ...operators], ['', ' ']).map((text) => ['tasks', `--where=${text}`]),
        sentences([...fields, ...operators], ['', ' ']).map((text) => ['show', '--', text]),
      )
      cwd = fuzzVault(asked)
      const vault = cwd
      await fc.assert(
        fc.asyncProperty(line, async (args) =>
          args.some((arg) => arg.includes('\0')) ? undefined : tryLine(args, vault),
        ),
        limits,
      )
    },
    patience,
  )

  test(
    'bases: filters, formulas and views',
    async () => {
      const words = [
        'file.name',
        'file.tags',
        'note.rating',
        'rating',
        'formula.x',
        'this',
        'if(',
        'date(',
        'now()',
        'today()',
        '.contains(',
        '.slice(',
        '.map(',
        '.replace(',
        '.repeat(1e9)',
        '.format("YYYY")',
        'list(',
        'link(',
        'number(',
        'min(',
        '/(a+)+$/.matches(',
        ')',
        '(',
        '[',
        ']',
        '"a"',
        '"1d"',
        '1',
        '1e308',
        '-',
        '+',
        '*',
        '/',
        '%',
        '==',
        '!=',
        '&&',
        '||',
        '!',
        ',',
        '.length',
        '.constructor',
        '["__proto__"]',
        'value',
        'index',
        'acc',
      ]
      const expression = sentences(words, ['', ' '], 10).map((text) => JSON.stringify(text))
      const base = fc
        .tuple(expression, expression, expression, fc.constantFrom('table', 'cards', 'list', 'map'))
        .map(
          ([filter, formula, other, type]) =>
            `filters:\n  and:\n    - ${filter}\n    - not: [${other}]\nformulas:\n  x: ${formula}\n  y: ${other}\nviews:\n  - type: ${type}\n    name: V\n    filters: ${other}\n    order: [file.name, formula.x, ${filter}]\n    groupBy: {property: formula.y}\n    summaries: {formula.x: ${formula}}\n`,
        )
      const vault = fuzzVault({ ...notes, 'c.md': '# C\n\n![[x.base]]\n' })
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(base, bytes),
          fc.constantFrom(
            ['list', '--base', 'x.base'],
            ['list', '--base', 'x.base#V', '--json'],
            ['show', 'c'],
            ['check'],
          ),
          async (text, args) => {
            writeFileSync(join(vault, 'x.base'), text)
            await tryLine(args, vault)
          },
        ),
        limits,
      )
    },
    patience,
  )

  test(
    'templates: of output, of notes and of index pages',
    async () => {
      const words = [
        '{{',
        '}}',
        '{{title}}',
        '{{date}}',
        '{{date:YYYY',
        '{{#',
        '{{/',
        '{{#notes}}',
        '{{/notes}}',
        '{{#topics}}',
        '{{^',
        '{{path}}',
        '{{tags',
        '| upper',
        '| join ","',
        '{{title|',
        '\\t',
        '{{cursor}}',
        '{{time:HH',
        '{{x}}',
        '<% tp.date.now() %>',
        '---\n',
        'tags: ',
        '\n',
        '[[',
        ']]',
        '{{constructor}}',
        '{{__proto__.x}}',
      ]
      const line = fc.constantFrom('format', 'new', 'daily', 'index')
      const vault = fuzzVault({ ...notes, '.wend/config.yml': 'daily:\n  template: x\n' })
      await fc.assert(
        fc.asyncProperty(fc.oneof(sentences(words, ['', ' ']), bytes), line, async (text, what) => {
          if (what === 'format')
            return tryLine(['list', `--format={{title}}${String(text).replace(/[\p{Cc}\p{Cf}]/gu, '')}`], vault)
          writeFileSync(join(vault, what === 'index' ? '.wend/index.md' : 'x.md'), text)
          if (what === 'index') return tryLine(['index'], vault)
          return tryLine(
            what === 'new'
              ? ['new', 'Fresh', '--template', 'x.md', '--dry-run']
              : ['daily', '--append', 'x', '--dry-run'],
            vault,
          )
        }),
        limits,
      )
    },
    patience,
  )

  test(
    'formulas, diagrams and canvases',
    async () => {
      const tex = sentences(
        [
          '\\frac',
          '{',
          '}',
          '\\left(',
          '\\right)',
          '^',
          '_',
          '&',
          '\\\\',
          '\\begin{matrix}',
          '\\end{matrix}',
          '\\begin{cases}',
          '\\sqrt[',
          ']',
          '\\def\\x{',
          '\\x',
          '\\text{',
          'α',
          '\\sum',
          '\\operatorname{',
          '\\color{red}',
          '\\href{javascript:x}{',
        ],
        ['', ' '],
        30,
      )
      const diagram = sentences(
        [
          'flowchart TD\n',
          'sequenceDiagram\n',
          'A',
          'B',
          '-->',
          '-- x -->',
          '->>',
          ': hi',
          '[',
          ']',
          '{{',
          '(("',
          '"',
          'subgraph s\n',
          'end\n',
          '\n',
          ';',
          '%%',
          'loop\n',
          'click A "javascript:x"\n',
        ],
        ['', ' '],
        30,
      )
      const canvas = fc.oneof(
        fc.json(),
        sentences(
          [
            '{"nodes":[',
            '{"id":"a","type":"file","file":"a.md"',
            ',"x":1e999',
            '}',
            ']',
            ',"edges":[{"fromNode":"a","toNode":"a"}]',
            '}',
          ],
          [''],
          8,
        ),
      )
      const vault = fuzzVault(notes)
      const line = fc.constantFrom(
        ['show', 'f'],
        ['show', 'f', '--plain'],
        ['export', 'f'],
        ['check'],
        ['links', 'x.canvas'],
      )
      await fc.assert(
        fc.asyncProperty(tex, diagram, canvas, line, async (formula, drawn, board, args) => {
          writeFileSync(
            join(vault, 'f.md'),
            `# F\n\n$${formula}$\n\n$$\n${formula}\n$$\n\n\`\`\`mermaid\n${drawn}\n\`\`\`\n`,
          )
          writeFileSync(join(vault, 'x.canvas'), board)
          await tryLine(args, vault)
        }),
        limits,
      )
    },
    patience,
  )

  test(
    'cache bytes: the answer is that of no cache',
    async () => {
      const damage = fc.record({
        at: fc.nat(),
        byte: fc.nat(255),
        length: fc.constantFrom('same', 'cut', 'grown'),
        which: fc.nat(),
      })
      const lines = fc.constantFrom(
        ['list', '--json'],
        ['search', 'words'],
        ['backlinks', 'a'],
        ['check'],
        ['show', 'a'],
        ['links', 'a'],
      )
      const vault = fuzzVault(notes)
      const cache = fuzzVault({})
      const env = { XDG_CACHE_HOME: cache }
      await fc.assert(
        fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), lines, async (all, args) => {
          await runWend(args, { cwd: vault, env })
          for (const one of all) spoil(cache, one)
          const kept = await runWend(args, { cwd: vault, env })
          expect(kept).toEqual(await runWend([...args, '--no-cache'], { cwd: vault, env }))
        }),
        limits,
      )
    },
    patience,
  )
})

/** Spoils one byte of one file below a folder, or cuts it off there, or adds to it. */
function spoil(
  folder: string,
  {
    at,
    byte,
    length,
    which,
  }: { readonly at: number; readonly byte: number; readonly length: string; readonly which: number },
): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
  const file = files[which % Math.max(1, files.length)]
  if (file === undefined) return
  const old = readFileSync(file)
  const place = at % Math.max(1, old.length)
  if (old.length > 0) old[place] = byte
  writeFileSync(
    file,
    length === 'cut'
      ? old.subarray(0, place)
      : length === 'grown'
        ? Buffer.concat([old, Buffer.alloc(byte, byte)])
        : old,
  )
}
