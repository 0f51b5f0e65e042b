import { describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { checkVault, type Problem } from '../../../src/core/checks/check-vault.ts'
import { chooseRules } from '../../../src/core/checks/choose-rules.ts'
import { type Change, editText } from '../../../src/core/model/change.ts'
import { isNoteFile, type NotePath, toNotePath } from '../../../src/core/model/note-path.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { fixProblems } from '../../../src/core/plan/fix-problems.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { runWend } from '../../support/run-wend.ts'
import { runs } from '../../support/runs.ts'

const others: Readonly<Record<string, string>> = {
  'Word count.md': '# Counting\n\nSee [[a]].\n\n## Details\n\n## Long heading name\n',
  'sub/gradient-descent.md': '---\naliases: [GD]\n---\n\n## Step size\n\nSee [[a]].\n',
  'sub/two words.md': 'See [[a]].',
  'x/plot.png': '',
  'gpt-3.md': 'See [[a]].',
  'Q3 report.md': 'See [[a]].',
  '2026-01-03.md': 'See [[a]].',
  'C.md': 'See [[a]].',
  'y/dup.md': 'See [[a]].',
  'z/dup.md': '## Two\n\nSee [[a]].',
  'z/deep/README.md': 'See [[a]].',
  'Hypertension.md': 'See [[a]].',
  'alpha-1.md': 'See [[a]].',
  'alpha-2.md': 'See [[a]].',
}

/** What `wend check --fix` makes of a note among others. */
async function fix(text: string, ...args: readonly string[]): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'wend-fix-'))
  for (const [path, content] of Object.entries({ ...others, 'a.md': text })) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  await runWend(['check', '--fix', 'a.md', ...args], { cwd: root })
  return readFileSync(join(root, 'a.md'), 'utf8')
}

describe('fixed', () => {
  test.each([
    ['[x](word%20Count.md)', '[x](Word%20count.md)'],
    ['[x](<word Count.md#details>)', '[x](<Word count.md#details>)'],
    ['Open the [[word count]].', 'Open the [[Word count|word count]].'],
    ['| [[word count]] | b |\n|---|---|', '| [[Word count\\|word count]] | b |\n|---|---|'],
    ['[[word count|text]] ![[word count]]', '[[Word count|text]] ![[Word count]]'],
    ['[[word count#Details]]', '[[Word count#Details]]'],
    ['[[Word%20count]]', '[[Word count]]'],
    ['[[word%20count]]', '[[Word count]]'],
    ['---\nup: "[[Word%20count]]"\n---\n\ntext', '---\nup: "[[Word count]]"\n---\n\ntext'],
    ['[x](gradient-descent.md)', '[x](sub/gradient-descent.md)'],
    ['[x][r] [y][r]\n\n[r]: gradient-descent.md "t"', '[x][r] [y][r]\n\n[r]: sub/gradient-descent.md "t"'],
    ['[[GradientDescent#Step size]]', '[[gradient-descent#Step size]]'],
    ['[[sub/Gradient Descent|text]]', '[[gradient-descent|text]]'],
    ['[[Word count#Long headingname]]', '[[Word count#Long heading name]]'],
    ['[x](sub/two-words.md)', '[x](sub/two%20words.md)'],
    ['![](x/Plot.png)', '![](x/plot.png)'],
    ['a | b [[word count]]', 'a | b [[Word count|word count]]'],
    ['[x](sub/two words.md)', '[x](<sub/two words.md>)'],
  ])('%s', async (before, after) => {
    expect(await fix(before)).toBe(after)
  })

  test('links that hold by a name alone, where that is a problem', async () => {
    expect(await fix('[[GD]] [[Counting]]', '--strict')).toBe('[[gradient-descent|GD]] [[Word count|Counting]]')
  })
})

describe('typos are fixed where that is asked for', () => {
  test.each([
    ['[[gradient-decent]]', '[[gradient-descent]]'],
    [
      '[[Gradient Desscent|text]] and [[gradient-decent#Step size]]',
      '[[gradient-descent|text]] and [[gradient-descent#Step size]]',
    ],
    ['[[Word count#Long headng name]]', '[[Word count#Long heading name]]'],
    ['[x](Word%20count.md#long-heding-name)', '[x](Word%20count.md#long-heading-name)'],
    ['[[gradient-decent]] and a decent word', '[[gradient-decent]] and a decent word'],
    ['[[alpha-3]] [[Hypotension]]', '[[alpha-3]] [[Hypotension]]'],
  ])('%s', async (before, after) => {
    expect(await fix(before)).toBe(before)
    expect(await fix(before, '--fix-typos')).toBe(after)
  })
})

