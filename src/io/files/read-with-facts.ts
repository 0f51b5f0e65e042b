import { closeSync, fstatSync, openPlainFile, type OpenOptions, readSync, type Stats } from './file-system.ts'

/** The stat of a file, and its bytes, which are valid until the next file is read. */
export interface ReadFile {
  readonly facts: Stats
  readonly bytes: Buffer
}

/** A buffer in which most files fit; larger ones get a buffer of their own. */
const shared = Buffer.allocUnsafeSlow(1 << 17)

/** Stats and reads a regular file with one open; by default fails for a symbolic link. Throws system errors. */
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
    // A file may be longer than its stat says, as generated ones in `/proc` are.
    if (length === room.length) room = Buffer.concat([room, Buffer.allocUnsafeSlow(room.length)])
  }
  return room.subarray(0, length)
}
