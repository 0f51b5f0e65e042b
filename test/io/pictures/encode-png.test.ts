import { expect, test } from '@jest/globals'
import { decodePng } from '../../../src/io/pictures/decode-png.ts'
import { encodePng } from '../../../src/io/pictures/encode-png.ts'

const palette = Array.from({ length: 16 }, (_, at): [number, number, number] => [at * 16, 255 - at, (at * 7) % 256])

test.each([1, 2, 7, 40])('a picture of colours by number is read as it was written, %d pixels wide', (width) => {
  const height = 9
  // Two rows are alike, which are written as no difference.
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    return (x * 5 + (y === 4 ? 3 : y) * 3) % 16
  })
  const row = (y: number): Uint8Array | undefined => (y === 4 ? undefined : pixels.subarray(y * width, (y + 1) * width))
  const read = decodePng(encodePng({ width, height, row, palette }))
  expect([read?.width, read?.height]).toEqual([width, height])
  expect([...(read?.rgba ?? [])]).toEqual([...pixels].flatMap((color) => [...(palette[color] ?? []), 255]))
})
