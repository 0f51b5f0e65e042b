import { Transform } from 'node:stream'

const lineFeed = 10

/** Passes on lines of at most `most` bytes; a longer one is dropped and reported to `tell`. */
export function shortLines(most: number, tell: () => void): Transform {
  let parts: Buffer[] = []
  let size = 0
  const add = (part: Buffer): void => {
    size += part.length
    if (size <= most) parts.push(part)
    else parts = []
  }
  const end = (stream: Transform): void => {
    if (size > most) tell()
    else if (size > 0) stream.push(Buffer.concat(parts))
    parts = []
    size = 0
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let from = 0
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
        add(chunk.subarray(from, at + 1))
        end(this)
        from = at + 1
      }
      if (from < chunk.length) add(chunk.subarray(from))
      done()
    },
    flush(done) {
      end(this)
      done()
    },
  })
}
