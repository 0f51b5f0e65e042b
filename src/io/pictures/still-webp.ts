/** The chunks of a WebP file (RFC 9649, section 2.3) between two offsets: name, and the offsets of its content and end. */
interface Chunk {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** Where the frame data of an `ANMF` chunk begins, after its position, size and duration. */
const frameStart = 16

/** A WebP file with a single picture: of an animation its first frame; undefined when that is damaged. */
export function stillWebp(file: Buffer): Buffer | undefined {
  const isMoving = file.toString('latin1', 12, 16) === 'VP8X' && ((file[20] ?? 0) & 2) !== 0
  if (!isMoving) return file
  const frame = chunksOf(file, 12, file.length).find(({ name }) => name === 'ANMF')
  if (frame === undefined || frame.to - frame.from < frameStart) return undefined
  const parts = chunksOf(file, frame.from + frameStart, frame.to)
  const picture = parts.find(({ name }) => name === 'VP8 ' || name === 'VP8L')
  const alpha = parts.find(({ name }) => name === 'ALPH')
  if (picture === undefined) return undefined
  const bytes = [picture, alpha].map((part) => (part === undefined ? Buffer.alloc(0) : wholeChunk(file, part)))
  const [shown = Buffer.alloc(0), clear = Buffer.alloc(0)] = bytes
  return riff(clear.length === 0 ? [shown] : [extended(file.subarray(frame.from + 6, frame.from + 12)), clear, shown])
}

function chunksOf(file: Buffer, start: number, end: number): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = start; at + 8 <= end;) {
    const [from, length] = [at + 8, file.readUInt32LE(at + 4)]
    chunks.push({ name: file.toString('latin1', at, at + 4), from, to: Math.min(end, from + length) })
    at = from + length + (length % 2)
  }
  return chunks
}

/** A chunk with its name and length, padded to an even number of bytes. */
function wholeChunk(file: Buffer, { from, to }: Chunk): Buffer {
  return Buffer.concat([file.subarray(from - 8, to), Buffer.alloc((to - from) % 2)])
}

/** The extended header (`VP8X`) of a picture with alpha; `size` holds width and height less one, in three bytes each. */
function extended(size: Buffer): Buffer {
  const head = Buffer.from('VP8X\n\0\0\0\u0010\0\0\0', 'latin1')
  return Buffer.concat([head, size])
}

function riff(chunks: readonly Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), length, content])
}
