// Loads one test file, says which of its tests reach which mutants, and tries mutants on them, as it is asked.
import { register } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'

const { file, root, prepared, count, version } = workerData
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

/** Runs every test without a mutant. */
async function baseline() {
  const onLoad = takeReached()
  const ofBlock = new Map()
  const found = []
  let start = performance.now()
  await runTests(tests, {
    opened: (block) => ofBlock.set(block, takeReached()),
    report: ({ block }, failure) => {
      const mutants = new Set(takeReached())
      for (let one = block; one !== undefined; one = one.parent)
        for (const id of ofBlock.get(one) ?? []) mutants.add(id)
      found.push({ passes: failure === undefined, milliseconds: performance.now() - start, mutants: [...mutants] })
      start = performance.now()
      return false
    },
  })
  return { onLoad, tests: found }
}

/** The first of some tests that fails; undefined when none does. */
async function firstFailure(which) {
  let failed
  await runTests(
    which.map((at) => tests[at]),
    { report: (test, failure) => failure !== undefined && (failed = tests.indexOf(test)) !== undefined },
  )
  return failed
}

/** Whether one of some tests notices a mutant; what is asked while modules load needs modules of its own. */
async function notices({ mutant, which, onLoad }) {
  active = mutant
  try {
    if (onLoad) tests = await load()
    return await firstFailure(which)
  } catch {
    return which[0]
  } finally {
    active = -1
    if (onLoad) tests = await load().catch(() => tests)
  }
}

/**
 * A test that fails with the mutant must pass without it. Where it does not, the mutant left something behind that spoils later
 * tests, or the test needs those before it: both are told apart by modules that nothing has run in.
 */
async function tryMutant(request) {
  const failed = await notices(request)
  if (failed === undefined) return false
  if ((await firstFailure([failed])) === undefined) return true
  tests = await load()
  if ((await firstFailure([failed])) === undefined) return (await notices({ ...request, onLoad: true })) !== undefined
  tests = await load()
  const others = request.which.filter((at) => at !== failed)
  return others.length > 0 && tryMutant({ ...request, which: others })
}

parentPort.on('message', async (request) => {
  parentPort.postMessage(request.mutant === undefined ? await baseline() : await tryMutant(request))
})
parentPort.postMessage('ready')