describe('left alone', () => {
  test.each([
    ['[[gpt-4]] [[Q4 report]] [[2026-01-01]]', 'a note to come'],
    ['[x](plot.png) [x](other/gradient-descent.md)', 'the path is another'],
    ['[[other/gradient-descent]]', 'the folder that was written is another'],
    ['[x](dup.md) [[dup]] [x](dup.md#Two)', 'several files answer'],
    ['[[C++]]', 'it is another name'],
    ['[x](deep/README.md)', 'a README is no fix'],
    ['[[alpha-3]]', 'two notes are as near'],
    ['[[GradientDescent#Gone]]', 'the anchor is not there'],
    ['[[sub]]', 'nothing is near'],
    ['[x](no such words.md)', 'the destination does not exist'],
    ['`[[GradientDescent]]`', 'it is code'],
    ['[[GradientDescent]] <!-- wend-ignore broken-link -->', 'a comment says so'],
    ['[[GD]] [[Counting]]', 'it is no problem'],
  ])('%s: %s', async (text) => {
    expect(await fix(text)).toBe(text)
  })

  test('everything, with --dry-run, which prints the diff', async () => {
    const root = mkdtempSync(join(tmpdir(), 'wend-fix-'))
    writeFileSync(join(root, 'target.md'), 'See [[a]].')
    writeFileSync(join(root, 'a.md'), 'See [[tar get]].\r\n')
    const { stdout } = await runWend(['check', '--fix', '--dry-run'], { cwd: root })
    expect(stdout).toContain('-See [[tar get]].')
    expect(stdout).toContain('+See [[target]].')
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('See [[tar get]].\r\n')
    const { stderr, exit } = await runWend(['check', '--fix'], { cwd: root })
    expect([stderr, exit]).toEqual([expect.stringContaining('fixed 1 problem in 1 note'), 0])
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('See [[target]].\r\n')
    expect((await runWend(['check', '--dry-run'], { cwd: root })).exit).toBe(2)
  })
})

test('fixes of one note are those that each would be alone', () => {
  const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
  const noteOf = (path: string, text: string) => parseNote({ path: toNotePath(path) ?? ('' as NotePath), text, facts })
  const target = fc.constantFrom(
    'word Count',
    'Word%20count',
    'gradient-decent',
    'sub/Two Words',
    'GD',
    'alpha-1',
    'a',
    'Two [words]',
    'two words',
  )
  const link = fc.oneof(
    target.map((name) => `[[${name}]]`),
    target.map((name) => `[[${name}|said]] \`[[${name}]]\``),
    target.map((name) => `[t](${name}.md)`),
    target.map((name) => `[t](<${name}.md#Detials>)`),
    target.map((name) => `[t](${encodeURI(name)}.md "x")`),
    fc
      .tuple(target, fc.constantFrom('r', 's'))
      .map(([name, label]) => `[u][${label}] [${label}]\n\n[${label}]: <${name}.md>\n\n`),
  )
  fc.assert(
    fc.property(fc.array(link, { minLength: 2, maxLength: 8 }), (links) => {
      const text = links.join(' and ')
      const texts: Readonly<Record<string, string>> = { ...others, 'a.md': text }
      const notes = Object.entries(texts)
        .filter(([path]) => isNoteFile(path))
        .map(([path, content]) => noteOf(path, content))
      const vault = new Vault({ notes, attachments: [] })
      const source = {
        vault,
        textOf: (path: string) => texts[path] ?? '',
        formerly: () => ({ at: () => [], isTraced: () => true, folderOf: () => undefined }),
      }
      const { problems } = checkVault(vault, {
        rules: chooseRules({ rules: {} }, { only: [], skip: [], strict: false, external: false }),
        reports: (path) => path === 'a.md',
      })
      const edited = (from: readonly Problem[]): string => {
        const [change] = fixProblems(source, from).changes.changes
        return change?.kind === 'edit' ? editText(text, change.edits) : text
      }
      const alone = problems.filter((problem) => edited([problem]) !== text)
      const { fixed, changes } = fixProblems(source, problems)
      expect(fixed.every((problem) => alone.includes(problem))).toBe(true)
      const spans = (one: Change | undefined) => (one?.kind === 'edit' ? one.edits.map(({ span }) => span.start) : [])
      const left = alone.filter((problem) => !fixed.includes(problem))
      const taken = new Set(spans(changes.changes[0]))
      // Only another fix of the same place stands in the way of one.
      expect(
        left.every((problem) => spans(fixProblems(source, [problem]).changes.changes[0]).some((at) => taken.has(at))),
      ).toBe(true)
    }),
    runs(80),
  )
})
