/** What the header of a picture says. */
export interface PictureHead {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp'
  readonly width: number
  readonly height: number
  /** How many passes over the pixels a decoder makes. */
  readonly passes: number
}

/** The header of a picture, or, as text, why it can't be drawn. */
export function headOf(file: Buffer): PictureHead | string {
  const head = knownHead(file)
  if (head === undefined) return otherFormat(file)
  return typeof head === 'string' || (head.width > 0 && head.height > 0) ? head : 'damaged'
}

function knownHead(file: Buffer): PictureHead | string | undefined {
  const start = file.toString('latin1', 0, 12)
  if (start.startsWith('\u0089PNG\r\n')) return pngHead(file)
  if (start.startsWith('\u00ff\u00d8\u00ff')) return jpegHead(file)
  if (/^GIF8[79]a/.test(start))
    return file.length < 10 ? 'damaged' : sized('gif', file.readUInt16LE(6), file.readUInt16LE(8))
  return /^RIFF.{4}WEBP/s.test(start) ? webpHead(file) : undefined
}

function sized(format: PictureHead['format'], width: number, height: number, passes = 1): PictureHead {
  return { format, width, height, passes }
}

function otherFormat(file: Buffer): string {
  const text = file.toString('utf8', 0, 1000)
  if (/<svg[\s>]/i.test(text)) return 'SVG is not drawn here'
  if (/^.{4}ftyp(?:avif|avis|heic|heix|mif1)/s.test(text)) return 'AVIF and HEIC are not drawn here'
  return file.length === 0 ? 'empty' : 'no picture of a kind that is drawn here'
}

/** Section 11.2.2 of the PNG specification. */
function pngHead(file: Buffer): PictureHead | string {
  if (file.length < 29) return 'damaged'
  return sized('png', file.readUInt32BE(16), file.readUInt32BE(20))
}

/** The size in the frame header of a JPEG file (ITU T.81, B.2.2), the largest of several, and the number of scans after it. */
function jpegHead(file: Buffer): PictureHead | string {
  let size: readonly [number, number] = [0, 0]
  let passes = 0
  for (let at = 2; at + 4 <= file.length;) {
    const marker = file.readUInt16BE(at)
    if (marker === 0xffd9) break
    if (marker <= 0xff01 || (marker >= 0xffd0 && marker <= 0xffd8) || marker === 0xffff) {
      // In the data of a scan, 0xff followed by 0 is no marker.
      at = Math.max(at + 1, file.indexOf(0xff, at + 1))
      if (file.indexOf(0xff, at) < 0) break
      continue
    }
    // Four components a pixel mean cyan, magenta, yellow and black.
    if (isFrame(marker) && file[at + 9] === 4) return 'a JPEG in CMYK'
    if (isFrame(marker) && at + 9 <= file.length)
      size = [Math.max(size[0], file.readUInt16BE(at + 7)), Math.max(size[1], file.readUInt16BE(at + 5))]
    if (marker === 0xffda) passes++
    at += 2 + file.readUInt16BE(at + 2)
  }
  return passes === 0 ? 'damaged' : sized('jpeg', ...size, passes)
}

function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
}

/** The size in the first chunk of a WebP file (RFC 9649, section 2). */
function webpHead(file: Buffer): PictureHead | string {
  if (file.length < 30) return 'damaged'
  const chunk = file.toString('latin1', 12, 16)
  if (chunk === 'VP8X') {
    const [width, height] = [file.readUIntLE(24, 3) + 1, file.readUIntLE(27, 3) + 1]
    return sized('webp', width, height)
  }
  if (chunk === 'VP8L') {
    const bits = file.readUInt32LE(21)
    return sized('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  return chunk === 'VP8 ' ? sized('webp', file.readUInt16LE(26) & 0x3fff, file.readUInt16LE(28) & 0x3fff) : 'damaged'
}
