// Loads one test file, says which of its tests reach which mutants, and tries mutants on them, as it is asked.
import { register } from 'node:module'
import fc from 'fast-check'

const { file, root, prepared, count, version } = JSON.parse(process.argv[2])
const reached = new Uint8Array(count)
let active = -1
globalThis.__mutant = (id) => {
  reached[id] = 1
  return id === active
}
globalThis.WEND_VERSION = version
fc.configureGlobal({ seed: 1 })
register('./loader.js', import.meta.url, { data: { prepared, root } })
const { collect, runTests } = await import('./suite.js')

let loads = 0
/** The tests of the file, from modules that nothing has run in. */
const load = () => collect(() => import(`${file}?fresh=${loads++}`))

/** The numbers of the mutants that were reached since it was last asked. */
function takeReached() {
  const numbers = [...reached.keys()].filter((id) => reached[id] === 1)
  reached.fill(0)
  return numbers
}

let tests = await load()

/** Milliseconds of processor time so far: what else runs on the machine does not count. */
function spent() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Runs every test without a mutant. */
async function baseline() {
  const onLoad = takeReached()
  const ofBlock = new Map()
  const found = []
  let start = spent()
  await runTests(tests, {
    opened: (block) => ofBlock.set(block, takeReached()),
    report: ({ block }, failure) => {
      const mutants = new Set(takeReached())
      for (let one = block; one !== undefined; one = one.parent)
        for (const id of ofBlock.get(one) ?? []) mutants.add(id)
      found.push({ passes: failure === undefined, milliseconds: spent() - start, mutants: [...mutants] })
      start = spent()
      return false
    },
  })
  return { onLoad, tests: found }
}

/** The place of the first of some tests that fails with a mutant, or without one; undefined when none does. */
async function firstFailure(which, { mutant = -1, suite = tests } = {}) {
  active = mutant
  let failed
  try {
    await runTests(
      which.map((at) => suite[at]),
      { report: (test, failure) => failure !== undefined && (failed = suite.indexOf(test)) !== undefined },
    )
  } finally {
    active = -1
  }
  return failed
}

/** The same with modules that were loaded with the mutant. */
async function firstFailureFromLoad({ mutant, which }) {
  active = mutant
  const suite = await load().catch(() => undefined)
  return suite === undefined ? which[0] : firstFailure(which, { mutant, suite })
}

/**
 * Whether tests notice a mutant. The one that fails with it must pass without it: else the mutant left something behind that spoils later
 * tests, or the test needs those before it, which modules that nothing has run in tell apart. Such modules are also tried where tests that
 * once came to the mutant do so no more: what it makes was made before and is kept.
 */
async function isNoticed({ mutant, which, onLoad }) {
  reached[mutant] = 0
  const failed = onLoad ? await firstFailureFromLoad({ mutant, which }) : await firstFailure(which, { mutant })
  if (failed === undefined && !onLoad && reached[mutant] === 0) return isNoticed({ mutant, which, onLoad: true })
  if (failed === undefined) return false
  if ((await firstFailure([failed])) === undefined) return true
  tests = await load()
  if ((await firstFailure([failed])) === undefined) return (await firstFailureFromLoad({ mutant, which })) !== undefined
  const others = which.filter((at) => at !== failed)
  return others.length > 0 && isNoticed({ mutant, which: others, onLoad })
}

process.on('message', async (request) => {
  const start = spent()
  const answer = request.mutant === undefined ? await baseline() : { isNoticed: await isNoticed(request) }
  process.send({ ...answer, milliseconds: spent() - start })
})
process.send('ready')
