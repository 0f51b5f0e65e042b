import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { listModes } from '../../../src/servers/browse/model.ts'
import { placeToSave, readPlace } from '../../../src/servers/browse/saved-place.ts'
import { vaultOf } from '../../support/vault-of.ts'
import { PlayedReader } from './play.ts'

describe('the place that is kept', () => {
  test('comes back as it was', () => {
    const texts = { 'a.md': '[[b]]', 'b.md': Array.from({ length: 99 }, () => 'line').join('\n') }
    const played = new PlayedReader(vaultOf(texts), texts).press('enter', 'tab', 'enter', 'down', 'down')
    expect(readPlace(JSON.parse(JSON.stringify(placeToSave(played.state))))).toEqual({
      mode: 'notes',
      history: {
        visits: [
          { path: 'a.md', top: 0 },
          { path: 'b.md', top: 2 },
        ],
        at: 1,
      },
    })
  })

  test('comes back with the folds that were turned', () => {
    const texts = { 'a.md': 'a\n▾- b\nc' }
    const kept = (...keys: string[]): unknown =>
      readPlace(placeToSave(new PlayedReader(vaultOf(texts), texts).press('enter', ...keys).state)).history.visits
    expect(kept('za')).toEqual([{ path: 'a.md', top: 0, turned: [0] }])
    expect(kept('za', 'za')).toEqual([{ path: 'a.md', top: 0 }])
  })

  test('may hold anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (history, visits) => {
        for (const saved of [history, { history }, { mode: visits, history: { visits, at: history } }]) {
          const place = readPlace(saved)
          expect([undefined, ...listModes]).toContain(place.mode)
          expect(place.history.at).toBeLessThan(place.history.visits.length)
        }
      }),
    )
  })

  test('never leads out of the vault', () => {
    const place = readPlace({
      history: {
        visits: [
          { path: '../../etc/passwd', top: 0 },
          { path: 'a.md', top: -3 },
        ],
        at: 0,
      },
    })
    expect(place.history.visits).toEqual([{ path: 'a.md', top: 0 }])
  })
})
