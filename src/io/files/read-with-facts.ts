import { closeSync, fstatSync, openPlainFile, type OpenOptions, readSync, type Stats } from './file-system.ts'

/** What the system says of a file, and its bytes, which stand until the next file is read. */
export interface ReadFile {
  readonly facts: Stats
  readonly bytes: Buffer
}

/** Most files fit; larger ones get room of their own, which is not kept. */
const shared = Buffer.allocUnsafeSlow(1 << 17)

/** Reads a regular file in one go, looked at before it is read; unless told so, no symbolic link. Throws as the system does. */
export function readWithFacts(file: string, options: OpenOptions = { follow: false }): ReadFile {
  const handle = openPlainFile(file, options)
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
