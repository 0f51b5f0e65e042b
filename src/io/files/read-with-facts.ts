import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'

/** What the system says of a file, and its bytes, which stand until the next file is read. */
export interface ReadFile {
  readonly facts: Stats
  readonly bytes: Buffer
}

/** Most files fit; larger ones get room of their own, which is not kept. */
const shared = Buffer.allocUnsafeSlow(1 << 17)

/** Never waits for a pipe. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Reads a file in one go, looked at before it is read. Throws as the system does. */
export function readWithFacts(file: string): ReadFile {
  const handle = openSync(file, flags)
  try {
    const facts = fstatSync(handle)
    return { facts, bytes: readAll(handle, facts.size) }
  } finally {
    closeSync(handle)
  }
}

function readAll(handle: number, size: number): Buffer {
  let room = size < shared.length ? shared : Buffer.allocUnsafeSlow(size + 1)
  let length = 0
  while (size === 0 || length < size) {
    const count = readSync(handle, room, length, room.length - length, null)
    length += count
    if (count === 0) break
    // A file may be longer than the system says, as some that it makes up are.
    if (length === room.length) room = Buffer.concat([room, Buffer.allocUnsafeSlow(room.length)])
  }
  return room.subarray(0, length)
}
