import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { wendInTerminal } from '../../support/real-terminal.ts'

const files = {
  'Gradient descent.md': '# Gradient descent\n',
  'Backpropagation.md': '# Backpropagation\n',
  'Chapter 12.md': '# Chapter 12\n',
  'a.md': '[[Gradient decsent]]\n',
  'b.md': '[[Backpropogation]]\n',
  'c.md': '[[Gradeint descent]]\n',
  'd.md': '[[Chapter 13]]\n',
}

/** The links of a to d after some answers, each followed by Enter. */
async function answered(...answers: readonly string[]): Promise<readonly string[]> {
  const cwd = makeVault(files)
  const terminal = wendInTerminal(['check', '--fix-typos'], { cwd, columns: 100 })
  const asked = (): number => terminal.output.split('[q]uit?').length - 1
  for (const [at, answer] of answers.entries()) {
    await terminal.waitFor(() => asked() > at)
    terminal.send(answer, 'enter')
  }
  await terminal.exit
  return ['a', 'b', 'c', 'd'].map((name) => readFileSync(join(cwd, `${name}.md`), 'utf8').trim())
}

test.each([
  [
    ['y', 'n', 'y'],
    ['[[Gradient descent]]', '[[Backpropogation]]', '[[Gradient descent]]', '[[Chapter 13]]'],
  ],
  [
    ['n', 'a'],
    ['[[Gradient decsent]]', '[[Backpropagation]]', '[[Gradient descent]]', '[[Chapter 13]]'],
  ],
  [
    ['y', 'q'],
    ['[[Gradient descent]]', '[[Backpropogation]]', '[[Gradeint descent]]', '[[Chapter 13]]'],
  ],
  [
    ['what', 'yes', '', 'no'],
    ['[[Gradient descent]]', '[[Backpropogation]]', '[[Gradeint descent]]', '[[Chapter 13]]'],
  ],
])('each typo is shown and asked for on a terminal: %j', async (answers, links) => {
  expect(await answered(...answers)).toEqual(links)
})
