import { expect, test } from '@jest/globals'
import type { Problem } from '../../../src/core/checks/check-vault.ts'
import type { Fix } from '../../../src/core/checks/rule.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import type { ToolName } from '../../../src/core/model/tool-dialect.ts'
import { fixProblems } from '../../../src/core/plan/fix-problems.ts'
import { applied, sourceOf, type Texts } from '../../support/planned.ts'
import { noteAt } from '../../support/vault-of.ts'

const others: Texts = {
  'Word Count.md': '# T\n\n## Det',
  's/b.md': '',
  't/b.md': '',
  'x/d.md': '',
  'y/d.md': '',
  'q]r.md': '',
  'v|w.md': '',
  'c d.md': '',
}

/** A link of the note by its place among them, and what it is to name; or a destination that is to stand in `<…>`. */
type Given = readonly [number, string, string?] | string

/** What fixes make of a note, and which of them. */
function fixed(text: string, given: readonly Given[], tool?: ToolName): unknown {
  const texts: Texts = { ...others, 'a.md': text }
  const source = sourceOf(texts, tool === undefined ? {} : { tool })
  const { links } = noteAt(source.vault, 'a.md')
  const problems = given.map((one): Problem => ({ code: 'broken-link', severity: 'error', path: 'a.md' as NotePath, line: 1, column: 1, message: '', suggestions: [], fix: fixOf(one) })) // prettier-ignore
  function fixOf(one: Given): Fix {
    if (typeof one === 'string')
      return { kind: 'angle', span: { start: text.indexOf(one), end: text.indexOf(one) + one.length } }
    const [at, target, anchor] = one
    const link = links[at]
    if (link === undefined) throw new Error(`no link ${at}`)
    return { kind: 'link', link, target, ...(anchor === undefined ? {} : { anchor }) }
  }
  const plan = fixProblems(source, problems)
  const taken = plan.fixed.map((problem) => problems.indexOf(problem))
  return [applied({ 'a.md': text }, plan.changes)['a.md'], taken, plan.changes.title]
}

// prettier-ignore
test.each<[string, readonly Given[], string, readonly number[], ToolName?]>([
  // One that held keeps what it shows, one that led nowhere does not.
  ['[[word count]]', [[0, 'Word Count']], '[[Word Count|word count]]', [0]],
  ['[[word count]] [[word count]]', [[0, 'Word Count'], [1, 'Word Count']], '[[Word Count|word count]] [[Word Count|word count]]', [0, 1]],
  ['[[word count|x]] ![[word count]] [[word count#Det]] [[word%20count]]', [[0, 'Word Count'], [1, 'Word Count'], [2, 'Word Count'], [3, 'Word Count']], '[[Word Count|x]] ![[Word Count]] [[Word Count#Det]] [[Word Count]]', [0, 1, 2, 3]],
  ['| [[word count]] |\n|-|\n', [[0, 'Word Count']], '| [[Word Count\\|word count]] |\n|-|\n', [0]],
  ['[[gone]]', [[0, 'Word Count']], '[[Word Count]]', [0]],
  ['[[gone#x]] [[c d]]', [[0, 'Word Count', 'Det']], '[[Word Count#Det]] [[c d]]', [0]],
  ['---\nup: "[[gone]]"\n---\n', [[0, 'Word Count']], '---\nup: "[[Word Count]]"\n---\n', [0]],
  // In the form that the destination had.
  ['[x](word%20count.md)', [[0, 'Word Count.md']], '[x](Word%20Count.md)', [0]],
  ['[x](<word count.md>)', [[0, 'Word Count.md']], '[x](<Word Count.md>)', [0]],
  ['<a href="word count.md">', [[0, 'Word Count.md']], '<a href="Word Count.md">', [0]],
  // Only what is certain: one file, the one that it was, and in a better way.
  ['[[gone]]', [[0, 'nowhere']], '[[gone]]', []],
  ['[[gone]]', [[0, 'd']], '[[gone]]', []],
  ['[[d]]', [[0, 'x/d']], '[[d]]', []],
  ['[[word count]]', [[0, 's/b']], '[[word count]]', []],
  ['[[word count]]', [[0, 'WORD count']], '[[word count]]', []],
  ['[[t|gone]]', [[0, 'Word Count']], '[[t|gone]]', [], 'dendron'],
  // Only what the text then says.
  ['[[gone]]', [[0, 'v|w']], '[[gone]]', []],
  ['[[gone]] [[gone]]', [[0, 'q]r'], [1, 'v|w']], '[[q]r]] [[gone]]', [0]],
  ['[[gone]] [[also]]', [[0, 'v|w'], [1, 'Word Count']], '[[gone]] [[Word Count]]', [1]],
  ['| [[gone]] | [[word count]] |\n|-|-|\n', [[0, 'v|w'], [1, 'Word Count']], '| [[gone]] | [[Word Count\\|word count]] |\n|-|-|\n', [1]],
  // Of several of one place the first, and all that want the same.
  ['[[gone]] [[gone]]', [[0, 'Word Count'], [0, 'c d']], '[[Word Count]] [[gone]]', [0]],
  ['[x][r] [r]\n\n[r]: gone.md', [[0, 'Word Count.md'], [1, 'Word Count.md']], '[x][r] [r]\n\n[r]: Word%20Count.md', [0, 1]],
  ['[x][r] [r]\n\n[r]: gone.md', [[0, 'Word Count.md'], [1, 'c d.md']], '[x][r] [r]\n\n[r]: Word%20Count.md', [0]],
  // A destination with blanks, if it then holds.
  ['[x](c d.md)', ['c d.md'], '[x](<c d.md>)', [0]],
  ['[x](c d.md "t")', ['c d.md'], '[x](<c d.md> "t")', [0]],
  ['[x](no d.md)', ['no d.md'], '[x](no d.md)', []],
  ['[x](c <d.md)', ['c <d.md'], '[x](c <d.md)', []],
  ['[x]( c d.md)', [' c d.md'], '[x]( c d.md)', []],
  ['[x](c d.md) [[gone]]', ['c d.md', [0, 'Word Count']], '[x](<c d.md>) [[Word Count]]', [0, 1]],
  ['[[gone]] [x](c d.md) [x](no d.md)', ['c d.md', 'no d.md', [0, 'Word Count']], '[[Word Count]] [x](<c d.md>) [x](no d.md)', [0, 2]],
])('%j with the fixes %j: %j', (text, given, expected, taken, ...tools) => {
  const count = taken.length
  const title = count === 0 ? 'nothing can be fixed for certain' : `fix ${count} problem${count === 1 ? '' : 's'}`
  expect(fixed(text, given, tools[0])).toEqual([expected, taken, title])
})
