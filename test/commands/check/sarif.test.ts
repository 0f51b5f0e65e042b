import { describe, expect, test } from '@jest/globals'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { problemCodes } from '../../../src/core/model/problem-code.ts'
import { runWend } from '../../support/run-wend.ts'
import { type SarifLog, sarifErrors, type SarifResult } from '../../support/sarif.ts'
import { trial } from '../../support/trial.ts'

const vaults = resolve(import.meta.dirname, '../../vaults')
const all = ['check', '--format', 'sarif', '--only', problemCodes.join(',')]

/** The results of a log that is valid, whose rules are its own, and whose regions lie in the lines of its files. */
function resultsOf(text: string, root: string): readonly SarifResult[] {
  const log = JSON.parse(text) as SarifLog
  expect(sarifErrors(log)).toEqual([])
  const [run] = log.runs
  expect(run?.results.filter(({ ruleId, ruleIndex }) => run.tool.driver.rules[ruleIndex]?.id !== ruleId)).toEqual([])
  const results = run?.results ?? []
  expect(results.filter((result) => !liesInFile(result, root))).toEqual([])
  return results
}

function liesInFile({ locations }: SarifResult, root: string): boolean {
  const place = locations[0]?.physicalLocation
  if (place === undefined) return false
  const file = join(root, decodeURIComponent(place.artifactLocation.uri))
  if (!existsSync(file)) return false
  const bytes = readFileSync(file)
  const text = bytes[0] === 0xff ? bytes.toString('utf16le') : bytes.toString('utf8')
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  const { startLine, startColumn, endLine = startLine, endColumn = startColumn } = place.region
  const inLine = (line: number, column: number): boolean => column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1
  return (
    inLine(startLine, startColumn) && inLine(endLine, endColumn) && (endLine > startLine || endColumn >= startColumn)
  )
}

function codesOf(results: readonly SarifResult[]): readonly string[] {
  return results.map(({ ruleId }) => ruleId)
}

describe('SARIF is valid by the schema of the standard, and its places lie in the files', () => {
  const found = new Set<string>()

  test.each(readdirSync(vaults))('%s', async (vault) => {
    const root = mkdtempSync(join(tmpdir(), 'wend-sarif-'))
    cpSync(join(vaults, vault), root, { recursive: true })
    const { stdout } = await runWend(['-C', '.', ...all], { cwd: root })
    for (const code of codesOf(resultsOf(stdout, root))) found.add(code)
  })

  test('files of other programs, unreadable ones, addresses that do not answer', async () => {
    const files = {
      'out.md': 'Outside.\n',
      'v/.wend/config.yml': '',
      'v/a.md': '<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> branch\n\n[x](http://127.0.0.1:1/) [o](../out.md)\n',
      'v/a.sync-conflict-20240501-101500-ABCDEFG.md': 'x',
      'v/unused.png': 'x',
    }
    const { run, root } = trial(files, 'v')
    const { stdout } = await run(...all, '--external', '--private', '--timeout', '2')
    for (const code of codesOf(resultsOf(stdout, join(root, 'v')))) found.add(code)
  })

  test('each problem was among them', () => {
    // What no one may read cannot be made where the tests run as root.
    expect(problemCodes.filter((code) => !found.has(code) && code !== 'unreadable-file')).toEqual([])
  })
})

const odd = [
  'a b %41 #1 &?.md',
  'Ordner ä/日本/ü 😀+=;,.md',
  '[x]|{}^`".md',
  "it's (1)!*~.md",
  'line\nbreak.md',
  'esc\u001b[31m\u202e.md',
  'ab:c.md',
  'decompose\u0301.md',
]

test.each(odd)('the address of %j leads back to the file', async (name) => {
  const { run, root } = trial({ [name]: '# T\n\n[[gone]]\n' })
  const results = resultsOf((await run(...all)).stdout, root)
  expect(codesOf(results)).toContain('broken-link')
})

test.each([
  ['CRLF with a mark of order', '\uFEFF# T\r\n\r\n[[gone]] [x](no.md)\r\n'],
  ['UTF-16', Buffer.from('\uFEFF# T\n\n😀 [[gone]] ![x](no.png)\n', 'utf16le')],
  ['a link over several lines', '# T\n\nSee [a text\nof two lines](no.md) and [a\ntext][r]\n\n[r]: <no.md>\n'],
  ['no line feed at the end', '# T\n\n[[gone]]'],
  ['a footnote, a definition, a link in front matter', '---\nup: "[[gone]]"\n---\n[^1] [[gone]]\n\n[u]: no.md\n'],
  ['what a terminal would obey', '# T\n\n[[go\u001b[31mne]] [[\u202egone]] [[]] [[a\u0000b]]\n'],
])('places in %s', async (_, text) => {
  const { run, root } = trial({ 'n.md': text })
  const results = resultsOf((await run(...all)).stdout, root)
  expect(codesOf(results).filter((code) => /^(?:broken-link|missing-file|binary-file)$/.test(code))).not.toEqual([])
})

test('messages hold nothing that a viewer obeys', async () => {
  const { run, root } = trial({ 'n.md': '[[go\u001b[31mne]]\n' })
  const texts = resultsOf((await run(...all)).stdout, root).map(({ message }) => message.text)
  expect(texts).toContainEqual(expect.stringContaining('go^[[31mne'))
  expect(texts.join('')).not.toContain('\u001b')
})

test('a link over several lines: each format says where it ends', async () => {
  const { run, json } = trial({ 'n.md': '# T\r\n\r\nSee [a text\r\nof two lines](no.md)\r\n' })
  const only = ['--only', 'broken-link']
  const { problems } = await json<{ problems: object[] }>('check', ...only)
  expect(problems).toMatchObject([{ line: 3, column: 5, endLine: 4, endColumn: 21 }])
  expect((await run('check', ...only, '--format', 'sarif')).stdout).toContain('"endLine": 4')
  expect((await run('check', ...only, '--format', 'github')).stdout).toContain('file=n.md,line=3,endLine=4,title=')
  expect((await run('check', ...only)).stdout).toContain('    │ See [a text\n    │     ^^^^^^^\n')
})
