import { describe, expect, test } from '@jest/globals'
import { bearsStamp, stampLength, stampOf } from '../../../src/io/cache/file-stamp.ts'
import type { Stats } from '../../../src/io/files/file-system.ts'

const facts = (changed: object = {}): Stats =>
  ({ size: 10, mtimeMs: 5000.25, ctimeMs: 5000.5, ino: 7, ...changed }) as Stats
const stamp = (now: number, of = facts()): Float64Array => Float64Array.from(stampOf(of, now))

describe('the stamp of a file', () => {
  test.each([
    [5000.5, false],
    [5050, false],
    [5051, true],
    [90000, true],
  ])('of a file changed at 5000.5 ms and looked at after %d ms holds: %s', (now, holds) => {
    expect(bearsStamp(facts(), stamp(now), 0)).toBe(holds)
  })

  test.each([
    [5000, false],
    [7400, false],
    [7501, true],
  ])('in whole seconds, as FAT counts, 5000 ms looked at after %d ms holds: %s', (now, holds) => {
    const whole = facts({ mtimeMs: 5000, ctimeMs: 5000 })
    expect(bearsStamp(whole, stamp(now, whole), 0)).toBe(holds)
  })

  test('of a file whose inode alone changed of late does not hold', () => {
    const renamed = facts({ ctimeMs: 8000.5 })
    expect(bearsStamp(renamed, stamp(8010, renamed), 0)).toBe(false)
    expect(bearsStamp(renamed, stamp(8100, renamed), 0)).toBe(true)
  })

  test.each([{ size: 11 }, { mtimeMs: 5000.5 }, { ctimeMs: 5001 }, { ino: 8 }])(
    'tells a file with another %j',
    (other) => {
      const stamps = Float64Array.from([...stampOf(facts({ ino: 1 }), 90000), ...stampOf(facts(), 90000)])
      expect(bearsStamp(facts(), stamps, stampLength)).toBe(true)
      expect(bearsStamp(facts(other), stamps, stampLength)).toBe(false)
    },
  )
})
