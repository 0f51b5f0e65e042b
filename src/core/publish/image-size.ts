/** How large a picture is, in pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** The size that the header of a PNG, GIF, JPEG or WebP file tells; undefined for any other file and for one that was cut off. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = withinFile(() => sizeIn(view))
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined
}

/** What is read; undefined where that leads behind the end of the file. */
function withinFile<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function sizeIn(view: DataView): ImageSize | undefined {
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (letters(view, 0, 3) === 'GIF') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (view.getUint16(0) === 0xffd8) return ofJpeg(view)
  return letters(view, 0, 4) === 'RIFF' && letters(view, 8, 4) === 'WEBP' ? ofWebp(view) : undefined
}

/** The frame header comes after segments of other kinds, each with its length; Exif among them says whether the picture lies on its side. */
function ofJpeg(view: DataView): ImageSize | undefined {
  let turned = false
  for (let at = 2; ;) {
    const marker = view.getUint16(at)
    if (marker < 0xff01) return undefined
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return turned ? { width: height, height: width } : { width, height }
    }
    if (marker === 0xffe1 && letters(view, at + 4, 4) === 'Exif')
      turned = withinFile(() => isTurned(view, at + 10)) === true
    at += marker === 0xffff ? 1 : 2 + Math.max(2, view.getUint16(at + 2))
  }
}

/** Whether the orientation (tag 0x0112) in the first directory of Exif data at `start` is one of the four that lie on their side. */
function isTurned(view: DataView, start: number): boolean {
  const little = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, little)
  const count = view.getUint16(directory, little)
  for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12)
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little) >= 5
  return false
}

function ofWebp(view: DataView): ImageSize | undefined {
  const kind = letters(view, 12, 4)
  if (kind === 'VP8X') return { width: 1 + three(view, 24), height: 1 + three(view, 27) }
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return undefined
  const bits = view.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

/** A number of three bytes, the lowest first. */
function three(view: DataView, at: number): number {
  return view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
}

function letters(view: DataView, at: number, count: number): string {
  return Array.from({ length: count }, (_, place) => String.fromCharCode(view.getUint8(at + place))).join('')
}
