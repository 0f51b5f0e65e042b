import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Options } from '../../../src/commands/arguments/options.ts'
import { check } from '../../../src/commands/check/check.ts'
import { answering, contextIn } from '../../support/context-in.ts'
import { makeVault } from '../../support/make-vault.ts'

const right = { a: '[[Gradient descent]]', b: '[[Backpropagation]]', c: '[[Gradient descent]]' }
const wrong = { a: '[[Gradient decsent]]', b: '[[Backpropogation]]', c: '[[Gradeint descent]]' }
const files = {
  'Gradient descent.md': '# Gradient descent\n',
  'Backpropagation.md': '# Backpropagation\n',
  ...Object.fromEntries(Object.entries(wrong).map(([name, text]) => [`${name}.md`, `${text}\n`])),
}

/** The links after some answers, and what was asked. */
async function answered(...answers: readonly string[]) {
  const cwd = makeVault(files)
  const { ask, asked } = answering(...answers)
  await check.run(contextIn(cwd, { ask }), [], new Options({ fixTypos: true }))
  const links = Object.keys(wrong).map((name) => readFileSync(join(cwd, `${name}.md`), 'utf8').trim())
  return { links, asked }
}

test.each([
  [['y', 'n', 'y'], [right.a, wrong.b, right.c], 3],
  [['n', 'a'], [wrong.a, right.b, right.c], 2],
  [['ALL'], [right.a, right.b, right.c], 1],
  [['y', 'q'], [right.a, wrong.b, wrong.c], 2],
  [['quit'], [wrong.a, wrong.b, wrong.c], 1],
  [['what', 'Yes', '', 'no'], [right.a, wrong.b, wrong.c], 4],
  [[], [wrong.a, wrong.b, wrong.c], 3],
])('each typo is asked for, and what is accepted is fixed: %j', async (answers, links, questions) => {
  const { links: now, asked } = await answered(...answers)
  expect(now).toEqual(links)
  expect(asked).toHaveLength(questions)
  expect(asked[0]).toBe('a.md:1:1  Gradient decsent → Gradient descent  [y]es, [n]o, [a]ll, [q]uit? ')
})
