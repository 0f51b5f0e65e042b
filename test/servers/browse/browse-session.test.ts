import { expect, test } from '@jest/globals'
import { BrowseSession } from '../../../src/servers/browse/browse-session.ts'
import type { Outside } from '../../../src/servers/browse/outside.ts'
import { begin } from '../../../src/servers/browse/update/state.ts'
import { plainStyle } from '../../../src/view/style.ts'
import { vaultOf } from '../../support/vault-of.ts'

function session(write: (text: string) => void, fail: (error: unknown) => void): BrowseSession {
  const size = { columns: 80, rows: 10 }
  const screen = { size: () => size, write, leave: () => {}, enter: () => {}, suspend: () => {}, close: () => {} }
  const outside = { screen, style: plainStyle, end: () => {}, fail } as unknown as Outside
  const first = begin(vaultOf({ 'a.md': '', 'b.md': '' }), size, { mode: 'notes', history: { visits: [], at: -1 } })
  return new BrowseSession(first.state, outside)
}

test('an error while drawing ends the reader instead of the process', () => {
  const failures: unknown[] = []
  const broken = session(
    () => {
      throw new Error('no screen')
    },
    (error) => failures.push(error),
  )
  broken.start([])
  broken.feed('j')
  expect(failures).toEqual([new Error('no screen'), new Error('no screen')])
})

test('keys typed ahead cost one drawing', () => {
  let drawn = 0
  const quick = session(
    () => drawn++,
    (error) => {
      throw error
    },
  )
  quick.feed('?'.repeat(9))
  expect(drawn).toBe(1)
})

test('a lone escape is the key when nothing follows', async () => {
  const patient = session(
    () => {},
    () => {},
  )
  patient.feed('?')
  expect(patient.state.panel?.kind).toBe('keys')
  patient.feed('\u001b')
  expect(patient.state.panel?.kind).toBe('keys')
  await new Promise((done) => setTimeout(done, 100))
  expect(patient.state.panel).toBeUndefined()
})
