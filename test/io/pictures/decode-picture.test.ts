import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodePicture } from '../../../src/io/pictures/decode-picture.ts'
import { decodePng } from '../../../src/io/pictures/decode-png.ts'
import { encodeColors } from '../../../src/io/pictures/encode-png.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/pictures/${name}`, import.meta.url))

/** The names of the colours of some pixels, as near as a lossy format keeps them. */
async function colorsOf(file: Buffer, places: readonly (readonly [number, number])[]): Promise<readonly string[]> {
  const pixels = await decodePicture(file)
  if ('reason' in pixels) return [pixels.reason]
  return places.map(([x, y]) => {
    const [red = 0, , blue = 0, opacity] = pixels.rgba.slice((y * pixels.width + x) * 4)
    return opacity === 0 ? 'clear' : red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : 'other'
  })
}

const sides = [
  [3, 8],
  [28, 8],
] as const

test.each(['halves.jpg', 'progressive.jpg', 'halves.webp', 'lossless.webp'])('%s is red and blue', async (name) => {
  expect(await decodePicture(fixture(name))).toMatchObject({ width: 32, height: 16 })
  expect(await colorsOf(fixture(name), sides)).toEqual(['red', 'blue'])
})

test('a photo stands as its camera was held', async () => {
  expect(await decodePicture(fixture('turned.jpg'))).toMatchObject({ width: 16, height: 32 })
  expect(
    await colorsOf(fixture('turned.jpg'), [
      [8, 3],
      [8, 28],
    ]),
  ).toEqual(['red', 'blue'])
})

test.each(['colours.gif', 'interlaced.gif'])('%s says what the same picture says as PNG', async (name) => {
  const [gif, png] = [await decodePicture(fixture(name)), decodePng(fixture('colours.png'))]
  expect(gif).toEqual(png)
})

test('of a GIF that moves the first frame is seen, with its clear colour', async () => {
  const places = [
    [0, 0],
    [1, 0],
    [2, 0],
  ] as const
  expect(await colorsOf(fixture('moving.gif'), places)).toEqual(['red', 'clear', 'blue'])
})

test('of a WebP that moves the first frame is seen', async () => {
  expect(await decodePicture(fixture('moving.webp'))).toMatchObject({ width: 8, height: 8 })
  expect(
    await colorsOf(fixture('moving.webp'), [
      [0, 0],
      [7, 7],
    ]),
  ).toEqual(['red', 'red'])
})

/** A file with other bytes at a place. */
function patched(name: string, at: number, bytes: readonly number[]): Buffer {
  const file = Buffer.from(fixture(name))
  file.set(bytes, at)
  return file
}

/** Where the frame header of a JPEG file has its height. */
function frameOf(name: string): number {
  const file = fixture(name)
  for (const marker of [0xc0, 0xc2]) {
    const at = file.indexOf(Buffer.from([0xff, marker]))
    if (at >= 0) return at + 5
  }
  throw new Error(`${name} has no frame`)
}

const sixty = [0xea, 0x60]
const sixtyLittle = [0x60, 0xea]

test.each<[string, Buffer, string]>([
  ['a JPEG', patched('halves.jpg', frameOf('halves.jpg'), [...sixty, ...sixty]), 'too large: 60000 × 60000 pixels'],
  ['a GIF', patched('colours.gif', 6, [...sixtyLittle, ...sixtyLittle]), 'too large: 60000 × 60000 pixels'],
  ['a PNG', patched('colours.png', 16, [0, 0, ...sixty, 0, 0, ...sixty]), 'too large: 60000 × 60000 pixels'],
  ['a lossy WebP', patched('halves.webp', 26, [0xff, 0x3f, 0xff, 0x3f]), 'too large: 16383 × 16383 pixels'],
  ['a WebP', patched('lossless.webp', 21, [0xff, 0xff, 0xff, 0x0f]), 'too large: 16384 × 16384 pixels'],
  ['a JPEG of four inks', patched('halves.jpg', frameOf('halves.jpg') + 4, [4]), 'a JPEG in CMYK'],
  ['an SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG is not drawn here'],
  ['text', Buffer.from('no picture'), 'no picture of a kind that is drawn here'],
  ['nothing', Buffer.alloc(0), 'empty'],
])('%s is not decoded by what its head claims', async (_what, file, reason) => {
  expect(await decodePicture(file)).toEqual({ reason })
})

test('a progressive JPEG of thousands of passes is refused before they are made', async () => {
  const file = patched('progressive.jpg', frameOf('progressive.jpg'), [0x0f, 0xa0, 0x0f, 0xa0])
  const scan = file.indexOf(Buffer.from([0xff, 0xda]))
  const length = 2 + file.readUInt16BE(scan + 2)
  const pass = Buffer.concat([file.subarray(scan, scan + length), Buffer.from([0x12])])
  const many = Buffer.concat([file.subarray(0, scan), ...Array.from({ length: 1000 }, () => pass)])
  expect(many.length).toBeLessThan(20_000)
  expect(await decodePicture(many)).toEqual({ reason: 'too slow: 1000 passes' })
})

const files = [
  'halves.jpg',
  'progressive.jpg',
  'halves.webp',
  'lossless.webp',
  'colours.gif',
  'moving.gif',
  'moving.webp',
]

test.each(files)(
  '%s cut off anywhere or spoiled gives pixels of its size or a reason, and throws nothing',
  async (name) => {
    const file = fixture(name)
    const spoiled = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length), spoiled, async (length, changes) => {
        const copy = Buffer.from(file)
        for (const [at, byte] of changes) copy[at] = byte
        const pixels = await decodePicture(copy.subarray(0, length))
        if (!('reason' in pixels)) expect(pixels.rgba).toHaveLength(pixels.width * pixels.height * 4)
      }),
      { numRuns: 60 },
    )
  },
)

test('a GIF whose blocks and extensions never end is left', async () => {
  const head = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255])])
  const extensions = Buffer.alloc(20_000, Buffer.from([0x21, 0xfe, 1, 0, 0]))
  expect(await decodePicture(Buffer.concat([head, extensions]))).toEqual({ reason: 'damaged' })
})

test('a frame that is larger than the screen of its GIF is not decoded', async () => {
  const screen = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255])])
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, ...sixtyLittle, ...sixtyLittle, 0, 2])
  expect(await decodePicture(Buffer.concat([screen, frame, Buffer.alloc(2_000_000, 0xfe)]))).toEqual({
    reason: 'damaged',
  })
})

test.each([true, false])('a JPEG of two frames is judged by the larger one, large first: %s', async (isLargeFirst) => {
  const file = fixture('halves.jpg')
  const at = frameOf('halves.jpg') - 5
  const end = at + 2 + file.readUInt16BE(at + 2)
  const large = patched('halves.jpg', at + 5, [...sixty, ...sixty]).subarray(at, end)
  const frames = isLargeFirst ? [large, file.subarray(at, end)] : [file.subarray(at, end), large]
  const both = Buffer.concat([file.subarray(0, at), ...frames, file.subarray(end)])
  expect(await decodePicture(both)).toEqual({ reason: 'too large: 60000 × 60000 pixels' })
})

test('pixels written as PNG are read as they were', () => {
  const pixels = { width: 2, height: 1, rgba: Uint8Array.from([255, 0, 0, 255, 0, 0, 255, 128]) }
  expect(decodePng(encodeColors(pixels))).toEqual(pixels)
})
