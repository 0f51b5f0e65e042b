import { isDeepStrictEqual } from 'node:util'
import { expect } from '@jest/globals'

/** Expects a large value to be as another. Jest takes longest of all to compare them, so it is only asked what differs. */
export function expectSame(received: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(received, expected)) expect(received).toEqual(expected)
}
