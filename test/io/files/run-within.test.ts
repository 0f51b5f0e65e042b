import { expect, test } from '@jest/globals'
import { createContext, Script } from 'node:vm'
import { runWithin } from '../../../src/io/files/run-within.ts'

test('a script that waits for the machine is begun again, and ends', () => {
  const context = createContext({ answer: '', waiting: new Int32Array(new SharedArrayBuffer(4)), Atomics })
  let begun = 0
  const script = new Script('Atomics.wait(waiting, 0, 0, 300); answer = "done"')
  expect(runWithin(script, context, 100, () => begun++)).toBeLessThan(Infinity)
  expect([context['answer'], begun > 1]).toEqual(['done', true])
})

test('one that computes without end is stopped', () => {
  expect(runWithin(new Script('for (;;);'), createContext({}), 50, () => undefined)).toBe(Infinity)
})

test('what a script throws is thrown', () => {
  expect(() => runWithin(new Script('throw new RangeError("no")'), createContext({}), 50, () => undefined)).toThrow(
    'no',
  )
})
