// What tests import from jest, as far as they use it: tests are collected here, to be run one by one and as often as there are mutants.
import { createRequire } from 'node:module'

const ofJest = createRequire(createRequire(import.meta.url).resolve('@jest/globals'))

export const expect = ofJest('@jest/expect').jestExpect

let collected = []
let block = newBlock()

function newBlock(parent) {
  return { parent, beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] }
}

/** The tests that `load` declares. */
export async function collect(load) {
  collected = []
  block = newBlock()
  await load()
  return collected
}

export function test(title, run) {
  collected.push({ title, run, block })
}

export function describe(_title, declare) {
  block = newBlock(block)
  declare()
  block = block.parent
}

for (const declare of [test, describe]) {
  declare.skip = Object.assign(() => undefined, { each: () => () => undefined })
  declare.each = (rows) => (title, run) => {
    for (const row of rows) declare(title, () => run(...(Array.isArray(row) ? row : [row])))
  }
}

export const [beforeAll, beforeEach, afterEach, afterAll] = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'].map(
  (when) => (run) => block[when].push(run),
)

/** Runs tests in turn with all that goes around them, until `report` answers true; it is told of each what it threw, if anything. */
export async function runTests(tests, { opened = () => undefined, report }) {
  const open = []
  try {
    for (const one of tests) {
      const failure = await runTest(one, { open, opened })
      if (report(one, failure)) return
    }
  } finally {
    for (const { afterAll: hooks } of open.reverse()) await Promise.allSettled(hooks.map(async (hook) => hook()))
  }
}

async function runTest({ block: own, run }, { open, opened }) {
  const blocks = []
  for (let one = own; one !== undefined; one = one.parent) blocks.unshift(one)
  try {
    for (const one of blocks) {
      if (open.includes(one)) continue
      open.push(one)
      for (const hook of one.beforeAll) await hook()
      opened(one)
    }
    for (const one of blocks) for (const hook of one.beforeEach) await hook()
    await run()
    return undefined
  } catch (error) {
    return error ?? new Error('thrown')
  } finally {
    for (const one of blocks.reverse()) for (const hook of one.afterEach) await hook()
  }
}
